import { z } from "zod";
import type { PackedError } from "./packed-error.ts";

/** The shapes of what an output folder says of itself. Loaded where something is read: most runs only write. */

const requested = z.strictObject({
  family: z.string(),
  pages: z.string().nullable(),
  ocr: z.enum(["off", "force"]).optional(),
});

const counts = z.strictObject({
  pages: z.int(),
  rows: z.int(),
  verified: z.int(),
  repaired: z.int(),
  review: z.int(),
  reasons: z.record(z.string(), z.int()),
  remarks: z.record(z.string(), z.int()),
  totals: z.strictObject({ match: z.int(), mismatch: z.int(), unsettled: z.int() }),
  corrections: z
    .strictObject({ applied: z.int(), alreadyTrue: z.int(), conflict: z.int(), orphan: z.int() })
    .optional(),
});

export const packedError = z.strictObject({
  code: z.string(),
  message: z.string(),
  hint: z.string().nullable(),
  page: z.int().nullable(),
  line: z.int().nullable(),
}) satisfies z.ZodType<PackedError>;

/** One document of an output folder: what it was made of, with what, and what came of it. */
export const manifestEntry = z.strictObject({
  /** Path of the input, relative to the output folder; `-` for standard input. */
  input: z.string(),
  /** `sha256:` and the hash of the input; null where it could not be read. */
  id: z.string().nullable(),
  /**
   * `partial`: something of the document, such as a page, could not be read. `pending`: not converted yet, or
   * being converted when the run was ended; whatever stands under `output` is not to be relied on.
   */
  outcome: z.enum(["done", "partial", "failed", "pending"]),
  /** Name of the result in this folder: a later run writes over it, so it can be no other file. */
  output: z
    .string()
    .regex(/^[^/\\]+\.poi\.json$/)
    .nullable(),
  programVersion: z.string(),
  options: requested,
  /** A hash of all that the result depends on besides the input: program version, families, options. */
  reading: z.string(),
  /** The family it was read with; `hash` tells an edited family from the one before. */
  family: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }).nullable(),
  counts: counts.nullable(),
  error: packedError.nullable(),
  /** When it was begun, in ISO 8601 and UTC, and how long it took; null where it was not begun. */
  startedAt: z.string().nullable(),
  milliseconds: z.int().nullable(),
});
export type ManifestEntry = z.infer<typeof manifestEntry>;

/** The latest run over an output folder. */
const run = z.strictObject({
  /** The command that wrote the folder, and the options that it ran with. */
  command: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  programVersion: z.string(),
  /** `running` is also what a run that was killed leaves behind; `stopped` left documents that are pending. */
  state: z.enum(["running", "complete", "stopped"]),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
});
export type Run = z.infer<typeof run>;

export const manifest = z.strictObject({
  schemaVersion: z.literal(1),
  run,
  documents: z.array(manifestEntry),
});
