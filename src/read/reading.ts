import type { Flag, PrintedRow, Token } from "../document.ts";
import type { Header } from "../grid/header.ts";

/** A part of a document under one header: lines of the document from `from` to before `to`. */
export interface Section {
  /** Null for lines that no header stands over. */
  readonly header: Header | null;
  readonly from: number;
  readonly to: number;
}

/** What reading a section yields, before numbers are looked at. */
export interface SectionRows {
  readonly rows: readonly PrintedRow[];
  readonly flags: readonly Flag[];
}

/** Makes the flag for a line that has numbers and became part of no row. */
export function lineNotRead(page: number, line: number, text: string): Flag {
  const shown = text.replace(/\s+/g, " ").trim();
  const cut = shown.length > 80 ? `${shown.slice(0, 79)}…` : shown;
  return {
    code: "line-not-read",
    severity: "warning",
    cells: [],
    message: `Page ${page}, line ${line} has numbers but is no row of the table: "${cut}"`,
  };
}

/** Drops the blanks at the end of a row: they say no more than that the table is wide. */
export function withoutTail(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 0 && tokens[end - 1]!.text === "") end--;
  return end === tokens.length ? tokens : tokens.slice(0, end);
}
