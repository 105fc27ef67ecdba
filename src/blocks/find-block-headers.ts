import type { Box, Word } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";
import type { PlacedColumn } from "../page-tables/region.ts";
import type { TextLine } from "../page-tables/text-lines.ts";
import { looksNumeric } from "../rules/number.ts";
import { assignGroups, middle } from "./assign-groups.ts";
import { cellAround, type Drawn } from "./cell-around.ts";
import { findHeads, type Head } from "./find-heads.ts";
import type { HeaderVocabulary } from "./header-vocabulary.ts";
import { letters } from "./letters.ts";

/** A column whose name begins so is not a label of the family's: it says what a line is. */
export const LINE_COLUMN = "#line";
export const YEAR_COLUMN = "#year";
/** The value of a group that is printed once for all lines of an activity; the name of its cell follows. */
export const ONCE = "#once ";

/** A header on a page: its columns from left to right, and its words. */
export interface BlockHeader {
  readonly columns: readonly PlacedColumn[];
  readonly words: ReadonlySet<Word>;
  readonly box: Box;
  /** Words among the heads that are no heads of the family's: there may be columns of others. */
  readonly unknown: readonly Word[];
}

/** Heads nearer than this to each other, in heights of the font, are of one header. */
const NEAR = 2.6;
/** No header is higher, in heights of its font. */
const MAX_HEIGHT = 16;
/** What has more heads near each other is no header. */
const MAX_HEADS = 150;
/** A header names at least so many columns of texts, and of values. */
const MIN_LABELS = 2;
const MIN_VALUES = 2;

/** A line with as many numbers is none of a header. */
const MIN_NUMBERS = 3;

const NOTHING: Drawn = { vertical: [], fills: [] };

/**
 * Finds the headers of a page, from top to bottom: each has a head over the column that says what a line is.
 *
 * @param isContext whether a line says what the rows under it belong to
 */
export function findBlockHeaders(
  lines: readonly TextLine[],
  vocabulary: HeaderVocabulary,
  oncePerBlock: readonly string[],
  drawn: Drawn = NOTHING,
  isContext: (words: readonly Word[]) => boolean = () => false,
): BlockHeader[] {
  const heads = findHeads(lines, vocabulary)
    .map((head): Head => {
      const cell = head.meaning.kind === "group" ? cellAround(head.box, drawn) : null;
      return cell === null ? head : { ...head, cell };
    })
    .sort((a, b) => a.box[1] - b.box[1]);
  const used = new Set<Head>();
  const rows = rowsAmong(lines, heads, isContext);
  return heads
    .filter(({ meaning }) => meaning.kind === "line")
    .flatMap((anchor) => {
      if (used.has(anchor)) return [];
      const all = gather(anchor, heads, rows);
      const band = saidOnce(all);
      const header =
        band.length > MAX_HEADS
          ? null
          : (toHeader(band, lines, oncePerBlock) ?? toHeader(withoutTop(band), lines, oncePerBlock));
      if (header === null && band.length <= MAX_HEADS) return [];
      for (const head of band) used.add(head);
      return header ?? [];
    });
}

/** The header that heads make, among the lines of their page; null where they make none. */
export function toHeader(
  band: readonly Head[],
  lines: readonly TextLine[],
  oncePerBlock: readonly string[],
): BlockHeader | null {
  const columns = toColumns(band, oncePerBlock);
  return columns === null
    ? null
    : {
        columns,
        words: new Set([...band.flatMap(({ words }) => words), ...marksIn(lines, band)]),
        box: boundingBox(band.map(({ box }) => box)),
        unknown: unknownIn(lines, band),
      };
}

/** Marks among heads: the stroke of `ACTIVIDAD / INVERSIÓN` is of a head, though heads are compared without it. */
function marksIn(lines: readonly TextLine[], band: readonly Head[]): Word[] {
  const [left, top, right, bottom] = boundingBox(band.map(({ box }) => box));
  return lines.flatMap(({ words }) =>
    words.filter(({ text, box }) => {
      const middle = (box[1] + box[3]) / 2;
      return letters(text) === "" && middle > top && middle < bottom && box[2] > left && box[0] < right;
    }),
  );
}

/** The words that stand among heads, and are none. */
function unknownIn(lines: readonly TextLine[], band: readonly Head[]): Word[] {
  const ofHeads = new Set(band.flatMap(({ words }) => words));
  const [left, top, , bottom] = boundingBox(band.map(({ box }) => box));
  return lines.flatMap(({ words }) =>
    words.filter((word) => {
      const middle = (word.box[1] + word.box[3]) / 2;
      const isAmong = middle > top && middle < bottom && word.box[2] > left;
      return isAmong && !ofHeads.has(word) && letters(word.text) !== "";
    }),
  );
}

/**
 * Where lines stand that are of no header: of numbers that are no heads, and of a context with no head beside it. A
 * header is over them, or under, and a word beyond them none of it.
 */
function rowsAmong(
  lines: readonly TextLine[],
  heads: readonly Head[],
  isContext: (words: readonly Word[]) => boolean,
): number[] {
  const ofHeads = new Set(heads.flatMap(({ words }) => words));
  return lines.flatMap(({ words, y }) => {
    const numbers = words.filter((word) => looksNumeric(word.text) && !ofHeads.has(word));
    if (numbers.length >= MIN_NUMBERS) return [y];
    // Heads may stand beside its lines, in the middle between them.
    return !words.some((word) => ofHeads.has(word)) && isContext(words) ? [y - words[0]!.size] : [];
  });
}

