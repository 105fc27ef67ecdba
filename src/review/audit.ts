import { randomInt } from "node:crypto";
import type { Sample, Settlement } from "../corrections/correction.ts";
import { currentDecisions, rowKey } from "../corrections/current-decisions.ts";
import { changedCells } from "../rules/row-cells.ts";
import type { AuditInfo, Refusal } from "./api.ts";
import { confidenceInterval } from "./confidence-interval.ts";
import type { Store } from "./create-store.ts";
import { signature } from "./settle.ts";

/** Draws rows that needed no review and that nobody has looked at, and writes the draw into the log. */
export function drawSample(store: Store, size: number, by: string): Promise<Refusal | null> {
  return store.commit([], () => {
    const sound = store.rows().filter(({ state, isTotal }) => state === "sound" && !isTotal);
    if (sound.length === 0) return { error: "invalid", message: "No row is left that needed no review." };
    const population = sound.length;
    const rows = Array.from({ length: Math.min(size, population) }, (_, k) => {
      // Each row is drawn from those that are left (Fisher and Yates).
      const other = randomInt(k, population);
      const drawn = sound[other]!;
      sound[other] = sound[k]!;
      const { extraction } = store.documents()[drawn.document]!;
      return { document: extraction.document.id, row: drawn.row.id };
    });
    const entry: Sample = { kind: "sample", ...signature(by), population, rows };
    return [entry];
  });
}

/** What came of the samples so far, the last one first. */
export function listAudits(store: Store): AuditInfo[] {
  const decisions = currentDecisions(store.log());
  const numbers = new Map<string, number>();
  for (const { n, document, row } of store.rows()) {
    numbers.set(rowKey({ document: store.documents()[document]!.extraction.document.id, row: row.id }), n);
  }
  return store
    .log()
    .filter((entry) => entry.kind === "sample")
    .reverse()
    .map(({ id, at, by, population, rows }) => {
      const looked = rows.map((row) => decisions.get(rowKey(row))).filter((found) => found?.audit === id);
      const wrong = looked.filter((found) => found !== undefined && wasWrong(found)).length;
      const left = rows
        .filter((row) => decisions.get(rowKey(row))?.audit !== id)
        .flatMap((row) => numbers.get(rowKey(row)) ?? []);
      return {
        id,
        at,
        by,
        population,
        size: rows.length,
        looked: looked.length,
        wrong,
        interval: confidenceInterval(wrong, looked.length),
        left,
      };
    });
}

/** Whether what the program gave without asking was not what the person saw printed. */
function wasWrong({ before, after }: Settlement): boolean {
  return (
    changedCells(before.cells, after.cells).length > 0 ||
    (after.organ !== null && after.organ.id !== before.organ)
  );
}
