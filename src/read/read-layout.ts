import type { Flag, Line, PrintedRow } from "../document.ts";
import type { Column, Header } from "../grid/header.ts";
import { columnsJoined, doubtLabels, doubtMissing, hasLoneLetter, LABELS_DOUBTED } from "./doubt-labels.ts";
import { kindOf, mayBeHurtNumber } from "./field-kind.ts";
import { groupRows, type LineGroup, type LineRole } from "./group-rows.ts";
import type { LabelVocabulary } from "./label-vocabulary.ts";
import { isBand, LINES_UNDER_NAME, mayBeBands } from "./layout-band.ts";
import { alignmentCost, LAYOUT_DOUBT, textCost } from "./layout-cost.ts";
import { hasRowNumbers, type LayoutLine } from "./layout-line.ts";
import { type LayoutPage, placeNumbers, readPage } from "./layout-page.ts";
import { joinLabels } from "./layout-row.ts";
import { doubtMergedOrgans } from "./merged-organs.ts";
import {
  type Labels,
  lineNotRead,
  NUMBERS_LOST,
  type SectionContext,
  type SectionRows,
  withoutTail,
} from "./reading.ts";
import { createRowCollector } from "./row-collector.ts";
import { findTotalLabel } from "./total-label.ts";

/** If more than this share of the rows with blanks have numbers between the columns, the spaces say nothing. */
const MAX_UNPLACED = 0.5;

/**
 * Reads the rows under one header of text whose columns are kept by spaces. Rows come with a blank for each
 * column they leave out, or, where the places of some cannot be told, without blanks.
 *
 * @returns null where the columns do not stand one under the other at all
 */
export function readLayout(
  lines: readonly Line[],
  header: Header | null,
  headerPage: number | null,
  columns: readonly Column[],
  context: SectionContext,
): (SectionRows & { readonly placed: boolean }) | null {
  const { vocabulary, filter, isTotal } = context;
  const pages = partPages(lines.filter((line) => !filter.isAroundTable(line))).map((page) =>
    readPage(page, columns, header, headerPage, context.family.equations),
  );
  const pageOf = new Map(pages.flatMap((page) => page.lines.map((line) => [line, page] as const)));
  const keys = pages[0]?.slots.keys ?? [];
  const all = pages.flatMap((page) => page.lines);
  if (!areAligned(all)) return null;
  const bandAt = (line: LayoutLine, next: readonly LayoutLine[]) =>
    isBand(line, next, columns, pageOf.get(line)!.slots.slots[0], vocabulary, isTotal);
  const roles = assignRoles(all, keys, vocabulary, bandAt);
  const widths = columnWidths(
    all.filter((line) => roles.get(line) !== "break"),
    keys,
  );
  const { groups, left, doubted } = groupRows(all, (line) => roles.get(line)!, {
    text: (group) => textCost(group, keys, widths, vocabulary, isTotal),
    alignment: (group, alignment) => alignmentCost(group, keys, alignment),
    doubt: LAYOUT_DOUBT,
  });
  const collector = createRowCollector(context, keys);
  const made: PrintedRow[] = [];
  const guessed = new Set(doubted);
  let short = 0;
  let unplaced = 0;
  let mayHaveBands = false;
  for (const group of groups) {
    if ("break" in group) {
      collector.addBand(bandRow(group.break));
      continue;
    }
    const row = makeRow(group, keys, context, pageOf.get(group.lines[group.anchor]!)!);
    for (const line of row.guessed) guessed.add(line);
    if (row.isShort) short++;
    if (!row.placed) unplaced++;
    if (row.hasBand) mayHaveBands = true;
    made.push(row.printed);
    collector.addRow(row.printed);
  }
  const placed = unplaced <= short * MAX_UNPLACED;
  const kinds = collector.rows().map((row) => row.kind);
  const asPrinted = made.map((row, i) => ({ ...row, kind: kinds[i] ?? row.kind }));
  const doubts = !keys.includes("organ")
    ? []
    : doubtMergedOrgans(
        asPrinted,
        context.above.organ !== undefined,
        groups.some((group) => !("break" in group) && beginsLow(group, isTotal)),
      );
  const flags = [
    ...(mayHaveBands ? [columnsJoined(["organ", keys[0]!])] : []),
    ...doubtBlankColumns(collector.rows(), keys),
    ...left.flatMap(flagLeft),
    ...doubts,
    ...doubtLabels(all.filter((line) => guessed.has(line)).map(({ line }) => line)),
  ];
  const named = new Set(columns.filter(({ kind }) => kind === "label").map(({ name }) => name));
  const whole = doubtMissing(
    collector.rows(),
    keys.filter((key) => named.has(key)),
    context.family,
  );
  const rows = placed ? whole : whole.map(withoutBlanks);
  return { rows, flags: [...flags, ...collector.flags()], below: collector.below(), placed };
}

