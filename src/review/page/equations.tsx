import type { JSX } from "preact";
import { holds, residual } from "../../rules/residual.ts";
import type { FamilyInfo, RowDetail } from "../api.ts";
import { showNumber, shownEquation } from "./cell-words.ts";
import { type Draft, numbersIn, stillOpen } from "./draft.ts";
import type { Words } from "./words.ts";

/** The equations that the document can be held to, with the numbers as they stand: they turn green as the numbers change. */
export function Equations(props: {
  readonly detail: RowDetail;
  readonly draft: Draft;
  readonly family: FamilyInfo | null;
  readonly words: Words;
}): JSX.Element | null {
  const { detail, draft, family, words } = props;
  if (detail.equations === null || detail.equations.length === 0) return null;
  const values = numbersIn(draft);
  const open = new Set(stillOpen(draft, detail));
  const show = (cell: string) => (open.has(cell) ? "?" : showNumber(values[cell] ?? null) || "0");
  return (
    <section class="panel">
      <h2>{words.equations}</h2>
      <ul class="equations">
        {detail.equations.map((equation) => {
          const waits = [equation.total, ...equation.terms].some((cell) => open.has(cell));
          const off = residual(equation, values);
          const isSound = holds(equation, values);
          const state = waits ? "waits" : isSound ? "sound" : "broken";
          const verdict = waits
            ? words.undecided
            : isSound
              ? words.holds
              : off > 0
                ? words.off(showNumber(off))
                : words.over(showNumber(-off));
          return (
            <li key={equation.text} class={state} data-equation={equation.text} data-state={state}>
              <span class="name">{shownEquation(equation, family, words)}</span>
              <span class="sum">
                {show(equation.total)} = {equation.terms.map(show).join(" + ")}
              </span>
              <span class="verdict">
                {state === "sound" ? "✓ " : state === "broken" ? "✗ " : "… "}
                {verdict}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
