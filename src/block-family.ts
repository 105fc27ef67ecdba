import { z } from "zod";
import { type CanonicalName, type Family, id, key, word, words } from "./family.ts";

// A family whose activities are printed on several lines each: physical and financial, programmed and executed, a
// pair for each year. See docs/adding-a-family.md.

/**
 * How something is printed, with `#` for one or more digits: `AOI#` is AOI00008400471, `AEI.#.#` is AEI.02.03. It is
 * compared without accents, case and spaces.
 */
const print = word;
const prints = z.array(print).min(1);

/** A head over one or several value columns. */
const head = z.strictObject({ key, header: words });

/** A text whose beginning is a code, as in `060 : INFORME`: the code is kept under a key of its own. */
const codeKey = key.optional();

/** A rule between cells, where a label says which applies. */
const when = z.strictObject({ label: key, in: words });

/** What `family.json` of a family of blocks declares. */
export const blockFamilyFile = z.strictObject({
  id,
  version: z.string().min(1),
  name: z.string().min(1),
  description: z.string().min(1),
  /** What tells these families from those that print an activity on one line. */
  layout: z.literal("blocks"),
  entity: z.string().min(1).nullable(),
  recognise: z.strictObject({ title: words }),
  /** The label that holds an activity's code, and how codes are printed: every block has one. */
  code: z.strictObject({ key, prints }),
  /** Text columns. One whose text begins with a code may keep that apart, under `codeKey`. */
  labels: z.array(z.strictObject({ key, header: words, codeKey })).min(1),
  /**
   * Lines that say what the rows under them belong to, from the widest to the narrowest: a line that begins with one
   * of these words and a colon, or with a code printed so.
   */
  context: z.array(
    z.strictObject({
      key,
      codeKey,
      begins: z.array(word).default([]),
      prints: z.array(print).default([]),
      /** The wider context whose code its own begins with: AEI.02.03 is within OEI.02. */
      within: key.optional(),
      /** Whether a row may have none, though others of the document do. */
      optional: z.boolean().optional(),
    }),
  ),
  /** The column that says what a line of numbers is, and what it prints, in the order of the lines of an activity. */
  lines: z.strictObject({
    header: words,
    kinds: z.array(z.strictObject({ key, prints })).min(1),
  }),
  /** The column that says of which year the lines are, where an activity is printed for several. */
  years: z.strictObject({ header: words }).optional(),
  /** Heads over several columns. One that stands over none is a column itself: the total of its series. */
  groups: z.array(head).min(1),
  months: z.array(words).length(12),
  quarters: z.array(words).length(4),
  /** Columns under a group beside months and quarters; `total` is the series' own total. */
  columns: z.array(head).default([]),
  /** Heads of groups whose number stands once for all lines of an activity. */
  oncePerBlock: z.array(key).default([]),
  /** Header words without a meaning for the columns. */
  passOver: z.array(word).default([]),
  /** The series of a row: the numbers of a line under a group; those of a group that is printed once have no line. */
  series: z.array(z.strictObject({ key, line: key.optional(), group: key })).min(1),
  /** What is printed where there is no number. */
  absences: z
    .array(
      z.strictObject({
        prints,
        meaning: z.enum(["not-programmed", "incomplete", "no-data", "not-applicable"]),
      }),
    )
    .default([]),
  /**
   * What must hold in a row. `financial.total = financial.jan..dec` is a sum; `= last …` the last value above zero;
   * `= none` no number; `progress.total = percent executed.total of programmed.total` a share. `whole` is how far each
   * number may be rounded in documents that print no decimals.
   */
  equations: z.array(
    z.union([
      z.string(),
      z.strictObject({
        equation: z.string(),
        tolerance: z.number().nonnegative().default(0),
        whole: z.number().nonnegative().default(0),
        /** Where a share above this is printed as this. */
        upTo: z.number().positive().optional(),
        when: when.optional(),
        /** The rule holds only in documents that do not print this cell. */
        unless: word.optional(),
        /** The rule holds only in documents most of whose rows keep to it: reports differ in what a number counts. */
        mostly: z.boolean().optional(),
      }),
    ]),
  ),
  /**
   * Lines that add up others: the words before the number, with `#` for digits, and the cell that they add up. `line`
   * says that the numbers stand in the columns, as those of that line; `each-year` that the words name the year;
   * `none` that the number is kept and held against nothing.
   */
  totals: z
    .array(
      z.strictObject({
        prints,
        rows: z.enum(["all", "since-last-total", "each-year", "none"]),
        cell: word.optional(),
        line: key.optional(),
        /** Whether it is the sum of its rows, or their mean. */
        by: z.enum(["sum", "mean"]).default("sum"),
      }),
    )
    .default([]),
  /** A row whose confidence is below this needs review. */
  reviewBelow: z.number().min(0).max(1),
});
export type BlockFamilyFile = z.infer<typeof blockFamilyFile>;

/** What must hold between cells of a row. */
export interface Rule {
  /** As declared. */
  readonly text: string;
  readonly kind: "sum" | "last" | "none" | "percent";
  readonly total: string;
  readonly terms: readonly string[];
  readonly tolerance: number;
  /** How far each number may be rounded where a document prints no decimals. */
  readonly whole: number;
  readonly upTo?: number | undefined;
  readonly when?: { readonly label: string; readonly in: readonly string[] } | undefined;
  readonly unless?: string | undefined;
  readonly mostly?: boolean | undefined;
}

/** A family of blocks as the stages use it. */
export interface BlockFamily extends Omit<BlockFamilyFile, "equations"> {
  readonly rules: readonly Rule[];
  readonly organs: readonly CanonicalName[];
  readonly units: readonly CanonicalName[];
}

/** A family of either kind: an activity on one line, or on several. */
export type AnyFamily = Family | BlockFamily;
