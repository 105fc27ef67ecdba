import type { Extraction, Row } from "../schema.ts";
import type { SourcedColumn } from "./table.ts";

/** A row and the document it stands in. */
export interface RowItem {
  readonly document: Extraction["document"];
  readonly row: Row;
}

/** The columns that rows and facts have in common. */
export const commonColumns = {
  documentId: {
    name: "document_id",
    type: "string",
    description: "The document: a hash of its bytes.",
    of: ({ document }) => document.id,
  },
  rowId: {
    name: "row_id",
    type: "string",
    description: "Names the row within its document, the same in every conversion.",
    of: ({ row }) => row.id,
  },
  entity: {
    name: "entity",
    type: "string",
    description: "The public entity.",
    of: ({ document }) => document.entity,
  },
  organ: {
    name: "organ",
    type: "string",
    description: "The organ's name; as printed where it matches none that is known.",
    of: ({ row }) => row.organ?.name ?? row.organ?.raw ?? null,
  },
  unit: {
    name: "unit",
    type: "string",
    description: "Unit of measure; as printed where it matches none that is known.",
    of: ({ row }) => row.unit?.name ?? row.unit?.raw ?? null,
  },
  status: {
    name: "status",
    type: "string",
    description: "Status of the row: verified, repaired, ambiguous, inconsistent or unverified.",
    of: ({ row }) => row.status,
  },
  needsReview: {
    name: "needs_review",
    type: "boolean",
    description: "Whether a person should look at the row.",
    of: ({ row }) => row.needsReview,
  },
  confidence: {
    name: "confidence",
    type: "number",
    description: "Probability that every number of the row is right, from 0 to 1.",
    of: ({ row }) => row.confidence,
  },
} as const satisfies Readonly<Record<string, SourcedColumn<RowItem>>>;
