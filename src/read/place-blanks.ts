import type { CellName, NumberFormat, PrintedRow } from "../document.ts";
import type { Equation } from "../family.ts";
import { monthKeys, quarterKeys } from "../rules/cell-names.ts";
import { parseNumber } from "../rules/number.ts";
import { printedEquations } from "../rules/printed-equations.ts";
import { holds } from "../rules/residual.ts";

/** Of the rows with so many numbers, at least this share must add up. */
const MIN_SHARE = 0.5;
/** Fewer rows that do are chance. */
const MIN_ROWS = 3;
/** Fewer sums of different columns hold by chance. */
const MIN_EQUATIONS = 3;
/** Rows looked at. */
const SAMPLE_ROWS = 200;

/**
 * Finds the blank columns of a report through an earlier quarter whose blanks left no trace: where most rows that lack
 * as many numbers as there are months and quarters to come add up without these, those columns are blank.
 *
 * @param cells the number columns in the order of print
 * @returns the table without these columns, where no total prints a 0 in them; else with blanks put back into the rows
 * that add up
 */
export function placeBlanks(
  cells: readonly CellName[],
  rows: readonly PrintedRow[],
  equations: readonly Equation[],
  format: NumberFormat,
): { readonly cells: readonly CellName[]; readonly rows: readonly PrintedRow[] } {
  const checked = printedEquations(equations, cells);
  if (checked.length < MIN_EQUATIONS) return { cells, rows };
  const addsUp = ({ tokens }: PrintedRow, printed: readonly CellName[]) => {
    if (tokens.length !== printed.length || tokens.some(({ text }) => text === "")) return false;
    const values = Object.fromEntries(
      printed.map((name, i) => [name, parseNumber(tokens[i]!.text, format) ?? null]),
    );
    return checked.every((equation) => holds(equation, values));
  };
  const activities = rows.filter(({ kind }) => kind === "activity").slice(0, SAMPLE_ROWS);
  const patterns = blankPatterns(cells).flatMap((blank) => {
    const printed = cells.filter((name) => !blank.has(name));
    const alike = activities.filter(({ tokens }) => tokens.length === printed.length);
    const sound = alike.filter((row) => addsUp(row, printed)).length;
    return sound >= MIN_ROWS && sound >= alike.length * MIN_SHARE ? [{ blank, printed, sound }] : [];
  });
  if (patterns.length === 0) return { cells, rows };
  const { blank, printed, sound } = patterns.reduce((a, b) => (b.sound > a.sound ? b : a));
  const isCommon = sound >= activities.length * MIN_SHARE;
  const isPrinted = rows.some(({ kind, tokens }) => kind === "total" && tokens.length !== printed.length);
  if (isCommon && !isPrinted) return { cells: printed, rows };
  const isBlank = (row: PrintedRow) => addsUp(row, printed) || (isCommon && row.kind === "activity");
  return { cells, rows: rows.map((row) => (isBlank(row) ? withBlanks(row, cells, blank) : row)) };
}

/** Counted from the end, where the quarters stand: a damaged row most often has one number too many or too few before. */
function withBlanks(row: PrintedRow, cells: readonly CellName[], blank: ReadonlySet<CellName>): PrintedRow {
  const tokens = [...row.tokens];
  let at = tokens.length;
  for (const name of [...cells].reverse()) {
    if (blank.has(name)) tokens.splice(at, 0, { text: "", page: row.page, box: null });
    else if (at > 0) at--;
  }
  return { ...row, tokens };
}

/** What a report through each quarter leaves blank in one of its series: the months to come, with or without their quarters. */
function blankPatterns(cells: readonly CellName[]): Set<CellName>[] {
  const series = new Set(cells.filter((name) => name.includes(".")).map((name) => name.split(".")[0]!));
  const patterns = [...series].flatMap((key) =>
    [1, 2, 3].flatMap((through) => {
      const months = monthKeys.slice(3 * through).map((month) => `${key}.${month}`);
      const quarters = quarterKeys.slice(through).map((quarter) => `${key}.${quarter}`);
      return [months, [...months, ...quarters]];
    }),
  );
  const known = new Set(cells);
  return patterns
    .map((names) => new Set(names.filter((name) => known.has(name))))
    .filter(({ size }) => size > 0);
}
