import { z } from "zod";

/** Words a thing is printed as; they are compared after folding (case, accents, spacing, punctuation). */
const words = z.array(z.string().trim().min(1)).min(1);
const key = z.string().regex(/^[a-z][a-zA-Z0-9]*$/, "a key is a letter followed by letters and digits");

/** A name with the other names it has had. */
const alias = z.strictObject({
  name: z.string().trim().min(1),
  /** First and last year in which the entity used this name. */
  from: z.int().optional(),
  to: z.int().optional(),
});

/** A canonical name: an organ or a unit of measure. */
export const canonicalName = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens"),
  name: z.string().trim().min(1),
  aliases: z.array(alias).default([]),
});
export type CanonicalName = z.infer<typeof canonicalName>;

/** Which rows a total adds up: `all`, those since the last total, or by a label's value (folded). */
const totalRows = z.union([
  z.literal("all"),
  z.literal("since-last-total"),
  z.strictObject({ label: key, in: words }),
  z.strictObject({ label: key, notIn: words }),
]);

/** What `family.json` declares. See docs/adding-a-family.md. */
export const familyFile = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens"),
  version: z.string().min(1),
  name: z.string().min(1),
  description: z.string().min(1),
  /** The entity that publishes the document; null where the family serves many. */
  entity: z.string().min(1).nullable(),
  /** What tells this family from others. Title patterns and words, compared after folding. */
  recognise: z.strictObject({
    title: words,
    /** Words that only this family prints, such as names of its organs. */
    words: z.array(z.string()).default([]),
  }),
  /** Text columns, in their usual order. */
  labels: z
    .array(
      z.strictObject({
        key,
        header: words,
        /** All the values this column is known to print; splits text whose column marks are gone. */
        values: z.array(z.string()).default([]),
      }),
    )
    .min(1),
  /** The yearly target column. */
  target: z.strictObject({ header: words }),
  /** Series of months and quarters, such as programmed and executed. */
  series: z.array(z.strictObject({ key, header: words })).min(1),
  /** Twelve lists of words for the months, and four for the quarters. */
  months: z.array(words).length(12),
  quarters: z.array(words).length(4),
  /** Number columns that are read and kept, but take part in no equation: key and header words. */
  extra: z.array(z.strictObject({ key, header: words })).default([]),
  /** Print order where a document has no header of its own: label keys, then cells; `programmed.jan..dec` is a range. */
  columns: z.array(z.string()).min(1),
  /** `target = programmed.jan..dec`; `tolerance` in the printed unit. */
  equations: z.array(
    z.union([z.string(), z.strictObject({ equation: z.string(), tolerance: z.number().nonnegative() })]),
  ),
  /** Rows that add up others; `label` is a folded pattern in which `*` stands for anything. */
  totals: z.array(z.strictObject({ label: z.string().min(1), rows: totalRows })).default([]),
  /** First words of the lines under the table. */
  footer: z.strictObject({ source: words, preparedBy: words }),
  /** A row whose confidence is below this needs review. */
  reviewBelow: z.number().min(0).max(1),
});
export type FamilyFile = z.infer<typeof familyFile>;

/** A linear rule: the cell `total` is the sum of `terms`, give or take `tolerance`. */
export interface Equation {
  /** As declared: `programmed.q1 = programmed.jan..mar`. */
  readonly text: string;
  readonly total: string;
  readonly terms: readonly string[];
  readonly tolerance: number;
}

/** A family as the stages use it: the file, its equations compiled, and the canonical names beside it. */
export interface Family extends Omit<FamilyFile, "equations" | "columns"> {
  /** Label keys and cells in print order, ranges expanded. */
  readonly columns: readonly string[];
  readonly equations: readonly Equation[];
  readonly organs: readonly CanonicalName[];
  readonly units: readonly CanonicalName[];
}