/** A table of fewer rows may leave a column blank. */
const MIN_ROWS = 3;

/** A column that prints nothing on a page most likely has its texts taken for another column's. */
function doubtBlankColumns(rows: readonly PrintedRow[], keys: readonly string[]): Flag[] {
  const pages = Map.groupBy(
    rows.filter(({ kind }) => kind === "activity"),
    ({ page }) => page,
  );
  return [...pages].flatMap(([page, printed]): Flag[] => {
    const blank = keys.filter((key) => printed.every(({ labels }) => labels[key] === undefined));
    if (printed.length < MIN_ROWS || blank.length === 0) return [];
    return [
      {
        code: "labels-doubted",
        severity: "warning",
        cells: [],
        message: `Page ${page}, from line ${printed[0]!.line} on: nothing stands under ${blank.join(", ")}, so texts may have been read under the wrong columns`,
      },
    ];
  });
}

/** Whether the organ of a row begins below the first line of its other texts. */
function beginsLow({ lines }: LineGroup<LayoutLine>, isTotal: (text: string) => boolean): boolean {
  const organ = lines.findIndex(({ texts }) => texts.organ !== undefined);
  return organ > 0 && !lines.some(({ line }) => isTotal(line.text.trim()));
}

/** More lines than this share with words in the number area, or numbers among the labels, are no columns. */
const MAX_MISALIGNED = 0.2;
/** A text has fewer numbers than this on a line, or fewer than half of what the number area has. */
const MAX_TEXT_NUMBERS = 3;
/** Where the number area of a line is empty, a text has still fewer numbers than this. */
const MAX_LONE_NUMBERS = 8;

function areAligned(lines: readonly LayoutLine[]): boolean {
  const isMisaligned = ({ texts, numbers }: LayoutLine) => {
    const words = Object.values(texts).join(" ").split(" ");
    const among = words.filter((word) => kindOf(word) === "number").length;
    if (numbers.length === 0) return among >= MAX_LONE_NUMBERS;
    if (among >= MAX_TEXT_NUMBERS && among * 2 >= numbers.length) return true;
    return numbers.some(({ text }) => kindOf(text) === "text" && !mayBeHurtNumber(text));
  };
  const rows = lines.filter(({ line }) => (line.text.match(NUMBER)?.length ?? 0) >= MAX_TEXT_NUMBERS);
  return rows.filter(isMisaligned).length <= rows.length * MAX_MISALIGNED;
}

const NUMBER = /(?<=^|\s)[0-9][0-9.,]*(?=\s|$)/g;

function partPages(lines: readonly Line[]): Line[][] {
  const pages: Line[][] = [];
  for (const line of lines) {
    const page = pages.at(-1);
    if (page?.[0]?.page === line.page) page.push(line);
    else pages.push([line]);
  }
  return pages;
}

/** A line is a row for its numbers; a unit that stands on its own line is a row that lost them. */
function assignRoles(
  lines: readonly LayoutLine[],
  keys: readonly string[],
  vocabulary: LabelVocabulary,
  isBandOver: (line: LayoutLine, next: readonly LayoutLine[]) => boolean,
): Map<LayoutLine, LineRole> {
  const unit = keys.at(-1);
  const roles = new Map<LayoutLine, LineRole>();
  for (const [i, line] of lines.entries()) {
    const isUnit =
      unit !== undefined && line.texts[unit] !== undefined && vocabulary.has(unit, line.texts[unit]);
    const stands = (other: LayoutLine | undefined) =>
      other === undefined || !hasRowNumbers(other) || (unit !== undefined && other.texts[unit] !== undefined);
    const isRow = hasRowNumbers(line) || (isUnit && stands(lines[i - 1]) && stands(lines[i + 1]));
    roles.set(
      line,
      isRow ? "row" : isBandOver(line, lines.slice(i + 1, i + 1 + LINES_UNDER_NAME)) ? "break" : "text",
    );
  }
  return roles;
}

