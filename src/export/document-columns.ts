import type { Extraction } from "../schema.ts";
import type { SourcedColumn } from "./table.ts";

/** A document, and the name of the file that holds its result. */
interface Item {
  readonly extraction: Extraction;
  readonly file: string;
}

const text = (name: string, description: string, of: (item: Item) => string | null) =>
  ({ name, type: "string", description, of }) as const;
const count = (name: string, description: string, of: (item: Item) => number | null) =>
  ({ name, type: "integer", description, of }) as const;

/** The columns of the table of documents. */
export const documentColumns: readonly SourcedColumn<Item>[] = [
  text("document_id", "Hash of the document's bytes.", ({ extraction }) => extraction.document.id),
  text("file", "Name of the result this was exported from.", ({ file }) => file),
  text("name", "Name of the document's file.", ({ extraction }) => extraction.document.name),
  text("media_type", "Media type of the document.", ({ extraction }) => extraction.document.mediaType),
  count("pages", "How many pages it has.", ({ extraction }) => extraction.document.pages),
  text("family", "The document family it was read as.", ({ extraction }) => extraction.document.family),
  text("family_version", "Version of that family.", ({ extraction }) => extraction.document.familyVersion),
  text("title", "Title as printed.", ({ extraction }) => extraction.document.title),
  text("entity", "The public entity whose plan it is.", ({ extraction }) => extraction.document.entity),
  count("year", "Year of the plan.", ({ extraction }) => extraction.document.year),
  count(
    "through_quarter",
    "The last quarter, 1 to 4, whose execution it reports.",
    ({ extraction }) => extraction.document.throughQuarter,
  ),
  text("source", "Source it names in its footer.", ({ extraction }) => extraction.document.source),
  text("prepared_by", "Who prepared it, by its footer.", ({ extraction }) => extraction.document.preparedBy),
  count("row_count", "How many rows it has.", ({ extraction }) => extraction.summary.rows),
  count("verified", "How many of them are verified.", ({ extraction }) => extraction.summary.verified),
  count("repaired", "How many of them are repaired.", ({ extraction }) => extraction.summary.repaired),
  count("review", "How many of them need review.", ({ extraction }) => extraction.summary.review),
];
