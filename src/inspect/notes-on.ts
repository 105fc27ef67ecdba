import type { AnyFamily } from "../block-family.ts";
import type { Page } from "../document.ts";
import type { PoiError } from "../errors.ts";
import { isBlockFamily } from "../is-block-family.ts";
import type { GridFacts, TableFacts } from "./page-facts.ts";

interface Found {
  readonly page: Page;
  readonly tables: readonly TableFacts[];
  readonly grids: readonly GridFacts[];
  /** Why the document gave no rows, if it gave none. */
  readonly failure: PoiError | null;
  readonly family: AnyFamily | null;
}

/** What a person should know before looking at a page. */
export function notesOn({ page, tables, grids, failure, family }: Found): string[] {
  const notes: string[] = [];
  if (failure !== null) notes.push(`Whole document: ${failure.message}.`);
  if (page.words.length === 0) notes.push("No text that can be read: the page is empty or a picture.");
  else if (tables.length === 0) {
    const header = family === null ? "no header of a known family" : `no header of family ${family.id}`;
    notes.push(`No table on this page: ${header} was found.`);
    for (const { columns, rows } of grids) {
      notes.push(`Lines draw a grid of ${columns} columns and ${rows} rows without such a header.`);
    }
  }
  for (const { rows, hasHeader } of tables) {
    if (!hasHeader) notes.push("A table goes on from a page before: its columns are those of that page.");
    if (rows.length === 0) notes.push("A header was found with no rows under it.");
  }
  const unlisted = unlistedHeaders(tables, family);
  if (unlisted.length > 0) notes.push(`Headers the family does not list: ${unlisted.join(", ")}.`);
  if (page.turns > 0) {
    notes.push(`Most text stands turned: the page is shown turned by ${page.turns * 90} degrees, clockwise.`);
  }
  return notes;
}

function unlistedHeaders(tables: readonly TableFacts[], family: AnyFamily | null): string[] {
  const listed = new Set([
    ...(family?.labels ?? []).map(({ key }) => key),
    ...(family === null || isBlockFamily(family) ? [] : family.extra).map(({ key }) => `extra.${key}`),
    // Columns that say what a line is are no labels, and listed all the same.
    ...tables.flatMap((table) => table.columns.flatMap(({ name }) => (name.startsWith("#") ? [name] : []))),
  ]);
  const columns = tables.flatMap((table) => table.columns);
  const unlisted = columns.filter(
    ({ kind, name }) => !listed.has(name) && (kind !== "cell" || name.startsWith("extra.")),
  );
  return [...new Set(unlisted.map(({ name, header }) => `"${header}" (read as ${name})`))];
}
