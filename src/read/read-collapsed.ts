import type { Flag, Line, PrintedRow } from "../document.ts";
import type { Column } from "../grid/header.ts";
import {
  COLLAPSED_DOUBT,
  cellOrderCost,
  collapsedAlignmentCost,
  collapsedTextCost,
  isCellOrder,
} from "./collapsed-cost.ts";
import { asText, type CollapsedRecord, isRowRecord, makeRecords } from "./collapsed-record.ts";
import { columnsJoined, doubtLabels, doubtMissing, hasLoneLetter, LABELS_DOUBTED } from "./doubt-labels.ts";
import { groupRows, type LineGroup, type LineRole } from "./group-rows.ts";
import { matchAt, matchEnd, toWords } from "./known-words.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";
import { doubtMergedOrgans } from "./merged-organs.ts";
import { lineNotRead, NUMBERS_LOST, type SectionContext, type SectionRows, withDoubts } from "./reading.ts";
import { createRowCollector } from "./row-collector.ts";
import { splitLabels } from "./split-labels.ts";
import { endsInTotal, isOwnTotal, subtotalIn } from "./total-label.ts";

/** Where fewer rows print their organ, it is printed once for several rows; else a row without one is odd. */
const MERGED_BELOW = 0.7;

/** More tokens than this many times the columns is no row of this table. */
const MAX_TOKENS_PER_COLUMN = 3;

/** What reading collapsed text yields. */
export interface CollapsedRows extends SectionRows {
  /** Rows that no row of the table looks like: most likely the lines are not in the order of the table. */
  readonly disordered: number;
}

/** Reads the rows under one header of text whose columns are not marked at all: numbers come without blanks. */
export function readCollapsed(
  lines: readonly Line[],
  columns: readonly Column[],
  context: SectionContext,
): CollapsedRows {
  const { family, vocabulary, filter, isTotal } = context;
  const named = columns.filter((column) => column.kind !== "cell").map((column) => column.name);
  const cells = columns.length - named.length;
  // An organ that no column is for stands over its rows: known by its name, or not to be told from their texts.
  const hasBands = family.labels.some(({ key }) => key === "organ") && !named.includes("organ");
  const keys = hasBands && vocabulary.knows("organ") ? ["organ", ...named] : named;
  const kept = lines.filter((line) => !filter.isAroundTable(line));
  const records = makeRecords(kept, cells).map((record, i, all) =>
    isRowRecord(record, all[i + 1], keys.at(-1), vocabulary, isTotal) ? record : asText(record),
  );
  const roles = assignRoles(records, keys, vocabulary);
  const isRow = (record: CollapsedRecord) => roles.get(record) === "row";
  const inCellOrder = isCellOrder(records, isRow, keys, vocabulary, isTotal);
  const { groups, left, doubted } = groupRows(records, (record) => roles.get(record)!, {
    text: (group) => collapsedTextCost(group, keys, vocabulary, isTotal),
    alignment: inCellOrder ? cellOrderCost : collapsedAlignmentCost,
    doubt: COLLAPSED_DOUBT,
  });
  const rows = groups.flatMap((group) =>
    "break" in group ? [] : [makeRow(group, keys, vocabulary, isTotal)],
  );
  const flags: Flag[] = [
    ...left.flatMap(flagLeft),
    ...doubtLabels(doubted.flatMap((record) => record.lines)),
  ];
  const activities = rows.filter((row) => !isTotal(Object.values(row.printed.labels).join(" ")));
  const withOrgan = activities.filter((row) => row.printed.labels.organ !== undefined).length;
  const isMerged = hasBands || withOrgan < activities.length * MERGED_BELOW;
  const collector = createRowCollector(context, keys, isMerged);
  let disordered = 0;
  // Rows that stand on one line together say nothing of where a band ends either.
  const isRunOn = kept.some(
    ({ page, number }, i) => page === kept[i - 1]?.page && number === kept[i - 1]?.number,
  );
  const mayBand = hasBands && (isRunOn || groups.some((group) => mayHoldBand(group, vocabulary)));
  const joined = [...(mayBand ? ["organ"] : []), ...named].filter((key) => !vocabulary.knows(key));
  if (joined.length > 1 && rows.length > 0) flags.push(columnsJoined(joined));
  // A first row without an organ that others have: names may stand behind their rows.
  const isLate = activities[0] !== undefined && activities[0].printed.labels.organ === undefined;
  if ((isMerged || isLate) && keys.includes("organ"))
    flags.push(
      ...doubtMergedOrgans(
        activities.map(({ printed }) => printed),
        context.above.organ !== undefined,
      ),
    );
  for (const { printed, missing } of rows) {
    if (printed.tokens.length > cells * MAX_TOKENS_PER_COLUMN) {
      flags.push(lineNotRead(printed.page, printed.line, printed.text));
      disordered++;
      continue;
    }
    const mayLack = isMerged && vocabulary.knows("organ") && printed.labels.organ === undefined;
    const isUnsplit = missing > (mayLack ? 1 : 0);
    if (isUnsplit) flags.push(labelsNotSplit(printed));
    if (missing > 1 || holdsOtherRow(printed, vocabulary)) disordered++;
    collector.addRow(isUnsplit ? withDoubts(printed, [LABELS_NOT_SPLIT]) : printed);
  }
  return {
    rows: doubtMissing(collector.rows(), keys, family),
    flags: [...flags, ...collector.flags()],
    below: collector.below(),
    disordered,
  };
}

