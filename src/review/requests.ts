import { z } from "zod";
import { MAX_BY, MAX_REASON } from "../corrections/correction.ts";

/** What the page may ask for: everything from the browser goes through one of these. */

const index = z.coerce.number().int().nonnegative();
/** Printed names can be long; longer ones are none of ours. */
const text = z.string().max(2000);
/** More rows at once than any screen shows. */
const MAX_AT_ONCE = 500;
const MAX_SAMPLE = 5000;

export const rowNumber = index;
export const rowNumbers = z
  .string()
  .max(8000)
  .transform((list) => list.split(",").map(Number))
  .pipe(z.array(z.int().nonnegative()).max(MAX_AT_ONCE));

export const filter = z.strictObject({
  state: z.enum(["pending", "settled", "all"]).default("pending"),
  document: index.optional(),
  organ: text.optional(),
  reason: text.optional(),
  equation: text.optional(),
  search: text.optional(),
});

export const decision = z.strictObject({
  version: z.string().max(100),
  decision: z.enum(["values", "document-wrong"]),
  cells: z.record(z.string().max(100), z.number().nullable()),
  organ: z.string().max(200).nullable(),
  reason: z.string().max(MAX_REASON),
  by: z.string().trim().min(1).max(MAX_BY),
  audit: z.string().max(100).optional(),
});

export const undo = z.strictObject({
  version: z.string().max(100),
  by: z.string().trim().min(1).max(MAX_BY),
});

/** The same decision for others: their numbers and versions, as the preview showed them. */
export const alikeDecision = z.strictObject({
  decision,
  rows: z.array(z.strictObject({ n: z.int().nonnegative(), version: z.string().max(100) })).max(MAX_SAMPLE),
});

export const sampleRequest = z.strictObject({
  size: z.int().min(1).max(MAX_SAMPLE),
  by: z.string().trim().min(1).max(MAX_BY),
});
