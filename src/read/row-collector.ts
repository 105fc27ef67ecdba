import type { Flag, PrintedRow } from "../document.ts";
import type { Family } from "../family.ts";
import { fold } from "../text/fold.ts";
import { joinLines } from "../text/join-lines.ts";
import { LABELS_DOUBTED } from "./doubt-labels.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";
import { createOrganNameReader } from "./organ-name.ts";
import { hasNumbers, type Labels, lineNotRead, type SectionContext, withDoubts } from "./reading.ts";
import { findTotalLabel } from "./total-label.ts";

/** Puts rows together in the order of print: carries merged labels down, joins texts that go on, tells totals. */
export interface RowCollector {
  /** Adds a line that has numbers. */
  readonly addRow: (row: PrintedRow) => void;
  /** Adds a line that has labels only: the name of an organ over its rows, a text that goes on, a row without numbers. */
  readonly addText: (row: PrintedRow) => void;
  /** Adds a line that is known to name the organ of the rows under it. */
  readonly addBand: (row: PrintedRow) => void;
  /** Adds what the next page prints of the last row's texts. */
  readonly addRest: (row: PrintedRow) => void;
  readonly rows: () => readonly PrintedRow[];
  readonly flags: () => readonly Flag[];
  /** The labels that a blank in the next row would stand for. */
  readonly below: () => Labels;
}

/**
 * @param keys the label columns in print order
 * @param isMerged whether a blank before the first printed label stands for the label above it
 * @param isWhole whether rows keep to their lines, so that a lone text is no part of the row before it
 * @param endsAtTotals whether a blank under a total does not stand for the organ above it
 */