/** A record without numbers is a row that lost them if it ends in a unit and the next one begins with an organ. */
function assignRoles(
  records: readonly CollapsedRecord[],
  keys: readonly string[],
  vocabulary: LabelVocabulary,
): Map<CollapsedRecord, LineRole> {
  const roles = new Map<CollapsedRecord, LineRole>();
  for (const [i, record] of records.entries()) {
    const next = records[i + 1];
    const lostNumbers =
      record.numbers.length === 0 &&
      next !== undefined &&
      matchEnd(toWords(record.text), vocabulary.valuesOf(keys.at(-1) ?? "")) > 0 &&
      matchAt(toWords(next.text), 0, vocabulary.valuesOf("organ")) > 0;
    roles.set(record, record.numbers.length > 0 || lostNumbers ? "row" : "text");
  }
  return roles;
}

/** Whether the texts of a row begin anew after its first line, so that this may be a band that names an organ. */
function mayHoldBand(
  group: LineGroup<CollapsedRecord> | { readonly break: CollapsedRecord },
  vocabulary: LabelVocabulary,
): boolean {
  if ("break" in group) return false;
  return group.lines.slice(1).some(({ text }) => /^\p{Lu}/u.test(text) && !vocabulary.has("unit", text));
}

/** A target and a month of it are two: where blanks leave no trace, a row of fewer has lost its numbers. */
const FEWEST_NUMBERS = 2;

interface MadeRow {
  readonly printed: PrintedRow;
  readonly missing: number;
}

function makeRow(
  group: LineGroup<CollapsedRecord>,
  keys: readonly string[],
  vocabulary: LabelVocabulary,
  isTotal: (text: string) => boolean,
): MadeRow {
  const anchor = group.lines[group.anchor]!;
  const texts = group.lines.map((record) => record.text);
  const whole = texts.join(" ").trim();
  const sum = isTotal(whole)
    ? whole
    : isOwnTotal(anchor.text, isTotal)
      ? anchor.text
      : subtotalIn(anchor.text);
  const split =
    sum === null
      ? splitLabels(texts, group.anchor, keys, vocabulary)
      : { labels: { [keys[0] ?? "label"]: sum }, missing: 0 };
  const lines = group.lines.flatMap((record) => record.lines);
  const tokens = anchor.numbers.filter((token) => token.text !== "");
  // No total counts in a unit: its numbers are gone, and an activity's stand under its name.
  const isOthers =
    sum !== null && sum !== anchor.text && matchEnd(toWords(anchor.text), vocabulary.valuesOf("unit")) > 0;
  const doubts = [
    ...(group.isDoubted || lines.some(hasLoneLetter) ? [LABELS_DOUBTED] : []),
    ...(sum === null && endsInTotal(anchor.text) ? [MAY_BE_TOTAL] : []),
    ...(isOthers || tokens.length < FEWEST_NUMBERS ? [NUMBERS_LOST] : []),
  ];
  const printed: PrintedRow = {
    kind: "activity",
    page: anchor.lines[0]!.page,
    line: lines[0]!.number,
    text: lines.map((line) => line.text).join("\n"),
    labels: split.labels,
    tokens,
    ...(doubts.length > 0 && { doubts }),
  };
  return { printed, missing: split.missing };
}

const MAY_BE_TOTAL: Flag = {
  ...LABELS_DOUBTED,
  severity: "error",
  message: "Its text ends in the word for a sum: it may add up other rows, and be none itself",
};

/** Whether the free text of a row holds another row's category, or several organs: it is several rows' text. */
function holdsOtherRow(row: PrintedRow, vocabulary: LabelVocabulary): boolean {
  const keys = Object.keys(row.labels);
  const free = keys.filter((key) => !vocabulary.knows(key)).map((key) => toWords(row.labels[key]!));
  const count = (key: string) =>
    free.flatMap((words) => words.filter((_, i) => matchAt(words, i, vocabulary.valuesOf(key)) > 0)).length;
  const categories = keys.filter((key) => key !== "organ" && key !== "unit" && vocabulary.knows(key));
  return categories.some((key) => count(key) > 0) || count("organ") > 1;
}

const LABELS_NOT_SPLIT: Flag = {
  code: "labels-not-split",
  severity: "warning",
  cells: [],
  message: "The columns of text could not be told apart in this row",
};

function labelsNotSplit(row: PrintedRow): Flag {
  return {
    code: "labels-not-split",
    severity: "warning",
    cells: [],
    message: `Page ${row.page}, line ${row.line}: the columns of text could not be told apart`,
  };
}

function flagLeft(record: CollapsedRecord): Flag[] {
  return record.lines
    .filter(({ text }) => /[0-9]/.test(text))
    .map(({ page, number, text }) => lineNotRead(page, number, text));
}
