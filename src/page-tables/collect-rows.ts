import type { Flag, PrintedRow, Table, Token, Word } from "../document.ts";
import type { Family } from "../family.ts";
import { doubtFormat } from "../read/doubt-format.ts";
import { kindOf, tokenText } from "../read/field-kind.ts";
import type { LabelVocabulary } from "../read/label-vocabulary.ts";
import { doubt, hasNumbers } from "../read/reading.ts";
import { createRowCollector, type RowCollector } from "../read/row-collector.ts";
import { createTotalTest } from "../read/total-label.ts";
import { detectNumberFormat } from "../rules/detect-number-format.ts";
import { joinLines } from "../text/join-lines.ts";
import { surelyBreaksOff } from "../text/wrapped-text.ts";
import { asSeen } from "./as-seen.ts";
import { boundingBox } from "./bounding-box.ts";
import { createLabelReader, type ReadLabel, settleBreaks, withoutBreaks } from "./broken-words.ts";
import { cellText, inReadingOrder } from "./cell-text.ts";
import { doubtBegins } from "./doubt-begins.ts";
import { doubtColumns } from "./doubt-columns.ts";
import { doubtContinued } from "./doubt-continued.ts";
import { doubtCrowded } from "./doubt-crowded.ts";
import { doubtCut, doubtCutTable } from "./doubt-cut.ts";
import { createDoneDoubt } from "./doubt-done.ts";
import { doubtInked } from "./doubt-inked.ts";
import { doubtMissing } from "./doubt-missing.ts";
import { doubtOpen } from "./doubt-open.ts";
import { doubtOverprinted } from "./doubt-overprinted.ts";
import { doubtParted } from "./doubt-parted.ts";
import { doubtStacked } from "./doubt-stacked.ts";
import { doubtTaken } from "./doubt-taken.ts";
import { nameAhead } from "./name-ahead.ts";
import type { PlacedColumn, Region, RegionRow } from "./region.ts";
import { createUnstacker } from "./unstack-series.ts";

/**
 * Makes tables of printed rows of what stands on the pages.
 *
 * @param regions in the order of print; each is let go of once its rows are made
 * @param doubted by page number, what is wrong with the text of a page
 */
export function collectRows(
  regions: Iterable<Region>,
  doubted: ReadonlyMap<number, Flag>,
  family: Family,
  vocabulary: LabelVocabulary,
): { tables: Table[]; flags: Flag[] } {
  const isTotal = createTotalTest(family);
  const names = [...family.units, ...family.organs].flatMap(({ name, aliases }) => [
    name,
    ...aliases.map((alias) => alias.name),
  ]);
  const listed = new Set(family.extra.map(({ key }) => `extra.${key}`));
  /** The upper part of a row that goes on on the next page. */
  let waiting: PrintedRow | null = null;
  const tables: { cells: string[]; collector: RowCollector; hasOrgans: boolean }[] = [];
  /** What unknown columns turned out to be, by their names. */
  const kinds = new Map<string, PlacedColumn["kind"]>();
  const unstack = createUnstacker(family);
  const doubtDone = createDoneDoubt(family);
  let isUnsure = false;
  let hasBands = false;
  let mayBeBand = false;
  let latest: PrintedRow | null = null;
  for (const [found, isLast] of withLast(doubtParted(nameAhead(doubtOpen(regions))))) {
    const region = unstack(doubtTaken(doubtInked(doubtOverprinted(found))));
    const columns = settleUnknown(region, kinds);
    const cells = columns.filter(({ kind }) => kind === "cell").map(({ name }) => name);
    const keys = columns.filter(({ kind }) => kind !== "cell").map(({ name }) => name);
    let table = tables.at(-1);
    if (table === undefined || table.cells.join() !== cells.join()) {
      const above = table?.collector.below() ?? {};
      const context = { family, vocabulary, isTotal, above, filter: null as never };
      table = { cells, collector: createRowCollector(context, keys, true, true, true), hasOrgans: false };
      tables.push(table);
    }
    table.hasOrgans ||= keys.includes("organ");
    if (region.organ !== undefined) {
      const { organ, page } = region;
      const labels = { organ };
      isUnsure = false;
      table.collector.addBand({
        kind: "activity",
        page: page.number,
        line: 0,
        text: organ,
        labels,
        tokens: [],
      });
    }
    const readLabel = createLabelReader(region.rows);
    const ofColumns = [...doubtColumns(columns, family), ...doubtCutTable(region), ...doubtDone(region)];
    const last = region.rows.findLastIndex(({ cells }) => cells.some(({ words }) => words.length > 0));
    for (const [i, placed] of region.rows.entries()) {
      // What is carried down from a row whose organ is unsure is unsure too.
      const organ = columns.findIndex(({ name }) => name === "organ");
      const isCarried = organ === -1 ? !placed.isBand : placed.cells[organ]!.words.length === 0;
      isUnsure = placed.isOrganUnsure === true || (isUnsure && isCarried);
      if (placed.isBand) [hasBands, mayBeBand] = [true, false];
      // Where bands name organs, a text alone at the head of a page may be one, or the end of the row on the page before.
      mayBeBand ||= placed.isRest === true && hasBands && mayName(placed, columns, latest);
      // A name begins with a capital, be it behind a letter that counts: a text that does not may be the end of a row's.
      mayBeBand ||= placed.isBand && /^\p{Ll}(?:\p{Ll}| \p{Ll})/u.test(cellText(placed.cells[0]!.words));
      const row = {
        ...placed,
        isOrganUnsure: isUnsure || mayBeBand,
        isTextUnsure: placed.isTextUnsure === true || (mayBeBand && placed.isRest === true),
      };
      const printed = toPrinted(region, columns, row, i + 1, readLabel, doubted, ofColumns);
      if (printed === null) continue;
      const { collector } = table;
      const before = latest;
      latest = printed;
      if (hasNumbers(printed)) collector.addRow(waiting === null ? printed : joinParts(waiting, printed));
      else if (row.isRest === true || (i === 0 && isOfCells(row) && endsRow(printed, before)))
        collector.addRest(printed);
      else if (row.isBand && !isTotal(printed.text)) {
        collector.addBand({ ...printed, labels: { organ: printed.text } });
      } else if (i === last && isPart(printed, keys) && !isLast) {
        waiting = printed;
        continue;
      } else collector.addText(printed);
      waiting = null;
    }
  }
  return {
    tables: tables
      .map(({ cells, collector, hasOrgans }): Table => {
        const whole = doubtContinued(doubtBegins(settleBreaks(collector.rows(), names)), vocabulary);
        const rows = doubtCrowded(doubtStacked(doubtMissing(whole, hasOrgans), family), cells);
        const isOther = cells.map((cell) => cell.startsWith("extra.") && !listed.has(cell));
        const texts = rows.flatMap(({ tokens }) =>
          tokens.map(({ text }) => text).filter((text, i) => !(isOther[i] && CODE.test(text))),
        );
        const numberFormat = detectNumberFormat(texts);
        return { cells, rows: doubtFormat(rows, numberFormat), channel: "placed", numberFormat };
      })
      .filter(({ rows }) => rows.length > 0),
    flags: tables.flatMap(({ collector }) => collector.flags()),
  };
}

