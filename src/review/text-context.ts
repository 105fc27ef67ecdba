import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import type { Extraction, Row } from "../schema.ts";
import { decodeText } from "../text/decode-text.ts";
import { fold } from "../text/fold.ts";
import type { FamilyInfo, MissingSource, TextContext } from "./api.ts";

/** Lines shown before and after the row, so that one sees where it stands. */
const AROUND = 2;
/** A header stands within so many lines above the first row of its table. */
const HEADER_WITHIN = 12;
/** A longer line is shown cut: it is no row of a plan. */
const MAX_LINE = 5000;

type Line = TextContext["lines"][number];

/**
 * The printed lines of a row with its header and neighbours; only the row's own text where the source is missing.
 *
 * @param columns the family's columns in print order
 */
export function showText(
  row: Row,
  { rows, totals }: Extraction,
  source: Source | MissingSource,
  family: FamilyInfo | null,
  columns: readonly string[],
): TextContext {
  const printed = row.source.text.split("\n");
  if (typeof source !== "string") {
    try {
      const lines = decodeText(source).split(/\r\n|[\n\r\f]/);
      const firstRow = Math.min(
        ...[...rows, ...totals].filter(({ page }) => page === row.page).map(({ line }) => line),
      );
      const end = row.line + printed.length - 1;
      const header = findHeader(lines, firstRow, family);
      const numbers = [
        ...header,
        ...range(Math.max(row.line - AROUND, (header.at(-1) ?? 0) + 1), end + AROUND),
      ].filter((number) => number >= 1 && number <= lines.length);
      const shown = numbers.map((number) => {
        const role = header.includes(number)
          ? "header"
          : number >= row.line && number <= end
            ? "row"
            : "around";
        return makeLine(number, role, lines[number - 1] ?? "");
      });
      const isFilled = ({ role, fields }: Line) => role !== "around" || fields.some((field) => field !== "");
      return withCells(
        row,
        { kind: "text", lines: shown.filter(isFilled), cells: {}, missing: null },
        columns,
      );
    } catch (error) {
      if (!(error instanceof PoiError)) throw error;
      source = "damaged";
    }
  }
  const lines = printed.map((line, k) => makeLine(row.line + k, "row", line));
  return withCells(row, { kind: "text", lines, cells: {}, missing: source }, columns);
}

function makeLine(number: number, role: Line["role"], text: string): Line {
  const cut = text.slice(0, MAX_LINE);
  // Runs of spaces part columns as tabs do; CSV keeps its marks, which a person can read.
  const fields = cut.includes("\t") ? cut.split("\t") : cut.trim().split(/ {2,}/);
  return { number, role, fields: fields.map((field) => field.trim()) };
}

/** The lines above the first row that print a month or the target of the family. */
function findHeader(lines: readonly string[], firstRow: number, family: FamilyInfo | null): number[] {
  if (family === null) return [];
  const words = new Set(
    [family.target, ...family.months, ...family.series.map(({ header }) => header)].map(fold),
  );
  return range(firstRow - HEADER_WITHIN, firstRow - 1).filter((number) => {
    const text = lines[number - 1] ?? "";
    return text.split(/\t| {2,}|[;,]/).filter((field) => words.has(fold(field))).length >= 2;
  });
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k);
}

/**
 * Gives the row's cells to the fields they were read from: to that of their own column where it says the same, else,
 * in the order of print, to the next that does. Cells that were read from none get their column's field, if the
 * line has its columns.
 */
function withCells(row: Row, context: TextContext, columns: readonly string[]): TextContext {
  const cells: Record<string, readonly [number, number]> = {};
  const fields = context.lines.flatMap(({ role, fields }, line) =>
    role === "row" ? fields.map((text, field) => ({ text, line, field })) : [],
  );
  const ownField = (cell: string) => fields[columns.indexOf(cell)];
  const hasColumns = ownField("target")?.text === row.source.cells.target?.text;
  let next = 0;
  for (const [cell, { text }] of Object.entries(row.source.cells)) {
    const own = hasColumns ? ownField(cell) : undefined;
    const found = own?.text === text ? own : fields.find((field, at) => at >= next && field.text === text);
    if (found === undefined) continue;
    cells[cell] = [found.line, found.field];
    next = fields.indexOf(found) + 1;
  }
  for (const cell of hasColumns ? columns : []) {
    const own = ownField(cell);
    const isTaken = Object.values(cells).some(([line, field]) => line === own?.line && field === own.field);
    if (own !== undefined && !isTaken) cells[cell] ??= [own.line, own.field];
  }
  return { ...context, cells };
}