/** Heads without those on top: a word of a text may stand over them as near as heads do. */
function withoutTop(heads: readonly Head[]): Head[] {
  const top = Math.min(...heads.map(({ box }) => box[1]));
  return heads.filter(({ box, words }) => box[1] - top > words[0]!.size / 2);
}

/**
 * Heads without groups that come again, where these are all that stands at the bottom or on top: the last line of a text,
 * such as APROBADO of a unit. A group stands over its columns.
 */
function saidOnce(heads: readonly Head[]): readonly Head[] {
  return withoutAgain(
    withoutAgain(heads, ({ box }) => -box[3]),
    ({ box }) => box[1],
  );
}

/** Heads without the first row by some place, if all of it are groups that come again. */
function withoutAgain(heads: readonly Head[], place: (head: Head) => number): readonly Head[] {
  const edge = Math.min(...heads.map(place));
  const rest = heads.filter((head) => place(head) - edge > head.words[0]!.size / 2);
  const isAgain = (head: Head) => rest.includes(head) || rest.some((other) => isSameGroup(head, other));
  return heads.every(isAgain) ? rest : heads;
}

function isSameGroup({ meaning: a }: Head, { meaning: b }: Head): boolean {
  return a.kind === "group" && b.kind === "group" && a.key === b.key;
}

/** The heads that stand around one, each near to another, as far as the next lines of numbers. */
function gather(anchor: Head, sorted: readonly Head[], rows: readonly number[]): Head[] {
  const size = anchor.words[0]!.size;
  const above = rows.findLast((y) => y < anchor.box[1]) ?? Number.NEGATIVE_INFINITY;
  const below = rows.find((y) => y > anchor.box[3]) ?? Number.POSITIVE_INFINITY;
  const heads = between(
    sorted,
    Math.max(above, anchor.box[1] - 2 * MAX_HEIGHT * size),
    Math.min(below, anchor.box[3] + 2 * MAX_HEIGHT * size),
  );
  let [, top, , bottom] = anchor.box;
  let found: Head[] = [anchor];
  for (;;) {
    const near = heads.filter(
      ({ box }) =>
        box[3] >= top - NEAR * size && box[1] <= bottom + NEAR * size && box[3] - box[1] < MAX_HEIGHT * size,
    );
    const box = boundingBox(near.map((head) => head.box));
    if (near.length === found.length || box[3] - box[1] > MAX_HEIGHT * size) return found;
    found = near;
    [, top, , bottom] = box;
  }
}

/** Of heads sorted by their tops those whose top lies between two places. */
function between(sorted: readonly Head[], top: number, bottom: number): readonly Head[] {
  let from = 0;
  for (let end = sorted.length; from < end; ) {
    const middle = (from + end) >> 1;
    if (sorted[middle]!.box[1] < top) from = middle + 1;
    else end = middle;
  }
  let to = from;
  while (to < sorted.length && sorted[to]!.box[1] <= bottom) to++;
  return sorted.slice(from, to);
}

/** What the heads of a header make of its columns; null where it is none. */
function toColumns(band: readonly Head[], oncePerBlock: readonly string[]): PlacedColumn[] | null {
  const sorted = [...band].sort((a, b) => middle(a) - middle(b));
  const values = sorted.filter(({ meaning }) => meaning.kind === "value");
  const groups = sorted.filter(({ meaning }) => meaning.kind === "group");
  const texts = once(sorted.filter(({ meaning }) => ["label", "line", "year"].includes(meaning.kind)));
  if (texts.filter(({ meaning }) => meaning.kind === "label").length < MIN_LABELS) return null;
  const assigned = assignGroups(values, groups, texts);
  if (assigned === null || values.length < MIN_VALUES) return null;
  const columns = texts.map((head): PlacedColumn => place(head, "label", nameOf(head)));
  for (const { head, under } of assigned) {
    const key = head.meaning.kind === "group" ? head.meaning.key : "";
    if (under.length === 0) {
      const cell = `${key}.total`;
      columns.push(
        oncePerBlock.includes(key) ? place(head, "label", ONCE + cell) : place(head, "cell", cell),
      );
    }
    for (const value of under) {
      columns.push(place(value, "cell", `${key}.${value.meaning.kind === "value" ? value.meaning.key : ""}`));
    }
  }
  return columns.sort((a, b) => a.left + a.right - b.left - b.right);
}

/** Of heads with the same meaning the first: another is a word of a text over the table. */
function once(heads: readonly Head[]): Head[] {
  const names = new Set<string>();
  return heads.filter((head) => !names.has(nameOf(head)) && names.add(nameOf(head)));
}

function nameOf({ meaning }: Head): string {
  if (meaning.kind === "line") return LINE_COLUMN;
  if (meaning.kind === "year") return YEAR_COLUMN;
  return meaning.kind === "label" ? meaning.key : "";
}

function place({ box, words }: Head, kind: PlacedColumn["kind"], name: string): PlacedColumn {
  return { kind, name, text: words.map(({ text }) => text).join(" "), left: box[0], right: box[2] };
}
