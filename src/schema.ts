import { z } from "zod";

/** The output of poi-extract, one object per document. Types come from these schemas by inference. */

const number = z.number().nullable();

const flag = z.strictObject({
  code: z.string(),
  severity: z.enum(["info", "warning", "error"]),
  cells: z.array(z.string()),
  message: z.string(),
});

const nameCandidate = z.strictObject({ name: z.string(), id: z.string(), score: z.number() });

/** A printed name and the canonical one it was matched to. */
const matchedName = z.strictObject({
  raw: z.string(),
  name: z.string().nullable(),
  id: z.string().nullable(),
  /** 1 − edit distance / longer length, of the folded names: from 0 to 1. */
  score: z.number().min(0).max(1),
  /** `person`: chosen by someone in the review; see the row's `correction`. */
  method: z.enum(["exact", "folded", "alias", "fuzzy", "none", "person"]),
  candidates: z.array(nameCandidate).optional(),
});
export type MatchedName = z.infer<typeof matchedName>;

const repair = z.strictObject({
  cell: z.string(),
  /** The number printed in this cell's place; null where nothing or a blank was printed. */
  printed: number,
  value: number,
  edit: z.enum(["insert", "delete", "replace", "move", "merge", "split", "swap", "blank"]),
  evidence: z.array(z.string()),
});
export type Repair = z.infer<typeof repair>;

const candidate = z.strictObject({
  probability: z.number().min(0).max(1),
  /** Only the cells in which the candidates differ. */
  cells: z.record(z.string(), number),
});
export type Candidate = z.infer<typeof candidate>;

const sourceCell = z.strictObject({
  text: z.string(),
  page: z.int(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
});

/** What is printed where there is no number, as `S.P.`, and what it means. */
const absence = z.strictObject({
  printed: z.string(),
  meaning: z.enum(["not-programmed", "incomplete", "no-data", "not-applicable"]),
});
export type Absence = z.infer<typeof absence>;

const status = z.enum(["verified", "repaired", "ambiguous", "inconsistent", "unverified"]);

/** What a person settled in the review, and what the program had said: nothing of it is lost. */
const correction = z.strictObject({
  /** `conflict`: the program now reads something else than both sides of the decision; its own reading stands. */
  outcome: z.enum(["applied", "already-true", "conflict"]),
  /** `document-wrong`: the numbers are as printed, and the document contradicts itself. */
  decision: z.enum(["values", "document-wrong"]),
  by: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  reason: z.string(),
  /** The cells that the person gave another value. */
  cells: z.record(z.string(), number),
  /** The organ that the person chose; null where none was chosen. */
  organ: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** What the program had said of the row, in those cells and in the fields that the decision replaced. */
  before: z.strictObject({
    status,
    needsReview: z.boolean(),
    organ: matchedName.nullable(),
    flags: z.array(flag),
    cells: z.record(z.string(), number),
  }),
});

export const row = z.strictObject({
  /** The same in every conversion of the same document. */
  id: z.string(),
  page: z.int(),
  line: z.int(),
  /** The year of the row, where it is not the document's: a plan for several years has a row for each. */
  year: z.int().optional(),
  organ: matchedName.nullable(),
  unit: matchedName.nullable(),
  labels: z.record(z.string(), z.string()),
  target: number,
  series: z.record(
    z.string(),
    z.strictObject({
      monthly: z.array(number).length(12),
      quarterly: z.array(number).length(4),
      /** The series' own total, in families that print one. */
      total: number.optional(),
    }),
  ),
  /** Number columns outside the series, such as a percentage of progress. */
  extra: z.record(z.string(), number).optional(),
  /** Cells in which something is printed that stands for no number; their value is null. */
  absences: z.record(z.string(), absence).optional(),
  status,
  needsReview: z.boolean(),
  /** Probability that every number of the row is right. */
  confidence: z.number().min(0).max(1),
  flags: z.array(flag),
  repairs: z.array(repair),
  candidates: z.array(candidate),
  /** Only where a person settled the row. `confidence` and `repairs` stay the program's own. */
  correction: correction.optional(),
  source: z.strictObject({ text: z.string(), cells: z.record(z.string(), sourceCell) }),
});
export type Row = z.infer<typeof row>;

const reconciliation = z.strictObject({
  label: z.string(),
  cell: z.string(),
  published: number,
  computed: number,
  difference: number,
  /** `unsettled`: a row that the total adds up still needs review in this cell. */
  verdict: z.enum(["match", "mismatch", "unsettled"]),
});
export type Reconciliation = z.infer<typeof reconciliation>;

export const extraction = z.strictObject({
  schemaVersion: z.literal(1),
  document: z.strictObject({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    pages: z.int(),
    family: z.string(),
    familyVersion: z.string(),
    title: z.string().nullable(),
    entity: z.string().nullable(),
    year: z.int().nullable(),
    throughQuarter: z.int().min(1).max(4).nullable(),
    source: z.string().nullable(),
    preparedBy: z.string().nullable(),
  }),
  rows: z.array(row),
  totals: z.array(row),
  reconciliation: z.array(reconciliation),
  flags: z.array(flag),
  summary: z.strictObject({
    rows: z.int(),
    verified: z.int(),
    repaired: z.int(),
    review: z.int(),
  }),
});
export type Extraction = z.infer<typeof extraction>;
