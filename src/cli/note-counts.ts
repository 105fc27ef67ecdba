import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { countResults } from "../batch/document-report.ts";
import { formatJson } from "../emit/format-json.ts";
import { writeAtomically } from "../emit/write-atomically.ts";
import type { Extraction } from "../schema.ts";

/** As much of run.json as is needed here; all else stays as it is. */
const manifest = z.looseObject({
  documents: z.array(z.looseObject({ output: z.string().nullable(), counts: z.looseObject({}).nullable() })),
});

/** Brings what run.json says of a result up to date, after the result was changed. A folder may have none. */
export async function noteCounts(folder: string, output: string, extraction: Extraction): Promise<void> {
  const path = join(folder, "run.json");
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return;
  const { documents, ...rest } = manifest.parse(JSON.parse(text));
  const noted = documents.map((entry) =>
    entry.output === output ? { ...entry, counts: { ...entry.counts, ...countResults(extraction) } } : entry,
  );
  await writeAtomically(path, formatJson({ ...rest, documents: noted }));
}
