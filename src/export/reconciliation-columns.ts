import type { Extraction, Reconciliation } from "../schema.ts";
import type { SourcedColumn } from "./table.ts";

/** A published total beside the rows it adds up, and its place among those of its document. */
interface Item {
  readonly document: Extraction["document"];
  readonly item: Reconciliation;
  readonly index: number;
}

/** The columns of the table of published totals. */
export const reconciliationColumns: readonly SourcedColumn<Item>[] = [
  { name: "document_id", type: "string", description: "The document.", of: ({ document }) => document.id },
  {
    name: "position",
    type: "integer",
    description: "Its place among the document's totals, from 1.",
    of: ({ index }) => index + 1,
  },
  { name: "label", type: "string", description: "The total as printed.", of: ({ item }) => item.label },
  {
    name: "cell",
    type: "string",
    description: "The cell, as in programmed.jan.",
    of: ({ item }) => item.cell,
  },
  { name: "published", type: "number", description: "What is printed.", of: ({ item }) => item.published },
  {
    name: "computed",
    type: "number",
    description: "What the rows it adds up come to.",
    of: ({ item }) => item.computed,
  },
  {
    name: "difference",
    type: "number",
    description: "Published less computed.",
    of: ({ item }) => item.difference,
  },
  {
    name: "verdict",
    type: "string",
    description: "match, mismatch, or unsettled where a row it adds up still needs review.",
    of: ({ item }) => item.verdict,
  },
];
