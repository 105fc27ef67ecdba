import type { Settlement } from "../../src/corrections/correction.ts";
import { printedHash } from "../../src/corrections/printed-hash.ts";
import { extract } from "../../src/extract.ts";
import { readCells } from "../../src/rules/row-cells.ts";
import type { Extraction, Row } from "../../src/schema.ts";
import { doubtfulPlan } from "../support/small-plan.ts";

/** Three sound rows, and a fourth whose organ nobody knows. */
export function plan(): Promise<Extraction> {
  return extract(doubtfulPlan);
}

/** A person's word that a row is as it was read; what a test is about is given as `changes`. */
export function settlement(
  { document }: Extraction,
  row: Row,
  changes: { readonly cells?: Readonly<Record<string, number | null>> } & Partial<Settlement> = {},
): Settlement {
  const { cells: changed = {}, ...rest } = changes;
  const cells = readCells(row);
  return {
    kind: "settle",
    id: "first",
    at: "2026-11-23T05:00:00.000Z",
    by: "Ana Quispe",
    programVersion: "0.1.0",
    document: document.id,
    row: row.id,
    printed: printedHash(row.source.text),
    decision: "values",
    before: { status: row.status, organ: row.organ?.id ?? null, cells },
    after: { organ: null, cells: { ...cells, ...changed } },
    reason: "",
    family: "sat-lima@1.0.0",
    ...rest,
  };
}
