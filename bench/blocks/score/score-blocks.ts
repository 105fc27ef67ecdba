import { monthKeys, quarterKeys } from "../../../src/rules/cell-names.ts";
import type { Extraction, Row } from "../../../src/schema.ts";
import { alignRows } from "../../pdf/score/align-rows.ts";
import type { BlockTruth, BlockTruthRow } from "../truth.ts";

/** What was read of a report, held against what it prints. */
export interface BlockScore {
  readonly rows: number;
  /** Right in every number and text, and not sent to review unless the document contradicts itself there. */
  readonly right: number;
  /** Right, and in review all the same. */
  readonly doubted: number;
  readonly wrongFlagged: number;
  readonly wrongSilent: number;
  readonly missing: number;
  /** Of these, how many no flag of the document speaks of. */
  readonly invented: number;
  /** The document contradicts itself in these, and nothing was said; or it was said of others. */
  readonly misjudged: number;
  readonly notes: readonly string[];
}

/** Holds an extraction against the truth: all numbers, texts and contexts of every row. */
export function scoreBlocks(truth: BlockTruth, read: Extraction): BlockScore {
  const { pairs, lost, invented } = alignRows(truth.rows.length, read.rows.length, (i, j) => {
    const [one, other] = [truth.rows[i]!, read.rows[j]!];
    if (one.labels.activityCode !== other.labels.activityCode || one.year !== (other.year ?? null)) return 2;
    return Math.min(1, differences(one, other).length / 100);
  });
  const notes = [
    ...lost.map(
      (i) =>
        `lost${isNamed(truth.rows[i]!, read) ? "" : " SILENT"}: ${truth.rows[i]!.labels.activityCode} ${truth.rows[i]!.year ?? ""}`,
    ),
    ...invented.map(
      (j) =>
        `invented${review(read.rows[j]!)}: ${nameOf(read.rows[j]!)} ${JSON.stringify(read.rows[j]!.source.text.slice(0, 90))}`,
    ),
    ...documentNotes(truth, read),
  ];
  const score = { right: 0, doubted: 0, wrongFlagged: 0, wrongSilent: 0, misjudged: 0 };
  for (const [i, j] of pairs) {
    const [one, row] = [truth.rows[i]!, read.rows[j]!];
    const wrong = differences(one, row);
    if (wrong.length > 0) {
      score[row.needsReview ? "wrongFlagged" : "wrongSilent"]++;
      notes.push(`page ${row.page} ${nameOf(row)}${review(row)}: ${wrong.join(", ")}`);
    } else if (one.isWrong !== (row.status === "inconsistent")) {
      score.misjudged++;
      notes.push(
        `page ${row.page} ${nameOf(row)} ${row.status}, and is ${one.isWrong ? "not sound" : "sound"}: ${messages(row)}`,
      );
    } else if (!one.isWrong && row.needsReview) {
      score.doubted++;
      notes.push(`page ${row.page} ${nameOf(row)} right, in review: ${messages(row)}`);
    } else score.right++;
  }
  for (const j of invented) score[read.rows[j]!.needsReview ? "wrongFlagged" : "wrongSilent"]++;
  return { rows: truth.rows.length, ...score, missing: lost.length, invented: invented.length, notes };
}

/** Whether a flag of the document speaks of an activity. */
function isNamed({ labels }: BlockTruthRow, { flags }: Extraction): boolean {
  return flags.some(({ message }) => message.includes(labels.activityCode!));
}

function review({ needsReview, flags }: Row): string {
  return needsReview ? ` in review (${flags.map(({ code }) => code).join()})` : " SILENT";
}

function messages({ flags }: Row): string {
  return flags.map(({ code, message }) => `${code} ${message.slice(0, 100)}`).join("; ");
}

function nameOf({ id, labels, year }: Row): string {
  return `${id} ${labels.activityCode ?? "?"}${year === undefined ? "" : ` ${year}`}`;
}

/** What of a row is not as printed. Line ends within a text are not part of it. */
function differences(truth: BlockTruthRow, row: Row): string[] {
  const cells = cellsOf(row);
  const printed: Record<string, string | undefined> = {
    ...row.labels,
    ...(row.organ !== null && { organ: row.organ.raw }),
  };
  const found: string[] = [];
  for (const cell of new Set([...Object.keys(truth.cells), ...cells.keys()])) {
    const [was, is] = [truth.cells[cell] ?? null, cells.get(cell) ?? null];
    if (was !== is) found.push(`${cell} ${was} read as ${is}`);
  }
  for (const key of new Set([...Object.keys(truth.labels), ...Object.keys(printed)])) {
    const [was, is] = [truth.labels[key] ?? "", printed[key] ?? ""];
    if (squeeze(was) !== squeeze(is)) found.push(`${key} "${was}" read as "${is}"`);
  }
  return found;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, "");
}

/** The numbers of a row by the family's cells. */
function cellsOf(row: Row): Map<string, number> {
  const cells = new Map<string, number>();
  const add = (cell: string, value: number | null | undefined) => {
    if (value !== null && value !== undefined) cells.set(cell, value);
  };
  for (const [key, { monthly, quarterly, total }] of Object.entries(row.series)) {
    for (const [i, value] of monthly.entries()) add(`${key}.${monthKeys[i]}`, value);
    for (const [i, value] of quarterly.entries()) add(`${key}.${quarterKeys[i]}`, value);
    add(`${key}.total`, total);
  }
  for (const [key, value] of Object.entries(row.extra ?? {}))
    add(
      key.replace(/(Approved|Accumulated)$/, (word) => `.${word.toLowerCase()}`),
      value,
    );
  return cells;
}

function documentNotes(truth: BlockTruth, { document }: Extraction): string[] {
  return (["family", "entity", "year"] as const)
    .filter((key) => document[key] !== truth[key] && !(key === "year" && truth.rows[0]?.year !== null))
    .map((key) => `document.${key}: ${truth[key]} read as ${document[key]}`);
}
