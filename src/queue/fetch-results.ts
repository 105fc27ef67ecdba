import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { z } from "zod";
import { pendingEntry } from "../batch/convert-document.ts";
import { countResults } from "../batch/document-report.ts";
import { familyFinder } from "../batch/family-finder.ts";
import { type ManifestEntry, manifestEntry, packedError } from "../batch/manifest-shapes.ts";
import type { PackedError } from "../batch/packed-error.ts";
import { type ResultFolder, type Slot, withResultFolder } from "../batch/result-folder.ts";
import { readCorrectionLog } from "../corrections/correction-log.ts";
import { keepDecisions } from "../corrections/keep-decisions.ts";
import { formatJson } from "../emit/format-json.ts";
import { temporaryName } from "../emit/temporary-name.ts";
import { writeNewFile } from "../emit/write-new-file.ts";
import { type Extraction, extraction } from "../schema.ts";
import { programVersion } from "../version.ts";
import { DEAD_LETTERS } from "./queue-status.ts";
import { DEAD_QUEUE } from "./tables.ts";
import type { OpenQueue } from "./with-queue.ts";

/** What was brought into the folder. */
export interface Fetched {
  readonly written: number;
  /** Results that the folder held already. */
  readonly kept: number;
  readonly failed: number;
  /** Documents that nobody has converted yet. */
  readonly pending: number;
}

const decompress = promisify(gunzip);

/** A document of the queue: sent in, and with what came of it where something has. */
const document = z.object({
  input: z.string(),
  id: z.string(),
  options: manifestEntry.shape.options,
  entry: manifestEntry.omit({ input: true, output: true, error: true }).nullable(),
  /** What the last worker said: an error of ours, one of the database or a bug, or nothing where it was lost. */
  error: z.unknown(),
  isDead: z.boolean(),
});
type Document = z.infer<typeof document>;

/**
 * Brings the results of a queue into a folder, as `poi convert --out` would have left it: one file each, byte for
 * byte, and run.json over all; decisions that people made in the folder are put on them. What the folder holds already
 * is not brought again.
 *
 * @throws {PoiError} `output-not-writable`
 */
export async function fetchResults(queue: OpenQueue, out: string): Promise<Fetched> {
  const documents = new Map((await listDocuments(queue)).map((one) => [one.input, one]));
  const inputs = [...documents.keys()].map((path) => ({ path, load: () => Promise.reject(new Error(path)) }));
  const run = {
    command: "fetch",
    options: {},
    programVersion: programVersion(),
    startedAt: new Date().toISOString(),
  };
  const pending = ({ input }: Slot) => documents.get(input.path)!;
  const { entries } = await readCorrectionLog(out);
  const decided = new Set(entries.flatMap((entry) => (entry.kind === "sample" ? [] : entry.document)));
  const fetched = { written: 0, kept: 0, failed: 0, pending: 0 };
  return await withResultFolder(
    out,
    inputs,
    run,
    (slot) => pendingEntry(slot, pending(slot).options, ""),
    async (folder) => {
      for (const slot of folder.slots) {
        const one = pending(slot);
        fetched[await bring(queue, out, folder, slot, one, decided.has(one.id))]++;
      }
      return fetched;
    },
  );
}

async function listDocuments({ pool }: OpenQueue): Promise<Document[]> {
  const { rows } = await pool.query(
    `select d.input, d.id, d.options, r.entry, dead.source_output error, dead.input is not null "isDead"
     from poi_queue.document d
       left join poi_queue.result r on r.input = d.input and r.revision = d.revision
       left join (select distinct on (d.input) d.input, j.source_output from ${DEAD_LETTERS}
                  order by d.input, j.created_on desc) dead on dead.input = d.input
     order by d.input collate "C"`,
    [DEAD_QUEUE],
  );
  return z.array(document).parse(rows);
}

async function bring(
  queue: OpenQueue,
  out: string,
  folder: ResultFolder,
  slot: Slot,
  { input, id, options, entry, error, isDead }: Document,
  isDecided: boolean,
): Promise<keyof Fetched> {
  if (entry !== null) {
    if (isSame(slot.earlier, toEntry(slot, entry))) {
      folder.keep(slot);
      return "kept";
    }
    // Both from one row, which a worker may have written anew meanwhile.
    const { rows } = await queue.pool.query(
      "select entry, extraction from poi_queue.result where input = $1",
      [input],
    );
    const current = toEntry(slot, document.shape.entry.parse(rows[0].entry));
    const temporary = temporaryName(join(out, slot.output));
    const text = (await decompress(rows[0].extraction)).toString();
    const settled = isDecided ? await settle(out, text, current) : null;
    await writeNewFile(temporary, settled === null ? [text] : formatJson(settled));
    const counts = settled === null ? current.counts : countResults(settled);
    await folder.commit(slot, temporary, { ...current, counts });
    return "written";
  }
  if (!isDead) return "pending";
  const failed: ManifestEntry = {
    ...pendingEntry(slot, options, ""),
    id,
    outcome: "failed",
    error: toPackedError(error),
  };
  await folder.fail(slot, failed, true);
  return "failed";
}

/** Whether a result is that of the same conversion. What is counted in it changes with people's decisions. */
function isSame(earlier: ManifestEntry | null | undefined, current: ManifestEntry): boolean {
  return (
    earlier != null &&
    JSON.stringify({ ...earlier, counts: null }) === JSON.stringify({ ...current, counts: null })
  );
}

/** A result with the decisions on it that people made in the folder. */
async function settle(out: string, text: string, entry: ManifestEntry): Promise<Extraction> {
  const read = extraction.parse(JSON.parse(text));
  const findFamily = await familyFinder(null);
  return await keepDecisions(out, read, await findFamily(read.document.family, entry));
}

/** The line of run.json, its keys in the order in which they are read from one. */
function toEntry(slot: Slot, entry: Document["entry"]): ManifestEntry {
  return manifestEntry.parse({ ...entry, input: slot.id, output: slot.output, error: null });
}

function toPackedError(error: unknown): PackedError {
  const ours = z.object(packedError.shape).safeParse(error);
  if (ours.success) return ours.data;
  const said = z.object({ message: z.string() }).safeParse(error);
  return {
    code: "worker-crashed",
    message: said.success ? said.data.message : "each worker that took this document was lost",
    hint: "see with `poi worker` on one machine what happens to it",
    page: null,
    line: null,
  };
}