function bandRow({ line }: LayoutLine): PrintedRow {
  const labels = { organ: line.text.trim().replace(/\s+/g, " ") };
  return { kind: "activity", page: line.page, line: line.number, text: line.text, labels, tokens: [] };
}

function columnWidths(lines: readonly LayoutLine[], keys: readonly string[]): Map<string, number> {
  const widths = new Map<string, number>(keys.map((key) => [key, 0]));
  for (const { texts, runsOver } of lines) {
    if (runsOver) continue;
    for (const key of keys) widths.set(key, Math.max(widths.get(key)!, texts[key]?.length ?? 0));
  }
  return widths;
}

interface MadeRow {
  readonly printed: PrintedRow;
  readonly isShort: boolean;
  readonly placed: boolean;
  /** Lines of text that were taken for the row's without being sure. */
  readonly guessed: readonly LayoutLine[];
  /** Whether one of them may be a band that names the organ of the rows below. */
  readonly hasBand: boolean;
}

function makeRow(
  group: LineGroup<LayoutLine>,
  keys: readonly string[],
  { vocabulary, isTotal }: SectionContext,
  page: LayoutPage,
): MadeRow {
  const anchor = group.lines[group.anchor]!;
  const joined = joinLabels(group, keys, vocabulary);
  // A row of sums stays one, whatever texts around it were taken for its own.
  const own = Object.fromEntries(
    keys.flatMap((key) => (anchor.texts[key] === undefined ? [] : [[key, anchor.texts[key]]])),
  );
  const isOwnTotal =
    findTotalLabel(own, keys, isTotal) !== null && findTotalLabel(joined.labels, keys, isTotal) === null;
  const spanning = spanningTotal(group, keys, isTotal);
  const labels = spanning ?? (isOwnTotal ? own : joined.labels);
  const isTorn = joined.moved && joined.unknown > 0;
  const bands = mayBeBands(group.lines, group.anchor, keys);
  const lettered = group.lines.filter(({ line }) => hasLoneLetter(line));
  // A text over the border of two columns was parted where it crosses it.
  const runOn = spanning === null ? group.lines.filter(({ runsOver }) => runsOver) : [];
  const guessed = isOwnTotal || isTorn ? group.lines : [...bands, ...lettered, ...runOn];
  const { tokens, placed } = placeNumbers(anchor.numbers, page, anchor.line);
  const zoneTokens = page.slots.zoneCells.map((name) => ({
    text: anchor.texts[name] ?? "",
    page: anchor.line.page,
    box: null,
  }));
  const doubts = [
    ...(group.isDoubted || guessed.length > 0 ? [LABELS_DOUBTED] : []),
    ...(anchor.numbers.length === 0 ? [NUMBERS_LOST] : []),
  ];
  const printed: PrintedRow = {
    kind: "activity",
    page: anchor.line.page,
    line: group.lines[0]!.line.number,
    text: group.lines.map(({ line }) => line.text).join("\n"),
    labels,
    tokens: withoutTail([...zoneTokens, ...tokens]),
    ...(!placed && { blanksLost: true }),
    ...(doubts.length > 0 && { doubts }),
  };
  const isShort = anchor.numbers.length < page.slots.numberColumns.length;
  return { printed, isShort, placed, guessed, hasBand: bands.length > 0 };
}

/**
 * The label of a row of sums that is printed across all columns of text as one cell, and may be wrapped over several
 * lines: each of its words then stands in some column, as if the row were an activity.
 */
function spanningTotal(
  { lines, anchor }: LineGroup<LayoutLine>,
  keys: readonly string[],
  isTotal: (text: string) => boolean,
): Labels | null {
  // It may reach into the number area where it has no numbers.
  const textOf = (line: LayoutLine) =>
    hasRowNumbers(line)
      ? keys.flatMap((key) => line.texts[key] ?? []).join(" ")
      : line.line.text.trim().replace(/\s+/g, " ");
  const first = lines.slice(0, anchor + 1).find((line) => line.runsOver && isTotal(textOf(line)));
  if (first === undefined) return null;
  const text = lines.slice(lines.indexOf(first), anchor + 1).map(textOf);
  return { [keys[0]!]: text.filter((part) => part !== "").join(" ") };
}

function withoutBlanks(row: PrintedRow): PrintedRow {
  return { ...row, tokens: row.tokens.filter((token) => token.text !== "") };
}

function flagLeft({ line }: LayoutLine): Flag[] {
  return /[0-9]/.test(line.text) ? [lineNotRead(line.page, line.number, line.text)] : [];
}
