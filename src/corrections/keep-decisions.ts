import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { AnyFamily } from "../block-family.ts";
import type { Extraction } from "../schema.ts";
import { applyCorrections } from "./apply-corrections.ts";
import type { CorrectionLog } from "./correction-log.ts";
import { LOG_NAME } from "./log-name.ts";

/** The log that was read last: a run asks for the same one with every document. */
let last: { readonly key: string; readonly log: CorrectionLog } | null = null;

/**
 * Puts the decisions that people made on a folder's results on a document that was converted again.
 *
 * @param folder where the results and their `corrections.ndjson` lie
 * @throws {PoiError} `input-unreadable` when the log is there and cannot be read
 */
export async function keepDecisions(
  folder: string,
  extraction: Extraction,
  family: AnyFamily | null,
): Promise<Extraction> {
  const path = join(folder, LOG_NAME);
  const stats = await stat(path).catch(() => null);
  // Most folders have none yet: nothing that reads one is loaded for them.
  if (stats === null) return applyCorrections(extraction, [], family);
  const key = `${path}\n${stats.size}\n${stats.mtimeMs}`;
  if (last?.key !== key) {
    const { readCorrectionLog } = await import("./correction-log.ts");
    last = { key, log: await readCorrectionLog(folder) };
  }
  return applyCorrections(extraction, last.log.entries, family);
}
