import type { Line, Piece } from "../document.ts";
import type { FieldLayout } from "./delimited-row.ts";
import { kindOf } from "./field-kind.ts";

/** A text in a cell is broken over at most this many lines. */
const MAX_LINES = 12;

/** A row whose texts were broken over several lines without quotes. */
export interface RunOn {
  readonly fields: readonly Piece[];
  readonly text: string;
  readonly lines: number;
}

/**
 * Joins a row that a line end inside a cell has broken: the last field of a line goes on in the first field
 * of the next. Believed only if the broken line has no numbers and too few fields, the joined row has numbers
 * exactly where the number area begins, and the next line alone has not.
 *
 * @param first the fields of the line at `at`
 */
export function joinRunOn(
  lines: readonly Line[],
  at: number,
  first: readonly Piece[],
  layout: FieldLayout,
): RunOn | null {
  if (first.length > layout.zone || hasNumbers(first)) return null;
  let fields = first;
  for (let n = 1; n < MAX_LINES; n++) {
    const next = lines[at + n]?.pieces;
    if (next === undefined || isRegular(next, layout)) return null;
    fields = join(fields, next);
    if (isRegular(fields, layout)) {
      const text = lines.slice(at, at + n + 1).map((line) => line.text);
      return { fields, text: text.join("\n"), lines: n + 1 };
    }
    if (fields.length > layout.zone || hasNumbers(next)) return null;
  }
  return null;
}

function join(before: readonly Piece[], after: readonly Piece[]): Piece[] {
  const last = before.at(-1)?.text ?? "";
  const glued = `${last} ${after[0]?.text ?? ""}`.trim();
  const texts = [
    ...before.slice(0, -1).map((field) => field.text),
    glued,
    ...after.slice(1).map((field) => field.text),
  ];
  return texts.map((text, i) => ({ text, start: i, end: i + 1 }));
}

function hasNumbers(fields: readonly Piece[]): boolean {
  return fields.some((field) => kindOf(field.text) === "number");
}

/** Whether texts stand in the label fields, and the first number where the number area begins. */
function isRegular(fields: readonly Piece[], layout: FieldLayout): boolean {
  const { zone } = layout;
  if (fields.length <= zone || kindOf(fields[zone - 1]?.text ?? "") === "number") return false;
  return kindOf(fields[zone - 1]?.text ?? "") === "text" && kindOf(fields[zone]?.text ?? "") === "number";
}
