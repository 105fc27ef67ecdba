import type { Flag, Line, Piece, PrintedRow, TextDocument } from "../document.ts";
import type { Column } from "../grid/header.ts";
import { type FieldLayout, type FieldRow, partFields, zoneKeys } from "./delimited-row.ts";
import { kindOf, tokenText } from "./field-kind.ts";
import { joinRunOn } from "./join-run-on.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";
import { createTokenMaker, type MakeToken } from "./make-token.ts";
import { lineNotRead, type SectionContext, type SectionRows, withoutTail } from "./reading.ts";
import { createRowCollector } from "./row-collector.ts";
import { SAMPLE_ROWS } from "./settle-columns.ts";

/** Reads the rows under one header of delimited text. */
export function readDelimited(
  document: TextDocument,
  lines: readonly Line[],
  columns: readonly Column[],
  context: SectionContext,
): SectionRows {
  const layout = makeLayout(columns, lines, document.separator, context.vocabulary);
  const keys = zoneKeys(layout);
  const collector = createRowCollector(context, keys, true, true);
  const makeToken = createTokenMaker();
  const flags: Flag[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (context.filter.isAroundTable(line)) continue;
    const printed = line.pieces;
    const joined = joinRunOn(lines, i, printed, layout);
    if (joined !== null) i += joined.lines - 1;
    const fields = joined?.fields ?? printed;
    const row = partFields(fields, layout, context.vocabulary);
    if (isLoneNumber(fields)) flags.push(lineNotRead(line.page, line.number, line.text));
    else if (row.numbers.some((text) => text !== "")) {
      collector.addRow(makeRow(line, joined?.text ?? line.text, row, makeToken));
    } else if (Object.keys(row.labels).length > 0)
      collector.addText(makeRow(line, line.text, row, makeToken));
  }
  return { rows: collector.rows(), flags: [...flags, ...collector.flags()], below: collector.below() };
}

function makeLayout(
  columns: readonly Column[],
  lines: readonly Line[],
  separator: string,
  vocabulary: LabelVocabulary,
): FieldLayout {
  const cells = columns.filter((column) => column.kind === "cell");
  const firstCell = cells.find((column) => !column.name.startsWith("extra.")) ?? cells[0];
  const zone = firstCell?.start ?? 0;
  // Where the family knows what the column prints, a number in it is a number out of its place.
  const last = columns.findLast((column) => column.start < zone);
  const endsKnown = last !== undefined && vocabulary.knows(last.name);
  return {
    columns: new Map(columns.map((column) => [column.start, column])),
    zone,
    end: Math.max(...columns.map((column) => column.end)),
    zoneEndsInNumbers: !endsKnown && holdsNumbers(lines, zone - 1),
    separator,
  };
}

/** Whether a field is a number in most of the lines that print something there. */
function holdsNumbers(lines: readonly Line[], field: number): boolean {
  const kinds = lines.slice(0, SAMPLE_ROWS).map((line) => kindOf(line.pieces[field]?.text ?? ""));
  const numbers = kinds.filter((kind) => kind === "number").length;
  return numbers * 2 > kinds.filter((kind) => kind !== "blank").length;
}

/** A number that has a line to itself says nothing of its column, nor of its row. */
function isLoneNumber(fields: readonly Piece[]): boolean {
  const printed = fields.filter((field) => field.text !== "");
  return printed.length === 1 && kindOf(printed[0]!.text) === "number";
}

function makeRow(line: Line, text: string, row: FieldRow, makeToken: MakeToken): PrintedRow {
  const { page, number } = line;
  const tokens = row.numbers.map((printed) => makeToken(tokenText(printed), page));
  return { kind: "activity", page, line: number, text, labels: row.labels, tokens: withoutTail(tokens) };
}
