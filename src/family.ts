import { z } from "zod";

// Messages begin with "must", since load-family puts the file and the key before them, and the current value after.

/** No name of a column, an organ or a unit comes near this; longer text is a mistake or an attack. */
const MAX_WORD_LENGTH = 300;
export const word = z.string().trim().min(1).max(MAX_WORD_LENGTH);
/** Words a thing is printed as; they are compared after folding (case, accents, spacing, punctuation). */
export const words = z.array(word).min(1);
export const key = z
  .string()
  .max(40)
  .regex(/^[a-z][a-zA-Z0-9]*$/, "must be a lower-case letter followed by letters and digits");
export const id = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
const year = z.int().min(1900).max(2200);

/** Another name of the same thing, now or in some years. A bare text is a name without years. */
const alias = z.preprocess(
  (value) => (typeof value === "string" ? { name: value } : value),
  z.strictObject({
    name: word,
    /** First and last year in which the entity used this name. */
    from: year.optional(),
    to: year.optional(),
  }),
);

/** A canonical name: an organ or a unit of measure. */
export const canonicalName = z.strictObject({
  id,
  name: word,
  aliases: z.array(alias).max(100).default([]),
});
export type CanonicalName = z.infer<typeof canonicalName>;

/** Which rows a total adds up: `all`, those since the last total, or by a label's value (folded). */
const totalRows = z.union(
  [
    z.literal("all"),
    z.literal("since-last-total"),
    z.strictObject({ label: key, in: words }),
    z.strictObject({ label: key, notIn: words }),
  ],
  { error: 'must be "all", "since-last-total", or an object of a label with in or notIn' },
);

/** What `family.json` declares. See docs/adding-a-family.md. */
export const familyFile = z.strictObject({
  id,
  version: z.string().min(1),
  name: z.string().min(1),
  description: z.string().min(1),
  /** The entity that publishes the document; null where the family serves many. */
  entity: z.string().min(1).nullable(),
  /** What tells this family from others. Title patterns and words, compared after folding. */
  recognise: z.strictObject({
    title: words,
    /** Words that only this family prints, such as names of its organs. */
    words: z.array(word).default([]),
  }),
  /** Text columns, in their usual order. */
  labels: z
    .array(
      z.strictObject({
        key,
        header: words,
        /** All the values this column is known to print; splits text whose column marks are gone. */
        values: z.array(word).default([]),
      }),
    )
    .min(1),
  /** The yearly target column. */
  target: z.strictObject({ header: words }),
  /** Series of months and quarters, such as programmed and executed. One may have no words: no head stands over its columns. */
  series: z.array(z.strictObject({ key, header: z.array(word) })).min(1),
  /** Twelve lists of words for the months, and four for the quarters. */
  months: z.array(words).length(12),
  quarters: z.array(words).length(4),
  /** Number columns that are read and kept, but take part in no equation: key and header words. */
  extra: z.array(z.strictObject({ key, header: words })).default([]),
  /** Print order where a document has no header of its own: label keys, then cells; `programmed.jan..dec` is a range. */
  columns: z.array(word).min(1).max(200),
  /** `target = programmed.jan..dec`; `tolerance` in the printed unit. */
  equations: z.array(
    z.union([z.string(), z.strictObject({ equation: z.string(), tolerance: z.number().nonnegative() })], {
      error: "must be an equation, or an object of an equation and its tolerance of 0 or more",
    }),
  ),
  /**
   * Rows that add up others; `label` is a pattern in which `*` stands for anything, compared after folding. Of
   * several that fit, the first counts.
   */
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
  /** How far each term may be rounded, in documents that print no decimals in its series. */
  readonly whole?: number;
}

/** A family as the stages use it: the file, its equations compiled, and the canonical names beside it. */
export interface Family extends Omit<FamilyFile, "equations" | "columns"> {
  /** Label keys and cells in print order, ranges expanded. */
  readonly columns: readonly string[];
  readonly equations: readonly Equation[];
  readonly organs: readonly CanonicalName[];
  readonly units: readonly CanonicalName[];
}
