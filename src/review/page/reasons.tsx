import type { JSX } from "preact";
import type { FamilyInfo, RowDetail } from "../api.ts";
import { shortCell } from "./cell-words.ts";
import type { Words } from "./words.ts";

/** More cells than this are seen better in the table, where they are marked. */
const MOST_NAMED = 8;

/** Why a row is in the queue, and who settled it. */
export function Reasons(props: {
  readonly detail: RowDetail;
  readonly family: FamilyInfo | null;
  readonly words: Words;
}): JSX.Element {
  const { detail, family, words } = props;
  const { row, read, state } = detail;
  const { correction } = row;
  const flags = (state === "conflict" ? row : read).flags;
  return (
    <div class="reasons">
      {correction !== undefined && (
        <p class={state === "conflict" ? "warning" : "settled"}>
          {state === "conflict"
            ? words.conflict(correction.by, correction.at.slice(0, 10))
            : words.settledBy(correction.by, correction.at.slice(0, 10))}
          {correction.reason !== "" && ` · ${correction.reason}`}
        </p>
      )}
      {flags.length > 0 && (
        <ul class="flags" aria-label={words.flags}>
          {[...Map.groupBy(flags, ({ code }) => code)].map(([code, alike]) => {
            // Of a broken equation, the cell that says the sum stands for all of it.
            const cells = alike.flatMap((flag) => (alike.length > 1 ? flag.cells.slice(0, 1) : flag.cells));
            const names = cells.map((cell) => shortCell(cell, family, words)).join(", ");
            const messages = alike.map(({ message }) => message).join(" ");
            return (
              <li key={code} class={alike[0]?.severity} title={messages}>
                <strong>{words.reasons[code] ?? code}</strong> {cells.length <= MOST_NAMED && names}
                {!Object.hasOwn(words.reasons, code) || code === "correction-conflict" ? ` ${messages}` : ""}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
