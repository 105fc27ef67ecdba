import { randomUUID } from "node:crypto";
import type { LogEntry, Settlement } from "../corrections/correction.ts";
import { printedHash } from "../corrections/printed-hash.ts";
import { withoutDecision } from "../corrections/without-decision.ts";
import { holds } from "../rules/residual.ts";
import { readCells } from "../rules/row-cells.ts";
import { programVersion } from "../version.ts";
import type { Decision, Refusal } from "./api.ts";
import type { Store } from "./create-store.ts";
import type { ReviewRow } from "./review-row.ts";

/** Settles one row as a person decided. Refused where the numbers break the family's equations, or others were faster. */
export function settleRow(store: Store, n: number, decision: Decision): Promise<Refusal | null> {
  return store.commit([n], () => {
    const entry = makeSettlement(store, n, decision);
    return "error" in entry ? entry : [entry];
  });
}

/** The log's entry for a decision; a refusal where it cannot be made. */
export function makeSettlement(store: Store, n: number, decision: Decision): Settlement | Refusal {
  const row = store.rows()[n];
  if (row === undefined || store.versionOf(row) !== decision.version) return { error: "changed" };
  const { rules, extraction } = store.documents()[row.document]!;
  const read = withoutDecision(row.row);
  const before = readCells(read);
  const { cells } = decision;
  const isSameShape =
    Object.keys(cells).length === Object.keys(before).length &&
    Object.keys(before).every((cell) => Object.hasOwn(cells, cell));
  if (!isSameShape) return { error: "invalid", message: "A decision must give every cell of the row." };
  const organ =
    decision.organ === null ? null : (rules?.organs.find(({ id }) => id === decision.organ) ?? undefined);
  if (organ === undefined) return { error: "invalid", message: "An organ must be one of the family's." };
  const broken = (rules?.equations ?? []).filter((equation) => !holds(equation, cells));
  if (decision.decision === "values" && broken.length > 0) {
    return { error: "broken", equations: broken.map(({ text }) => text) };
  }
  const { document } = extraction;
  return {
    kind: "settle",
    ...signature(decision.by),
    ...identityOf(store, row),
    decision: decision.decision,
    before: { status: read.status, organ: read.organ?.id ?? null, cells: before },
    after: {
      organ: organ === null ? null : { id: organ.id, name: organ.name },
      cells: Object.fromEntries(Object.keys(before).map((cell) => [cell, cells[cell] ?? null])),
    },
    reason: decision.reason.trim(),
    family: `${document.family}@${document.familyVersion}`,
    ...(decision.audit !== undefined && { audit: decision.audit }),
  };
}

/** Takes the last decision on a row back. */
export function undoRow(store: Store, n: number, { version, by }: { version: string; by: string }) {
  return store.commit([n], () => {
    const row = store.rows()[n];
    if (row === undefined || store.versionOf(row) !== version) return { error: "changed" };
    if (row.row.correction === undefined)
      return { error: "invalid", message: "This row has no decision to undo." };
    const entry: LogEntry = { kind: "undo", ...signature(by), ...identityOf(store, row) };
    return [entry];
  });
}

/** Who decides, when, and with which program. */
export function signature(by: string) {
  return { id: randomUUID(), at: new Date().toISOString(), by, programVersion: programVersion() };
}

function identityOf(store: Store, { document, row }: ReviewRow) {
  const { extraction } = store.documents()[document]!;
  return { document: extraction.document.id, row: row.id, printed: printedHash(row.source.text) };
}
