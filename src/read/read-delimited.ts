import type { Line, PrintedRow, TextDocument } from "../document.ts";
import type { Column } from "../grid/header.ts";
import { type FieldLayout, type FieldRow, partFields, zoneKeys } from "./delimited-row.ts";
import { kindOf, tokenText } from "./field-kind.ts";
import { joinRunOn } from "./join-run-on.ts";
import { type SectionContext, type SectionRows, withoutTail } from "./reading.ts";
import { createRowCollector } from "./row-collector.ts";
import { SAMPLE_ROWS } from "./settle-columns.ts";

/** Reads the rows under one header of delimited text. */
export function readDelimited(
  document: TextDocument,
  lines: readonly Line[],
  columns: readonly Column[],
  context: SectionContext,
): SectionRows {
  const layout = makeLayout(columns, lines, document.separator);
  const keys = zoneKeys(layout);
  const collector = createRowCollector(context, keys);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (context.filter.isAroundTable(line)) continue;
    const joined = joinRunOn(lines, i, layout);
    if (joined !== null) i += joined.lines - 1;
    const fields = joined?.fields ?? line.pieces;
    const row = partFields(fields, layout, context.vocabulary);
    if (row.numbers.some((text) => text !== "")) {
      collector.addRow(makeRow(line, joined?.text ?? line.text, row));
    } else if (Object.keys(row.labels).length > 0) collector.addText(makeRow(line, line.text, row));
  }
  return { rows: collector.rows(), flags: collector.flags(), below: collector.below() };
}

function makeLayout(columns: readonly Column[], lines: readonly Line[], separator: string): FieldLayout {
  const cells = columns.filter((column) => column.kind === "cell");
  const firstCell = cells.find((column) => !column.name.startsWith("extra.")) ?? cells[0];
  const zone = firstCell?.start ?? 0;
  const before = lines.slice(0, SAMPLE_ROWS).map((line) => kindOf(line.pieces[zone - 1]?.text ?? ""));
  const numbers = before.filter((kind) => kind === "number").length;
  return {
    columns: new Map(columns.map((column) => [column.start, column])),
    zone,
    end: Math.max(...columns.map((column) => column.end)),
    zoneEndsInNumbers: numbers * 2 > before.filter((kind) => kind !== "blank").length,
    separator,
  };
}

function makeRow(line: Line, text: string, row: FieldRow): PrintedRow {
  const { page, number } = line;
  const tokens = row.numbers.map((printed) => ({ text: tokenText(printed), page, line: number, box: null }));
  return { kind: "activity", page, line: number, text, labels: row.labels, tokens: withoutTail(tokens) };
}
