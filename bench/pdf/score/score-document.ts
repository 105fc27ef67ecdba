import type { Extraction, Row } from "../../../src/schema.ts";
import type { Truth, TruthRow } from "../truth.ts";
import { alignRows } from "./align-rows.ts";
import { cellsOfRow, cellsOfTruth, differingCells } from "./cells-of.ts";

/** What was read of a document, held against what it prints. */
export interface DocumentScore {
  readonly rows: number;
  readonly lost: number;
  readonly invented: number;
  readonly wrongCells: number;
  /** Texts of rows and of the document that are not as printed. */
  readonly wrongTexts: number;
  /** Of these, texts of rows that neither a review nor a flag about texts calls in question. */
  readonly unsaidTexts: number;
  readonly wrongPages: number;
  /** Rows with a wrong number, and invented rows, that do not ask for review. */
  readonly silent: number;
  readonly review: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Each of these in words. */
  readonly notes: readonly string[];
}

/** A pair whose activity is another one costs this much more. */
const OTHER_TEXT = 0.3;

/** Holds an extraction against the truth, cell by cell and text by text. */
export function scoreDocument(truth: Truth, read: Extraction): DocumentScore {
  const parts = [
    scoreRows("rows", truth.rows, read.rows, read.flags),
    scoreRows("totals", truth.totals, read.totals, read.flags),
  ] as const;
  const sum = (count: (part: RowsScore) => number) => count(parts[0]) + count(parts[1]);
  const document = documentNotes(truth, read);
  const statuses: Record<string, number> = {};
  for (const { status } of [...read.rows, ...read.totals]) statuses[status] = (statuses[status] ?? 0) + 1;
  return {
    rows: truth.rows.length + truth.totals.length,
    lost: sum(({ lost }) => lost),
    invented: sum(({ invented }) => invented),
    wrongCells: sum(({ wrongCells }) => wrongCells),
    wrongTexts: sum(({ wrongTexts }) => wrongTexts) + document.length,
    unsaidTexts: sum(({ unsaidTexts }) => unsaidTexts),
    wrongPages: sum(({ wrongPages }) => wrongPages),
    silent: sum(({ silent }) => silent),
    review: [...read.rows, ...read.totals].filter(({ needsReview }) => needsReview).length,
    statuses,
    notes: [...document, ...parts.flatMap(({ notes }) => notes)],
  };
}

type RowsScore = Omit<DocumentScore, "rows" | "review" | "statuses">;

function scoreRows(
  part: string,
  truths: readonly TruthRow[],
  rows: readonly Row[],
  flags: Extraction["flags"],
): RowsScore {
  const printed = truths.map(cellsOfTruth);
  const read = rows.map(cellsOfRow);
  const cost = (i: number, j: number) => {
    const truth = printed[i] as (typeof printed)[number];
    const wrong = differingCells(truth, read[j] as (typeof read)[number]).length / truth.size;
    return wrong + (truths[i]?.labels.activity === rows[j]?.labels.activity ? 0 : OTHER_TEXT);
  };
  const { pairs, lost, invented } = alignRows(truths.length, rows.length, cost);
  const notes = [
    ...lost.map((i) => `${part}[${i}] lost: ${JSON.stringify(truths[i]?.labels)}`),
    ...invented.map(
      (j) => `${part} invented, ${rows[j]?.id}: ${JSON.stringify(rows[j]?.labels)} ${rows[j]?.source.text}`,
    ),
  ];
  let [wrongCells, wrongTexts, unsaidTexts, wrongPages] = [0, 0, 0, 0];
  let silent = invented.filter((j) => rows[j]?.needsReview === false).length;
  for (const [i, j] of pairs) {
    const truth = truths[i] as TruthRow;
    const row = rows[j] as Row;
    const [was, is] = [printed[i] as (typeof printed)[number], read[j] as (typeof read)[number]];
    const cells = differingCells(was, is);
    const texts = Object.entries(truth.labels).filter(([key, text]) => labelOf(row, key) !== text);
    wrongCells += cells.length;
    const unsaid = texts.filter(([key]) => !isSaid(row, key, flags));
    wrongTexts += texts.length;
    unsaidTexts += unsaid.length;
    const name = `${part}[${i}] ${row.id} ${row.status}${row.needsReview ? ", in review" : ""}`;
    if (cells.length > 0) {
      const list = cells.map((cell) => `${cell} ${was.get(cell) ?? null} read as ${is.get(cell) ?? null}`);
      notes.push(`${name}${row.needsReview ? "" : ", SILENT"}: ${list.join(", ")}`);
      if (!row.needsReview) silent++;
    }
    for (const entry of texts) {
      const [key, text] = entry;
      const mark = unsaid.includes(entry) ? ", UNSAID" : "";
      notes.push(`${name}${mark}: ${key} "${text}" read as "${labelOf(row, key)}"`);
    }
    if (truth.page !== null && truth.page !== row.page) {
      wrongPages++;
      notes.push(`${name}: page ${truth.page} read as ${row.page}`);
    }
  }
  return {
    ...{ lost: lost.length, invented: invented.length, wrongCells },
    ...{ wrongTexts, unsaidTexts, wrongPages, silent, notes },
  };
}

/** Flags of a row that call its texts in question. */
const OF_TEXTS = /^(?:labels-|organ-|unit-|row-without-labels|text-)/;

/** Whether a person is told that a text of a row may be wrong: by its own flags, or by those of the whole document. */
function isSaid(row: Row, key: string, flags: Extraction["flags"]): boolean {
  if (row.needsReview || row.flags.some(({ code }) => OF_TEXTS.test(code))) return true;
  return flags.some(
    ({ code, message }) =>
      (code === "labels-not-split" && message.startsWith("Nothing parts")) ||
      (code === "organ-unsure" && key === "organ"),
  );
}

function labelOf(row: Row, key: string): string | undefined {
  return key === "organ" ? (row.organ?.raw ?? row.labels.organ) : row.labels[key];
}

function documentNotes(truth: Truth, { document }: Extraction): string[] {
  const keys = ["family", "title", "entity", "year", "throughQuarter", "source", "pages"] as const;
  return keys
    .filter((key) => document[key] !== truth[key])
    .map((key) => `document.${key}: ${JSON.stringify(truth[key])} read as ${JSON.stringify(document[key])}`);
}
