import type { CellName } from "../document.ts";
import type { Repair } from "../schema.ts";
import type { Origin, Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import type { TokenValue } from "./row-tokens.ts";

/** What a column total says for a cell's value, such as `TOTAL ACCIONES: programmed.jan = 516`; null where it says nothing. */
export type Evidence = (cell: CellName) => string | null;

/** What was done to a cell, by what it was made from. */
const EDITS: Readonly<Partial<Record<Origin, Repair["edit"]>>> = {
  misread: "replace",
  lost: "insert",
  "lost-in-place": "insert",
  "lost-stretch": "insert",
  repeat: "insert",
  tail: "insert",
  likeness: "insert",
  merged: "split",
  split: "merge",
  swapped: "swap",
};

/** The changes a reading makes, cell by cell, each with the rules, the like cell and the total that speak for it. */
export function listRepairs(
  reading: Reading,
  context: {
    readonly code: RowCode;
    readonly scale: number;
    readonly tabular: boolean;
    readonly numbers: readonly TokenValue[];
    readonly evidence: Evidence;
  },
  isGiven: (cell: number) => boolean,
): Repair[] {
  const { code, scale, tabular } = context;
  const valueAt = (cell: number) => {
    const value = reading.values[cell];
    return typeof value === "number" ? value / scale : null;
  };
  const numberOf = (token: number) => {
    const number = context.numbers[token] ?? null;
    return number === null || Number.isNaN(number) ? null : number / scale;
  };
  const repairs: Repair[] = [];
  for (const [cell, name] of code.cells.entries()) {
    if (!isGiven(cell)) continue;
    const origin = reading.origins[cell] as Origin;
    const edit =
      EDITS[origin] ?? (origin === "blank" && tabular && isInner(reading, cell) ? "blank" : undefined);
    if (edit === undefined) continue;
    const was = origin === "swapped" ? numberOf(cell) : numberOf(reading.tokens[cell] as number);
    if (was === valueAt(cell) && edit !== "blank") continue;
    repairs.push({ cell: name, printed: was, value: valueAt(cell), edit, evidence: evidenceFor(cell) });
  }
  for (const { token, beside } of reading.leftovers) {
    if (!isGiven(beside)) continue;
    const cell = code.cells[beside] as CellName;
    repairs.push({
      cell,
      printed: numberOf(token),
      value: valueAt(beside),
      edit: "delete",
      evidence: evidenceFor(beside),
    });
  }
  return repairs;

  function evidenceFor(cell: number): string[] {
    const found: string[] = [];
    for (const { equation, sign } of code.memberships[cell] ?? []) {
      const { total, text } = code.equations[equation] as RowCode["equations"][number];
      if (reading.broken.includes(equation)) continue;
      const sum = valueAt(code.cells.indexOf(total)) ?? 0;
      found.push(sign === 1 ? `${total} = ${sum}` : `${text.split("=")[1]?.trim()} = ${sum}`);
    }
    const partner = code.partner[cell] as number;
    if (partner >= 0 && reading.values[partner] === reading.values[cell] && valueAt(cell) !== null)
      found.push(`${code.cells[partner]} = ${valueAt(partner)}`);
    const total = context.evidence(code.cells[cell] as CellName);
    return total === null ? found : [...found, total];
  }
}

/** Blanks after the last printed number were only trimmed. */
function isInner(reading: Reading, cell: number): boolean {
  return reading.tokens.some((token, other) => other > cell && token !== -1);
}