export function createRowCollector(
  context: SectionContext,
  keys: readonly string[],
  isMerged = true,
  isWhole = false,
  endsAtTotals = false,
): RowCollector {
  const { isTotal, vocabulary } = context;
  const nameAfterWord = createOrganNameReader(context.family);
  const rows: PrintedRow[] = [];
  const flags: Flag[] = [];
  let carried = context.above;
  let waiting: PrintedRow | null = null;
  /** The labels that the last row has from above, not from what it prints. */
  let merged: ReadonlySet<string> = new Set();
  /** The labels that the last row prints or has from above and that may hold words of others. */
  let unsure: ReadonlySet<string> = new Set();
  /** What bands name, in the order in which the first of each kind stands: one ends those of the kinds behind it. */
  const kinds: string[] = [];

  /** Takes a text for what the rows under it have in common: their organ, or a label that it begins with the name of. */
  const nameOver = (text: string) => {
    const kind = kindOfBand(text, context.family);
    if (!kinds.includes(kind)) kinds.push(kind);
    const over = kinds.slice(0, kinds.indexOf(kind));
    if (kind !== "organ" && keys.includes("organ")) over.push("organ");
    const kept = Object.entries(carried).filter(([key]) => over.includes(key));
    const isOwn = kind === "organ" || !keys.includes(kind);
    const name = kind === "organ" ? (nameAfterWord(text) ?? text) : text;
    carried = { ...Object.fromEntries(kept), ...(isOwn ? { [kind]: name } : {}) };
  };

  const push = (row: PrintedRow) => {
    const total = findTotalLabel(row.labels, keys, isTotal);
    if (total !== null) {
      rows.push({ ...row, kind: "total", labels: totalLabels(row.labels, total) });
      // An organ whose rows are added up has no more of them: a blank under its total stands for another one.
      if (endsAtTotals && keys.includes("organ")) carried = { ...carried, organ: "" };
      return;
    }
    const labels = isMerged ? carryDown(row.labels, carried, keys, kinds) : row.labels;
    carried = labels;
    merged = new Set(Object.keys(labels).filter((key) => (row.labels[key] ?? "") === ""));
    const isDoubted = row.doubts?.some(({ code }) => code === LABELS_DOUBTED.code) === true;
    unsure = new Set(Object.keys(labels).filter((key) => (merged.has(key) ? unsure.has(key) : isDoubted)));
    const isUnsure = !isDoubted && [...merged].some((key) => unsure.has(key));
    const read = isUnsure ? withDoubts(row, [LABELS_DOUBTED]) : row;
    // An organ says who does it, not what: without the other labels it may be the end of some other text.
    const saysWhat = (key: string) =>
      (row.labels[key] ?? "") !== "" && (key !== "organ" || keys.length === 1);
    if (!keys.some(saysWhat)) {
      flags.push(rowWithoutLabels(row));
      rows.push(withDoubts({ ...read, labels }, [WITHOUT_LABELS]));
    } else rows.push({ ...read, labels });
  };

  /** Whether a text over a row with an organ of its own is the end of one that the page before parted. */
  const isRest = ({ page, labels }: PrintedRow) =>
    (rows.at(-1)?.page ?? page) < page && !vocabulary.has("organ", labels.organ ?? "");

  /** Whether a text makes a known name only with that of the last row, on the page before. */
  const endsName = ({ page, labels }: PrintedRow) => {
    const last = rows.at(-1);
    if (last === undefined || last.kind !== "activity" || last.page >= page) return false;
    return Object.entries(labels).some(
      ([key, text]) => !vocabulary.has(key, text) && vocabulary.has(key, `${last.labels[key] ?? ""} ${text}`),
    );
  };

  /**
   * Joins a text to the last row. Where a page break parted that, what the text says is no blank of a merged cell; some
   * programs paint the line that the break cuts on both pages.
   */
  const goOn = (row: PrintedRow): PrintedRow => {
    const last = rows.pop()!;
    const isAgain = ([key, text]: readonly [string, string]) =>
      last.page < row.page && ` ${last.labels[key] ?? ""}`.endsWith(` ${text}`);
    const labels = Object.fromEntries(Object.entries(row.labels).filter((label) => !isAgain(label)));
    const isAbove = (key: string) =>
      last.page < row.page && merged.has(key) && (row.labels[key] ?? "") !== "";
    const own = Object.entries(last.labels).filter(([key]) => !isAbove(key));
    const whole = join({ ...last, labels: Object.fromEntries(own) }, { ...row, labels }, keys);
    rows.push(whole);
    return whole;
  };

  const addRest = (row: PrintedRow): void => {
    if (rows.at(-1)?.kind !== "activity") addText(row);
    else carried = goOn(row).labels;
  };

  const takeWaiting = (row: PrintedRow): PrintedRow => {
    if (waiting === null) return row;
    const before = waiting;
    waiting = null;
    if ((row.labels.organ ?? "") === "") {
      nameOver(before.labels.organ ?? "");
      return row;
    }
    if (isWhole && isRest(before)) {
      addRest(before);
      return row;
    }
    const joined = join(before, row, keys);
    if (vocabulary.has("organ", joined.labels.organ!) || !vocabulary.has("organ", row.labels.organ!))
      return joined;
    // A remark between two rows is none of the next row's business.
    if (/[0-9]/.test(before.text)) flags.push(lineNotRead(before.page, before.line, before.text));
    return row;
  };

  const addText = (row: PrintedRow): void => {
    const printed = Object.keys(row.labels);
    const organ = row.labels.organ;
    if (findTotalLabel(row.labels, keys, isTotal) !== null) push(row);
    else if (isWhole && endsName(row)) addRest(row);
    else if (printed.length === 1 && isBand(keys, row.labels, vocabulary, isWhole)) {
      waiting = null;
      nameOver(Object.values(row.labels)[0]!);
    } else if (printed.includes(keys.at(-1)!) && printed.length > 1) push(takeWaiting(row));
    else if (printed.length === 1 && organ !== undefined && waiting === null) waiting = row;
    else if (rows.length > 0) goOn(row);
    else waiting = waiting === null ? row : join(waiting, row, keys);
  };

  return {
    addRow: (row) => push(takeWaiting(row)),
    addText,
    addBand: (row) => {
      waiting = null;
      nameOver(row.labels.organ ?? "");
    },
    addRest,
    rows: () => rows,
    flags: () => flags,
    below: () => carried,
  };
}

