import { createHash } from "node:crypto";
import { join } from "node:path";
import { keepDecisions } from "../corrections/keep-decisions.ts";
import type { Source } from "../document.ts";
import { formatJson } from "../emit/format-json.ts";
import { writeAtomically } from "../emit/write-atomically.ts";
import { PoiError } from "../errors.ts";
import { extract } from "../extract.ts";
import type { Family } from "../family.ts";
import { programVersion } from "../version.ts";
import type { Input } from "./collect-inputs.ts";
import { countResults } from "./document-report.ts";
import type { ManifestEntry } from "./manifest.ts";

/** What one document is converted with. */
export interface ConvertOptions {
  /** Folder of the results. */
  readonly out: string;
  /** The family that was asked for; null to recognise one among `known`. */
  readonly family: Family | null;
  readonly known: readonly Family[];
  /** The choice of family and pages as it was typed. */
  readonly requested: { readonly family: string; readonly pages: string | null };
  /** Convert again what an earlier run already did. */
  readonly force: boolean;
}

/** Where a document stands in a run: its result's name, its identity, and what an earlier run made of it. */
export interface Slot {
  readonly input: Input;
  readonly id: string;
  readonly output: string;
  readonly earlier: ManifestEntry | undefined;
}

/** What came of a document: its line in the manifest, and the error that stopped it. */
export interface Outcome {
  readonly entry: ManifestEntry;
  readonly isKept: boolean;
  readonly error: PoiError | null;
}

/** Converts one document of a run, or keeps its earlier result where nothing it was made of has changed. */
export async function convertDocument(slot: Slot, options: ConvertOptions): Promise<Outcome> {
  const { requested, known } = options;
  const base = { input: slot.id, id: null, programVersion: programVersion(), options: { ...requested } };
  let source: Source | undefined;
  try {
    source = await slot.input.load();
    if (!options.force && slot.earlier !== undefined && stillStands(slot.earlier, source, options)) {
      return { entry: slot.earlier, isKept: true, error: null };
    }
    const read = await extract(source, {
      family: options.family ?? "auto",
      families: known,
      ...(requested.pages !== null && { pages: requested.pages }),
    });
    const { id, family: familyId } = read.document;
    const family = options.family ?? known.find((one) => one.id === familyId);
    const extraction = await keepDecisions(options.out, read, family ?? null);
    await writeAtomically(join(options.out, slot.output), formatJson(extraction));
    const entry: ManifestEntry = {
      ...base,
      id,
      outcome: "done",
      output: slot.output,
      family: family ? fingerprint(family) : null,
      counts: countResults(extraction),
      error: null,
    };
    return { entry, isKept: false, error: null };
  } catch (error) {
    if (!(error instanceof PoiError)) throw error;
    const entry: ManifestEntry = {
      ...base,
      id: source?.id ?? null,
      outcome: "failed",
      output: null,
      family: null,
      counts: null,
      error: { code: error.code, message: error.message },
    };
    return { entry, isKept: false, error };
  }
}

/** Whether a result would come out the same: same bytes, program, family, and pages. */
function stillStands(earlier: ManifestEntry, source: Source, { family, known, requested }: ConvertOptions) {
  const used = family ?? known.find((one) => one.id === earlier.family?.id);
  return (
    earlier.outcome === "done" &&
    earlier.id === source.id &&
    earlier.programVersion === programVersion() &&
    earlier.options.family === requested.family &&
    earlier.options.pages === requested.pages &&
    used !== undefined &&
    earlier.family?.hash === fingerprint(used).hash
  );
}

/** A family's id, version, and a hash of all it declares: users edit their own without a new version. */
function fingerprint(family: Family): NonNullable<ManifestEntry["family"]> {
  const hash = createHash("sha256").update(JSON.stringify(family)).digest("hex");
  return { id: family.id, version: family.version, hash: `sha256:${hash}` };
}
