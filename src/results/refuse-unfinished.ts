import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PoiError } from "../errors.ts";

/** As much of run.json as says whether results can be relied on. */
const manifest = z.looseObject({
  documents: z.array(z.looseObject({ output: z.string().nullable(), outcome: z.string() })),
});

/**
 * Refuses a folder whose run.json calls one of the results pending or failed: it is of an earlier state of its
 * document, left there by a run that did not come to its end. A folder without run.json was put together by hand.
 *
 * @param results names of the results in the folder
 * @throws {PoiError} `usage` for such a result; `result-invalid` for a run.json that is none
 */
export async function refuseUnfinished(folder: string, results: readonly string[]): Promise<void> {
  const path = join(folder, "run.json");
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return;
  const { documents } = parse(text, path);
  const known = new Set(results);
  const stale = documents.find(
    ({ output, outcome }) =>
      output !== null && known.has(output) && outcome !== "done" && outcome !== "partial",
  );
  if (stale === undefined) return;
  throw new PoiError(
    "usage",
    `${folder}: results must be those of a run that has ended: run.json calls ${stale.output} ${stale.outcome}`,
    { place: { file: path }, hint: "run `poi convert` once more with the same input and --out" },
  );
}

function parse(text: string, path: string): z.infer<typeof manifest> {
  try {
    return manifest.parse(JSON.parse(text));
  } catch (cause) {
    throw new PoiError("result-invalid", `${path}: the file must be a manifest as poi convert writes it`, {
      place: { file: path },
      cause,
    });
  }
}
