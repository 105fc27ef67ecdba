import type { AnyFamily } from "../block-family.ts";
import type { ReadDocument, SettledDocument, SettledRow, Source } from "../document.ts";
import type { Extraction, MatchedName, Row } from "../schema.ts";
import { createRowBuilder } from "./build-row.ts";

/** All that is known of a document once every stage has run. */
export interface Findings {
  readonly source: Source;
  readonly read: Omit<ReadDocument, "tables">;
  /** Its rows are asked for one by one, once. */
  readonly settled: Omit<SettledDocument, "rows"> & { readonly rows: Iterable<SettledRow> };
  readonly family: AnyFamily;
  readonly matchOrgan: (raw: string) => MatchedName;
  readonly matchUnit: (raw: string) => MatchedName;
}

/** Composes the output: rows and totals apart, names matched, and whether a person should look. */
export function buildExtraction(findings: Findings): Extraction {
  const { source, read, settled, family } = findings;
  const uniqueId = createRowIds();
  const buildRow = createRowBuilder(findings);
  const rows: Row[] = [];
  const totals: Row[] = [];
  for (const settledRow of settled.rows) {
    const row = buildRow(settledRow, uniqueId(settledRow));
    (settledRow.printed.kind === "total" ? totals : rows).push(row);
  }
  return {
    schemaVersion: 1,
    document: {
      id: source.id,
      name: source.name,
      mediaType: source.mediaType,
      pages: read.pages,
      family: family.id,
      familyVersion: family.version,
      ...read.info,
    },
    rows,
    totals,
    reconciliation: [...settled.reconciliation],
    flags: [...read.flags, ...settled.flags].map((flag) => ({
      ...flag,
      cells: [...flag.cells],
    })),
    summary: {
      rows: rows.length,
      verified: rows.filter((row) => row.status === "verified").length,
      repaired: rows.filter((row) => row.status === "repaired").length,
      review: rows.filter((row) => row.needsReview).length,
    },
  };
}

/**
 * Names rows by where they are printed, `<page>-<line>`: the same in every conversion of the document. Rows that
 * share a line, as in text whose line breaks are gone, are counted from the second on: `1-7-2`.
 */
function createRowIds(): (row: SettledRow) => string {
  const seen = new Map<string, number>();
  return ({ printed }) => {
    const place = `${printed.page}-${printed.line}`;
    const count = (seen.get(place) ?? 0) + 1;
    seen.set(place, count);
    return count === 1 ? place : `${place}-${count}`;
  };
}
