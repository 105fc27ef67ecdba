import type { JSX } from "preact";
import type { FamilyInfo, RowDetail } from "../api.ts";
import { spokenRepair } from "./cell-words.ts";
import type { Words } from "./words.ts";

/** What the program repaired in a row, and on what evidence. */
export function Repairs(props: {
  readonly read: RowDetail["read"];
  readonly family: FamilyInfo | null;
  readonly words: Words;
}): JSX.Element | null {
  const { read, family, words } = props;
  if (read.repairs.length === 0) return null;
  return (
    <section class="panel repairs">
      <h2>{words.repairs}</h2>
      <ul>
        {read.repairs.map((repair) => {
          const { cell, value, printed, edit, evidence } = spokenRepair(repair, family, words);
          return (
            <li key={repair.cell + repair.edit}>
              <strong>
                {cell}: {value}
              </strong>{" "}
              — {edit} ({words.printed.toLowerCase()}: {printed})
              {evidence.length > 0 && `, ${words.why} ${evidence.join("; ")}`}.
            </li>
          );
        })}
      </ul>
    </section>
  );
}
