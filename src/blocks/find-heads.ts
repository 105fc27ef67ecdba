import type { Box, Word } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";
import { ONE_TEXT, partTexts, type TextLine } from "../page-tables/text-lines.ts";
import type { HeaderVocabulary, Meaning } from "./header-vocabulary.ts";
import { letters } from "./letters.ts";

/** A head as it is printed, on one line or on several under each other. */
export interface Head {
  readonly meaning: Meaning;
  readonly words: readonly Word[];
  readonly box: Box;
  /** Where the cell begins and ends that lines or shades draw around it, from the left; left out where none do. */
  readonly cell?: readonly [left: number, right: number];
}

/** The words of a head that follow each other on a line stand nearer than this, in heights of the font. */
const NEXT_WORD = 0.9;
/** And the lines of a head nearer than this. */
const NEXT_LINE = 2.4;
/** A line with more words is none of a header's. */
const MAX_WORDS = 400;
/** A line names months where so many follow each other. */
const MIN_MONTHS = 3;
/** Where months are numbers: a row may print 1, 2 and 3 one after the other. */
const MIN_NUMBERED = 6;

const NUMBER = /^[0-9]+$/;

/** Finds all heads that a page may print, the longest first: each word is of one head. */
export function findHeads(lines: readonly TextLine[], vocabulary: HeaderVocabulary): Head[] {
  const all = spellHeads(lines, vocabulary, new Set());
  const texts = wordsOfTexts(lines, all);
  // One that takes a word of a text for its own end is a shorter one: MOTIVO over `S/. 12,500` spells MOTIVOS.
  const heads = all.some(({ words }) => words.some((word) => texts.has(word)) && !texts.has(words[0]!))
    ? spellHeads(lines, vocabulary, texts)
    : all;
  const inSequence = monthsInSequence(heads, lines);
  const inTexts = wordsOfTexts(lines, heads);
  return heads.filter(
    (head) =>
      (monthOf(head) === null || inSequence.has(head)) && !head.words.some((word) => inTexts.has(word)),
  );
}

/** All that spells a head, but with words that are known to be of texts. */
function spellHeads(
  lines: readonly TextLine[],
  vocabulary: HeaderVocabulary,
  ofTexts: ReadonlySet<Word>,
): Head[] {
  const rows = lines.map(({ words }) =>
    words.length > MAX_WORDS ? [] : words.map((word) => ({ word, letters: letters(word.text) })),
  );
  const used = new Set(ofTexts);
  const heads: Head[] = [];
  const places = indexWords(rows);
  for (const [text, meaning] of vocabulary) {
    // Of heads that begin with the same word or share one, that on the fewest lines is printed.
    const found = spelled(rows, places, text, used).sort((a, b) => height(a) - height(b));
    for (const words of found) {
      if (words.some((word) => used.has(word)) || areLineNames(words, meaning)) continue;
      for (const one of words) used.add(one);
      heads.push({ meaning, words, box: boundingBox(words.map(({ box }) => box)) });
    }
  }
  return heads;
}

/** Where each word stands, by its letters: a page has many words, and few that a head begins with. */
type Places = ReadonlyMap<string, readonly { readonly i: number; readonly k: number }[]>;

function indexWords(rows: Rows): Places {
  const places = new Map<string, { i: number; k: number }[]>();
  for (const [i, row] of rows.entries()) {
    for (const [k, { letters: text }] of row.entries()) {
      const same = places.get(text);
      if (same === undefined) places.set(text, [{ i, k }]);
      else same.push({ i, k });
    }
  }
  return places;
}

/** All that spells a head. */
function spelled(rows: Rows, places: Places, text: string, used: ReadonlySet<Word>): Word[][] {
  const found: Word[][] = [];
  // A number is one word: 1 over 0 is no 10.
  for (let n = NUMBER.test(text) ? text.length : 1; n <= text.length; n++) {
    for (const { i, k } of places.get(text.slice(0, n)) ?? []) {
      const words = used.has(rows[i]![k]!.word) ? null : follow(rows, i, k, text, used);
      if (words !== null) found.push(words);
    }
  }
  return found;
}

/** Whether it is no head but two lines of an activity, such as PROG. over EJEC.: a head joins them by a stroke. */
function areLineNames(words: readonly Word[], meaning: Meaning): boolean {
  if (meaning.kind !== "line" || words.length < 2) return false;
  // Each may be drawn in pieces.
  const text = words.map((word) => word.text).join("");
  const said = letters(text);
  const { names } = meaning;
  return !text.includes("/") && names.some((name) => names.some((other) => name + other === said));
}

function height(words: readonly Word[]): number {
  const [, top, , bottom] = boundingBox(words.map(({ box }) => box));
  return bottom - top;
}

type Rows = readonly (readonly { readonly word: Word; readonly letters: string }[])[];