/** A code of the national planning system, which narrow cells break over lines: AEI.05.0 over 5. */
const CODE_OF_PLAN = /^(?:OEI|AEI|AOI?)[0-9.]+(?: [0-9.]+)+$/;

/** What a column that the family does not list prints so may be a code, and says nothing of how numbers are written. */
const CODE = /^[0-9]{4,}$/;

/** Each item, and whether it is the last one. */
function* withLast<T>(items: Iterable<T>): Generator<[item: T, isLast: boolean]> {
  let held: { readonly item: T } | null = null;
  for (const item of items) {
    if (held !== null) yield [held.item, false];
    held = { item };
  }
  if (held !== null) yield [held.item, true];
}

/**
 * Unknown columns that mostly hold numbers are numbers. One that is blank, as that of the few rows over a total at the
 * head of a page may be, is what it was on earlier pages, so that the table goes on.
 *
 * @param known what those of earlier regions are, by their names; noted here
 */
export function settleUnknown(
  { columns, rows }: Region,
  known: Map<string, PlacedColumn["kind"]> = new Map(),
): PlacedColumn[] {
  return columns.map((column, i) => {
    if (column.kind !== "unknown") return column;
    const kinds = rows.map(({ cells }) => kindOf(cellText(cells[i]!.words)));
    const numbers = kinds.filter((kind) => kind === "number").length;
    const words = kinds.filter((kind) => kind === "text").length;
    const isBlank = words + numbers === 0;
    const isText = isBlank ? known.get(column.name) === "label" : words > numbers;
    if (!isBlank) known.set(column.name, isText ? "label" : "cell");
    return isText ? { ...column, kind: "label" } : { ...column, kind: "cell", name: `extra.${column.name}` };
  });
}

/** Whether lines part the texts of a row. What stands over others without, such as an organ's name, may be of either. */
function isOfCells({ cells, isBand }: RegionRow): boolean {
  return !isBand && cells.some(({ box }) => box !== null);
}

/**
 * Whether what a page begins with goes on with the row before it, a text of which breaks off at the page's end, or that
 * does not say what is done, as this does and nothing else.
 */
