import type { Flag, PrintedRow, Token } from "../document.ts";
import type { Family } from "../family.ts";
import type { Header } from "../grid/header.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";
import type { LineFilter } from "./line-filter.ts";

/** A part of a document under one header: lines of the document from `from` to before `to`. */
export interface Section {
  /** Null for lines that no header stands over. */
  readonly header: Header | null;
  readonly from: number;
  readonly to: number;
}

/** What the readers of a section need to know beside its lines. */
export interface SectionContext {
  readonly family: Family;
  readonly vocabulary: LabelVocabulary;
  readonly filter: LineFilter;
  readonly isTotal: (text: string) => boolean;
  /** The labels of the last row above the section: a merged cell may go on over the end of a page. */
  readonly above: Labels;
}

/** Texts of a row by label key; a blank has none. */
export type Labels = Readonly<Record<string, string>>;

/** What reading a section yields, before numbers are looked at. */
export interface SectionRows {
  readonly rows: readonly PrintedRow[];
  readonly flags: readonly Flag[];
  /** The labels that a blank in the next row would stand for. */
  readonly below: Labels;
}

/** Makes the flag for a line that has numbers and became part of no row. */
export function lineNotRead(page: number, line: number, text: string): Flag {
  const shown = text.slice(0, 1000).replace(/\s+/g, " ").trim();
  const cut = shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
  return {
    code: "line-not-read",
    severity: "warning",
    cells: [],
    message: `Page ${page}, line ${line} has numbers but is no row of the table: "${cut}"`,
  };
}

/** A doubt about a row that has hardly any numbers. */
export const NUMBERS_LOST: Flag = {
  code: "row-without-numbers",
  severity: "error",
  cells: [],
  message: "The numbers of these texts are gone or have become another row's",
};

/** Drops the blanks at the end of a row: they say no more than that the table is wide. */
export function withoutTail(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 0 && tokens[end - 1]!.text === "") end--;
  return end === tokens.length ? tokens : tokens.slice(0, end);
}

/** What makes a row one for a person to look at. */
export function doubt(code: string, message: string): Flag {
  return { code, severity: "error", cells: [], message };
}

/** The row with more doubts about how it was read. */
export function withDoubts(row: PrintedRow, doubts: readonly Flag[]): PrintedRow {
  return doubts.length === 0 ? row : { ...row, doubts: [...(row.doubts ?? []), ...doubts] };
}

/** Whether a row prints any number, or what may have been one. */
export function hasNumbers({ tokens }: PrintedRow): boolean {
  return tokens.some(({ text }) => text !== "");
}