/** The words that spell a head from a word on: each the next on its line, or the first below what was read so far. */
function follow(rows: Rows, i: number, k: number, text: string, used: ReadonlySet<Word>): Word[] | null {
  const { word, letters: begin } = rows[i]![k]!;
  const rest = text.slice(begin.length);
  const next = rows[i]![k + 1];
  const isNext = next !== undefined && next.word.box[0] - word.box[2] <= NEXT_WORD * word.size;
  if (rest === "") return [word];
  if (isNext && !used.has(next.word) && rest.startsWith(next.letters)) {
    const found = follow(rows, i, k + 1, rest, used);
    if (found !== null) return [word, ...found];
  }
  const left = rows[i]![textStart(rows[i]!, k, NEXT_WORD)]!.word.box[0];
  for (let below = i + 1; below < rows.length; below++) {
    const row = rows[below]!;
    const [first] = row;
    if (first === undefined || first.word.box[3] - word.box[3] > NEXT_LINE * word.size) break;
    // A figure beside it may be the number of an item in the next column.
    const isUnder = ({ word: other, letters: said }: Rows[number][number]) => {
      const beside = NUMBER.test(said) || NUMBER.test(begin) ? 0 : word.size;
      return other.box[2] > left - beside && other.box[0] < word.box[2] + beside;
    };
    const under = row.findIndex(isUnder);
    if (under === -1) continue;
    // The next of a word that its cell breaks stands under its middle; heads beside it may stand as near as words do.
    const middle = (word.box[0] + word.box[2]) / 2;
    const straight = row.findIndex(({ word: other }) => other.box[0] < middle && other.box[2] > middle);
    const places = [under, textStart(row, under, ONE_TEXT), under + 1];
    for (const at of new Set(straight === -1 ? places : [straight, ...places])) {
      const other = row[at];
      if (
        other === undefined ||
        (at > under && !isUnder(other)) ||
        used.has(other.word) ||
        other.letters === "" ||
        !rest.startsWith(other.letters)
      )
        continue;
      const found = follow(rows, below, at, rest, used);
      if (found !== null) return [word, ...found];
    }
    // What stands beside it may be of the next column, whose head is on fewer lines.
    if (row.some(({ word: other }) => other.box[2] > left && other.box[0] < word.box[2])) return null;
  }
  return null;
}

/** Where the text begins that a word of a row is in: it may be drawn in pieces. */
function textStart(row: Rows[number], k: number, gap: number): number {
  let from = k;
  while (from > 0 && row[from]!.word.box[0] - row[from - 1]!.word.box[2] <= gap * row[from]!.word.size)
    from--;
  return from;
}

/** The words of texts that say more than heads do: a head stands by itself. */
function wordsOfTexts(lines: readonly TextLine[], heads: readonly Head[]): Set<Word> {
  const ofHeads = new Set(heads.flatMap(({ words }) => words));
  const texts = lines.flatMap(({ words }) => partTexts(words));
  return new Set(
    texts.filter((text) => text.some((word) => !ofHeads.has(word) && letters(word.text) !== "")).flat(),
  );
}

function monthOf({ meaning }: Head): number | null {
  return meaning.kind === "value" ? meaning.month : null;
}

/** Months are heads where they follow each other, with nothing between: a lone 1 or 12 is a number. */
function monthsInSequence(heads: readonly Head[], lines: readonly TextLine[]): Set<Head> {
  const months = heads.filter((head) => monthOf(head) !== null);
  const ofWord = new Map(months.flatMap((head) => head.words.map((word) => [word, head] as const)));
  const broken = months.filter(
    ({ words, box }) => words.length > 1 && box[3] - box[1] > 1.5 * words[0]!.size,
  );
  const found = new Set<Head>();
  for (const { words, y } of lines) {
    // A month that its cell breaks over two lines stands among those of the line between.
    const between = broken.filter(
      (head) => head.box[1] < y && head.box[3] > y && !words.some((word) => head.words.includes(word)),
    );
    const all = [...words, ...between.map((head) => head.words[0]!)].sort((a, b) => a.box[0] - b.box[0]);
    let run: Head[] = [];
    for (const word of [...all, null]) {
      const head = word === null ? undefined : ofWord.get(word);
      const last = run.at(-1);
      // A month may be drawn in pieces, and its point be one.
      const isPiece = word !== null && (head === undefined ? letters(word.text) === "" : head === last);
      if (isPiece) continue;
      if (head !== undefined && last !== undefined && monthOf(head) === monthOf(last)! + 1) {
        run.push(head);
        continue;
      }
      const isNumbered = run.every((one) => NUMBER.test(letters(one.words[0]!.text)));
      if (run.length >= (isNumbered ? MIN_NUMBERED : MIN_MONTHS)) for (const one of run) found.add(one);
      run = head === undefined ? [] : [head];
    }
  }
  return found;
}