function endsRow({ page, labels }: PrintedRow, before: PrintedRow | null): boolean {
  if (before === null || before.page >= page) return false;
  const isAlone = Object.keys(labels).join() === "activity" && before.labels.activity === undefined;
  if (isAlone && hasNumbers(before)) return true;
  return Object.keys(labels).some((key) => surelyBreaksOff(before.labels[key] ?? ""));
}

/** Whether a row is a text in its first column alone, with a capital, and what the last one prints there does not break off. */
function mayName({ cells }: RegionRow, columns: readonly PlacedColumn[], last: PrintedRow | null): boolean {
  const [text, ...others] = cells.map(({ words }) => cellText(words));
  return (
    /^\p{Lu}/u.test(text ?? "") &&
    others.every((other) => other === "") &&
    !surelyBreaksOff(last?.labels[columns[0]!.name] ?? "")
  );
}

/** Whether a row without numbers is but the upper part of one: it lacks the last of its labels. */
function isPart({ labels }: PrintedRow, keys: readonly string[]): boolean {
  return labels[keys.at(-1) ?? ""] === undefined && Object.keys(labels).length > 1;
}

function joinParts(upper: PrintedRow, lower: PrintedRow): PrintedRow {
  const labels: Record<string, string> = { ...upper.labels };
  for (const [key, text] of Object.entries(lower.labels)) {
    labels[key] = joinLines(labels[key] ?? "", text);
  }
  return { ...lower, text: `${upper.text}\n${lower.text}`, labels };
}

function toPrinted(
  { page }: Region,
  columns: readonly PlacedColumn[],
  row: RegionRow,
  line: number,
  readLabel: ReadLabel,
  doubted: ReadonlyMap<number, Flag>,
  ofColumns: readonly Flag[],
): PrintedRow | null {
  const labels: Record<string, string> = {};
  const tokens: Token[] = [];
  for (const [i, column] of columns.entries()) {
    const { words, page: number = page.number } = row.cells[i]!;
    if (column.kind !== "cell") {
      const text = readLabel(row.cells[i]!, i);
      const isCode = CODE_OF_PLAN.test(withoutBreaks(text));
      if (text !== "") labels[column.name] = isCode ? withoutBreaks(text).replaceAll(" ", "") : text;
      continue;
    }
    const text = cellText(words);
    const boxes = words.map(({ box }) => box);
    const readings = words.length === 1 ? words[0]!.readings : undefined;
    tokens.push({
      ...(readings !== undefined && { readings }),
      text: tokenText(text),
      page: number,
      box: boxes.length === 0 ? null : asSeen(boundingBox(boxes), page),
    });
  }
  const onPages = Map.groupBy(row.cells, ({ page: number = page.number }) => number);
  const all = [...onPages.values()].flatMap((cells) =>
    inReadingOrder([...new Set(cells.flatMap(({ words }) => words))]),
  );
  if (all.length === 0) return null;
  const text = all.map((word) => word.text).join(" ");
  const blanks = columns
    .filter(({ kind, name, left, right }) => {
      const reaches = ({ box, size }: Word) => box[2] > left + REACH * size && box[0] < right - REACH * size;
      return kind !== "cell" && labels[name] === undefined && !all.some(reaches);
    })
    .map(({ name }) => name);
  const doubts = [
    ...doubtsOf(row, columns),
    ...ofColumns,
    ...doubtCut(all),
    ...new Set([...onPages.keys()].flatMap((number) => doubted.get(number) ?? [])),
  ];
  return {
    kind: "activity",
    page: page.number,
    line,
    text,
    labels,
    tokens,
    ...(blanks.length > 0 && { blanks }),
    ...(doubts.length > 0 && { doubts }),
  };
}

/** A text reaches into a column whose edge it oversteps by this much, in heights of the font. */
const REACH = 0.5;

/** What makes a row one for a person to look at, whatever its numbers add up to. */
function doubtsOf(
  { isDoubted = false, isOrganUnsure = false, isTextUnsure = false }: RegionRow,
  columns: readonly PlacedColumn[],
): Flag[] {
  const doubts: Flag[] = [];
  if (isDoubted) {
    doubts.push(
      doubt(
        "number-out-of-place",
        "Some number stands between the columns, so it may have been read under the wrong one",
      ),
    );
  }
  if (isOrganUnsure) {
    doubts.push(
      doubt("organ-unsure", "Its organ is printed once for several rows, and may be that of others"),
    );
  }
  if (isTextUnsure) {
    doubts.push(
      doubt(
        "text-unsure",
        "Some of its texts may be those of another row or of a note, or go on on another page",
      ),
    );
  }
  if (columns.every(({ kind, name }) => kind === "cell" || name === "unit")) {
    doubts.push(doubt("no-label-columns", "The table has no column that says what its numbers are of"));
  }
  return doubts;
}
