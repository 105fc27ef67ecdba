import type { ManifestEntry } from "../../src/batch/manifest.ts";

/** A document's line in a manifest, as one of a kind; what a test is about is given as `changes`. */
export function entryOf(
  input: string,
  outcome: ManifestEntry["outcome"],
  changes: Partial<ManifestEntry> = {},
): ManifestEntry {
  return {
    input,
    id: outcome === "pending" ? null : "sha256:01",
    outcome,
    output: outcome === "done" || outcome === "partial" ? input.replace(/\.\w+$/, ".poi.json") : null,
    programVersion: "1.0.0",
    options: { family: "auto", pages: null },
    reading: "sha256:02",
    family: null,
    counts: null,
    error:
      outcome === "failed"
        ? { code: "no-table", message: "there is none", hint: null, page: null, line: 4 }
        : null,
    startedAt: null,
    milliseconds: null,
    ...changes,
  };
}
