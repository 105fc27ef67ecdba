import { z } from "zod";

/** The longest name of a person, and the longest reason, that the log takes. */
export const MAX_BY = 100;
export const MAX_REASON = 500;

const number = z.number().nullable();

/** Where a row stands: the hash of its document, its id, and a hash of the text it was printed with. */
const identity = {
  /** `sha256:` and the hash of the document's bytes. */
  document: z.string(),
  row: z.string(),
  /** `sha256:` and the hash of the row's printed text. */
  printed: z.string(),
};
const who = {
  /** Tells the entries apart, and is what the next decision on the row must name. */
  id: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  by: z.string().max(MAX_BY),
  programVersion: z.string(),
};

/** A person settled a row: all its numbers and its organ, before and after. */
const settle = z.strictObject({
  kind: z.literal("settle"),
  ...who,
  ...identity,
  /** `document-wrong`: the numbers are as printed, and the document contradicts itself. */
  decision: z.enum(["values", "document-wrong"]),
  /** What the program had read, every cell of the row. */
  before: z.strictObject({
    status: z.string(),
    organ: z.string().nullable(),
    cells: z.record(z.string(), number),
  }),
  /** What the person says the row is, every cell of it; `organ` is null where none was chosen. */
  after: z.strictObject({
    organ: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    cells: z.record(z.string(), number),
  }),
  reason: z.string().max(MAX_REASON),
  /** `<family>@<version>` the row was read with. */
  family: z.string(),
  /** The sample in which the row was looked at; absent in the queue. */
  audit: z.string().optional(),
});
export type Settlement = z.infer<typeof settle>;

/** A person took the last decision on a row back. */
const undo = z.strictObject({ kind: z.literal("undo"), ...who, ...identity });

/** A random sample of rows that needed no review, to be looked at all the same. */
const sample = z.strictObject({
  kind: z.literal("sample"),
  ...who,
  /** How many rows it was drawn from. */
  population: z.int(),
  rows: z.array(z.strictObject({ document: z.string(), row: z.string() })),
});
export type Sample = z.infer<typeof sample>;

/** One line of `corrections.ndjson`. */
export const logEntry = z.discriminatedUnion("kind", [settle, undo, sample]);
export type LogEntry = z.infer<typeof logEntry>;
