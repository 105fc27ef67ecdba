import { join } from "node:path";
import { applyProposals } from "../check/apply-proposals.ts";
import { type ArchiveCheck, checkResults } from "../check/check-results.ts";
import { formatPage } from "../check/format-page.ts";
import { formatJson } from "../emit/format-json.ts";
import { writeAtomically } from "../emit/write-atomically.ts";
import { readResult } from "../results/read-result.ts";
import type { CheckFlags } from "./check.ts";
import { EXIT } from "./exit-codes.ts";
import { formatCheck } from "./format-check.ts";
import { noteCounts } from "./note-counts.ts";
import { writeStdout } from "./write-stdout.ts";

/** Findings and proposals for programs, beside the results; its name is not that of a result. */
const REPORT = "check.json";

/**
 * Does what `poi check` was asked to, and returns the exit code.
 *
 * @throws {PoiError} when the folder or a result in it cannot be read, or a file cannot be written
 */
export async function runCheck(folder: string, flags: CheckFlags): Promise<number> {
  const check = await checkResults(folder);
  await writeAtomically(join(folder, REPORT), formatJson({ schemaVersion: 1, ...check }));
  if (flags.html !== undefined) await writeAtomically(flags.html, formatPage(check));
  if (flags.apply) await apply(folder, check);
  await writeStdout(formatCheck(check, flags.apply ?? false, join(folder, REPORT)));
  const differ = check.years.some(({ findings }) => findings.length > 0);
  return flags.strict && differ ? EXIT.review : EXIT.done;
}

/** Writes into the results what is settled, and which readings are left where something is not. */
async function apply(folder: string, { years }: ArchiveCheck): Promise<void> {
  const proposals = years.flatMap((year) => year.proposals);
  for (const [file, own] of Map.groupBy(proposals, (proposal) => proposal.file)) {
    const path = join(folder, file);
    const settled = applyProposals(await readResult(path), own);
    await writeAtomically(path, formatJson(settled));
    await noteCounts(folder, file, settled);
  }
}
