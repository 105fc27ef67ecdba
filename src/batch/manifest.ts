import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { formatJson } from "../emit/format-json.ts";
import { writeAtomically } from "../emit/write-atomically.ts";
import { PoiError } from "../errors.ts";
import type { ManifestEntry, Run } from "./manifest-shapes.ts";

export type { ManifestEntry, Run };

export const MANIFEST = "run.json";

/**
 * Reads what an output folder says of itself; nothing where it has no manifest yet.
 *
 * @throws {PoiError} `output-not-writable` when run.json is there but is not a manifest of ours: writing over it
 *   would destroy what is not ours
 */
export async function readManifest(folder: string): Promise<ManifestEntry[]> {
  const path = join(folder, MANIFEST);
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return [];
  const { manifest } = await import("./manifest-shapes.ts");
  try {
    return manifest.parse(JSON.parse(text)).documents;
  } catch (cause) {
    throw new PoiError("output-not-writable", "this run.json was not written by this program", {
      place: { file: path },
      hint: "choose another folder with --out, or move that file away",
      cause,
    });
  }
}

/** Writes the manifest of a folder, documents ordered by their input. */
export async function writeManifest(
  folder: string,
  run: Run,
  entries: Iterable<ManifestEntry>,
): Promise<void> {
  const documents = [...entries].sort((a, b) => (a.input < b.input ? -1 : 1));
  await writeAtomically(join(folder, MANIFEST), formatJson({ schemaVersion: 1, run, documents }));
}