/**
 * A line that names an organ and nothing else stands over the rows of that organ. Where no organs are known, a
 * lone text that begins like a name in the first column is one.
 */
function isBand(
  keys: readonly string[],
  labels: Labels,
  vocabulary: LabelVocabulary,
  isWhole: boolean,
): boolean {
  const text = Object.values(labels)[0] ?? "";
  if (isWhole && !vocabulary.knows("organ") && keys[0] !== "organ") {
    return labels[keys[0] ?? ""] !== undefined && /^\p{Lu}/u.test(text) && !CODE.test(text);
  }
  if (!keys.includes("organ") || labels.organ !== undefined || keys[0] === Object.keys(labels)[0]) {
    return vocabulary.has("organ", text);
  }
  return false;
}

/** A word with a digit is a code, and no name: AEI.01.08. */
const CODE = /^\S*[0-9]\S*$/;

/** What a band names: `OEI.01 …` and `PRODUCTO: …` are no organs. */
function kindOfBand(text: string, { labels }: Family): string {
  const folded = fold(text);
  const before = text.includes(":") ? fold(text.slice(0, text.indexOf(":"))) : null;
  const isNamed = (name: string) => before === name || NUMBERED.test(after(folded, name));
  return labels.find(({ header }) => header.some((name) => isNamed(fold(name))))?.key ?? "organ";
}

/** What follows the name of a label that has a number of its own. */
const NUMBERED = /^ [A-Z]?[0-9]/;

function after(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : "";
}

function totalLabels(labels: Labels, total: string): Record<string, string> {
  const organ = labels.organ;
  return organ === undefined || total.startsWith(organ) ? { label: total } : { organ, label: total };
}

/**
 * A blank before the first printed label is a cell merged with the one above it. Columns to the left of the
 * organ, such as the number of the row, are printed in every row and say nothing of that.
 *
 * @param kinds what bands name
 */
function carryDown(labels: Labels, above: Labels, all: readonly string[], kinds: readonly string[]): Labels {
  const keys = all.slice(Math.max(all.indexOf("organ"), 0));
  const first = keys.findIndex((key) => labels[key] !== undefined);
  const order = [...new Set(["organ", ...kinds])].filter((key) => !all.includes(key)).concat(keys);
  const blank = order.slice(0, order.indexOf(keys[Math.max(first, 0)]!));
  const merged = blank.filter((key) => (above[key] ?? "") !== "");
  if (merged.length === 0) return labels;
  return { ...Object.fromEntries(merged.map((key) => [key, above[key]!])), ...labels };
}

/** Joins the texts of two pieces of one row, column by column. */
function join(before: PrintedRow, after: PrintedRow, keys: readonly string[]): PrintedRow {
  const labels: Record<string, string> = {};
  for (const key of new Set([...keys, ...Object.keys(before.labels), ...Object.keys(after.labels)])) {
    // Not by a list's `join`: that would copy the text so far with every line that is added to it.
    const [text, more] = [before.labels[key] ?? "", after.labels[key] ?? ""];
    if (text !== "" || more !== "") labels[key] = more === "" ? text : joinLines(text, more);
  }
  const isFirst = before.tokens.length > 0 && (hasNumbers(before) || !hasNumbers(after));
  const first = isFirst ? before : after;
  const doubts = [...new Set([...(before.doubts ?? []), ...(after.doubts ?? [])])];
  return {
    ...before,
    ...(doubts.length > 0 && { doubts }),
    page: first.page,
    line: before.line,
    text: `${before.text}\n${after.text}`,
    labels,
    tokens: first.tokens,
  };
}

/** Numbers of which nobody knows what they count are for a person to look at. */
const WITHOUT_LABELS: Flag = {
  code: "row-without-labels",
  severity: "error",
  cells: [],
  message: "No text says what these numbers are of",
};

function rowWithoutLabels(row: PrintedRow): Flag {
  return {
    code: "row-without-labels",
    severity: "warning",
    cells: [],
    message: `Page ${row.page}, line ${row.line} has numbers but no text that says of what`,
  };
}
