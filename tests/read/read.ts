import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import type { PrintedRow, ReadDocument } from "../../src/document.ts";
import type { Family } from "../../src/family.ts";
import { readLines } from "../../src/read/read-lines.ts";
import { readTables } from "../../src/read/read-tables.ts";
import { town } from "./family-fixture.ts";

/** Reads a text as if it had been pasted. */
export function readText(text: string, family: Family = town): ReadDocument {
  return readTables(readLines(sourceFromBytes("pasted.txt", new TextEncoder().encode(text))), family);
}

export function rowsOf(document: ReadDocument): readonly PrintedRow[] {
  return document.tables.flatMap((table) => table.rows);
}

/** The numbers of a row as texts, with "" for a blank. */
export function textsOf(row: PrintedRow | undefined): string[] {
  return row?.tokens.map((token) => token.text) ?? [];
}
