import { join } from "node:path";
import { familyFinder } from "../batch/family-finder.ts";
import { lockFolder } from "../batch/lock-folder.ts";
import { readManifest } from "../batch/manifest.ts";
import { applyProposals } from "../check/apply-proposals.ts";
import { type ArchiveCheck, checkResults } from "../check/check-results.ts";
import { formatPage } from "../check/format-page.ts";
import { reconcileAgain } from "../corrections/reconcile-again.ts";
import { formatJson } from "../emit/format-json.ts";
import { writeAtomically } from "../emit/write-atomically.ts";
import { readResult } from "../results/read-result.ts";
import { EXIT } from "./exit-codes.ts";
import { formatCheck } from "./format-check.ts";
import { noteCounts } from "./note-counts.ts";
import { writeStdout } from "./write-stdout.ts";

/** The options of `poi check` as they were typed. */
export interface CheckFlags {
  readonly apply?: boolean;
  readonly html?: string;
  readonly strict?: boolean;
}

/** Findings and proposals for programs, beside the results; its name is not that of a result. */
const REPORT = "check.json";

/**
 * Does what `poi check` was asked to, and returns the exit code.
 *
 * @throws {PoiError} when the folder or a result in it cannot be read, or a file cannot be written
 */
export async function runCheck(folder: string, flags: CheckFlags): Promise<number> {
  // What is settled must rest on results that nobody writes meanwhile.
  const check = flags.apply
    ? await lockFolder(folder, () => checkAndApply(folder))
    : await checkResults(folder);
  await writeAtomically(join(folder, REPORT), formatJson({ schemaVersion: 1, ...check }));
  if (flags.html !== undefined) await writeAtomically(flags.html, formatPage(check));
  await writeStdout(formatCheck(check, flags.apply ?? false, join(folder, REPORT)));
  const differ = check.years.some(({ findings }) => findings.length > 0);
  return flags.strict && differ ? EXIT.review : EXIT.done;
}

/** Writes into the results what is settled, and which readings are left where something is not. */
async function checkAndApply(folder: string): Promise<ArchiveCheck> {
  const check = await checkResults(folder);
  const families = await familyFinder(null);
  const entries = new Map((await readManifest(folder)).map((entry) => [entry.output, entry]));
  const proposals = check.years.flatMap((year) => year.proposals);
  for (const [file, own] of Map.groupBy(proposals, (proposal) => proposal.file)) {
    const path = join(folder, file);
    const read = await readResult(path);
    const family = await families(read.document.family, entries.get(file));
    const rows = applyProposals(read, own);
    const settled = { ...rows, reconciliation: reconcileAgain(read, rows, family) };
    await writeAtomically(path, formatJson(settled));
    await noteCounts(folder, file, settled);
  }
  return check;
}
