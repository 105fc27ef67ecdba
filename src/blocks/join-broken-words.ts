import type { BlockFamily } from "../block-family.ts";
import type { Page, Word } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";
import { areTyped, type TextLine, textLines } from "../page-tables/text-lines.ts";
import { ITEM } from "./item-marks.ts";
import { createPrintTest, letters } from "./letters.ts";

/** The lines of a cell stand no further apart, in heights of the font. */
export const NEXT_LINE = 1.8;
/** What stands nearer on the same line may be of the same text, in heights of the font. */
const BESIDE = 0.45;
/** Numbers that fill their cells stand as near to each other, and the words of a text nearer. */
const CELL_APART = 0.3;
/** The parts of a word begin, end, or have their middle in one place, in heights of the font. */
const ALIGNED = 0.35;
/** Parts of a code that are painted apart touch, in heights of the font. */
const TOUCHING = 0.1;
const MAX_PARTS = 3;
/** Shorter words are no parts of what a line is called, nor of a number. */
const MIN_SIGNS = 3;

/** A line with more words is none of a table. */
const MAX_WORDS = 400;

const REST_OF_CODE = /^[0-9][0-9.]*[-:]?$/;
const NUMBER = /^[-(]?[0-9][0-9.,]*$/;
const REST_OF_NUMBER = /^[0-9.,]{1,5}[)%]?$/;

/** A whole number as it may be printed: thousands in groups that one mark parts, or not, and cents after another mark. */
const WHOLE_NUMBER =
  /^[-(]?(?:[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]{1,2})?|[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]{1,2})?|[0-9]+(?:[.,][0-9]{1,2})?)[)%]?$/;

/** A word that stands on several lines of its cell: its parts, and the line that the whole stands on. */
interface Broken {
  readonly parts: readonly Word[];
  readonly down: number;
}

/**
 * Makes a function that joins what a narrow cell breaks within a word: a code, such as `AEI.01.0` over `3`, the name of a
 * line, `Financie` over `ro`, and numbers, `136,819.6` over `7`; and the letters of a code with its figures, where these
 * are painted apart.
 */
export function createWordJoiner({ code, context, lines: { kinds } }: BlockFamily): (page: Page) => Page {
  const codes = [...code.prints, ...context.flatMap(({ prints }) => prints)];
  const isCode = createPrintTest(codes);
  const begins = codes.flatMap((print) => {
    const [, digits, word] = /^(#?)(\p{L}{2,})/u.exec(print) ?? [];
    return word === undefined ? [] : [new RegExp(`^${digits === "#" ? "[0-9]+" : ""}${word}[0-9.]*$`, "i")];
  });
  const names = new Set(
    kinds.flatMap((kind) => kind.prints.flatMap((print) => print.split(" ").map(letters))),
  );
  const isName = ({ text }: Word) => letters(text).length >= MIN_SIGNS && names.has(letters(text));
  const areOfCode = (upper: string, lower: string) =>
    REST_OF_CODE.test(lower) && isCode(upper + lower.replace(/[-:]$/, "")) !== null;
  const areOfName = (upper: string, lower: string) =>
    !names.has(letters(lower)) && names.has(letters(upper) + letters(lower));
  /** What tells whether a word goes on with another, where it may begin something; null where not. */
  const goesOn = ({ text }: Word) => {
    if (begins.some((begin) => begin.test(text))) return areOfCode;
    const said = letters(text);
    const mayBegin = said.length >= MIN_SIGNS && !names.has(said);
    return mayBegin && [...names].some((name) => name.startsWith(said)) ? areOfName : null;
  };

  /** A code whose letters and figures are painted by themselves, one right after the other. */
  const besideOf = (words: readonly Word[], from: number): Broken | null => {
    let text = words[from]!.text;
    for (let k = from; k < from + MAX_PARTS; k++) {
      const [word, next] = [words[k]!, words[k + 1]];
      const isTouched = next !== undefined && Math.abs(next.box[0] - word.box[2]) <= TOUCHING * word.size;
      if (!isTouched || isCode(text) !== null) return null;
      text += next.text;
      if (isCode(text) !== null) return { parts: words.slice(from, k + 2), down: 0 };
    }
    return null;
  };

  return (page) => {
    // What OCR reads so may be anything.
    if (page.skew !== undefined) return page;
    const lines = textLines(page.words).filter(({ words }) => words.length <= MAX_WORDS);
    const words = lines.flatMap((line, i) =>
      line.words.flatMap((word, k) => {
        const areParts = goesOn(word);
        return areParts === null ? [] : (followDown(lines, i, k, areParts) ?? []);
      }),
    );
    const beside = lines.flatMap((line) => line.words.flatMap((_, k) => besideOf(line.words, k) ?? []));
    const numbers = lines.flatMap((_, i) => brokenNumbers(lines, i, isName));
    const joined = new Map<Word, Word>();
    for (const one of [...beside, ...words.filter(createWholeTest(page, words)), ...numbers]) {
      if (one.parts.some((part) => joined.has(part))) continue;
      const word = join(one);
      for (const part of one.parts) joined.set(part, word);
    }
    if (joined.size === 0) return page;
    return { ...page, words: [...new Set(page.words.map((word) => joined.get(word) ?? word))] };
  };
}

/** Makes a test whether a code lacks its rest: most of those as long as its first part go on as well. */
function createWholeTest(page: Page, broken: readonly Broken[]): (one: Broken) => boolean {
  const shapeOf = ({ text }: Word) => text.replace(/[0-9]/g, "#").replace(/[-:]$/, "");
  const firsts = new Map<string, number>();
  for (const { parts } of broken) firsts.set(shapeOf(parts[0]!), (firsts.get(shapeOf(parts[0]!)) ?? 0) + 1);
  const all = new Map<string, number>();
  for (const shape of page.words.map(shapeOf))
    if (firsts.has(shape)) all.set(shape, (all.get(shape) ?? 0) + 1);
  return ({ parts }) => 2 * firsts.get(shapeOf(parts[0]!))! > all.get(shapeOf(parts[0]!))!;
}

/** The parts of a word from its first on; null where it is whole. */
function followDown(
  lines: readonly TextLine[],
  i: number,
  k: number,
  areParts: (upper: string, lower: string) => boolean,
): Broken | null {
  const first = lines[i]!.words[k]!;
  if (!isAlone(lines[i]!, k)) return null;
  const parts = [first];
  let text = first.text;
  let last = i;
  for (let below = i + 1; below < lines.length; below++) {
    const line = lines[below]!;
    if (line.y - lines[last]!.y > NEXT_LINE * first.size) break;
    const at = line.words.findIndex((word) => areAligned(parts.at(-1)!, word));
    const part = line.words[at];
    if (part === undefined || !isAlone(line, at) || !areParts(text, part.text)) continue;
    parts.push(part);
    text += part.text;
    last = below;
  }
  if (parts.length === 1) return null;
  // It stands on the first of these lines that goes on beside it.
  const right = Math.max(...parts.map(({ box }) => box[2]));
  const own = lines.slice(i, last + 1);
  const beside = own.find(({ words }) => words.at(-1)!.box[0] > right) ?? lines[i]!;
  return { parts, down: beside.y - lines[i]!.y };
}

/** Whether nothing stands close beside a word but a mark. */
function isAlone({ words }: TextLine, k: number, beside = BESIDE): boolean {
  const [before, word, after] = [words[k - 1], words[k]!, words[k + 1]];
  const isNear = (left: Word, right: Word) =>
    right.box[0] - left.box[2] < beside * word.size || areTyped(left, right);
  return (
    (before === undefined || !isNear(before, word)) &&
    (after === undefined || !isNear(word, after) || /^[-–:]$/.test(after.text))
  );
}

function areAligned({ box: [a0, , a1], size }: Word, { box: [b0, , b1] }: Word): boolean {
  const shifts = [b0 - a0, b1 - a1, (b0 + b1 - a0 - a1) / 2];
  return b0 < a1 && b1 > a0 && shifts.some((shift) => Math.abs(shift) <= ALIGNED * size);
}

/**
 * The numbers of a line whose rests stand under them: all that stand under it as near as the lines of a cell, each where
 * one more sign had no room in its column, and both beside one name of a line.
 */
function brokenNumbers(lines: readonly TextLine[], i: number, isName: (word: Word) => boolean): Broken[] {
  const upper = lines[i]!;
  const size = upper.words[0]!.size;
  let last = i;
  while (last + 1 < lines.length && lines[last + 1]!.y - upper.y <= NEXT_LINE * size) last++;
  let first = i;
  while (first > 0 && upper.y - lines[first - 1]!.y <= size / 2) first--;
  for (let k = last; k > i; k--) {
    const lower = lines[k]!;
    const near = lines.slice(first, last + 1).filter(({ y }) => y <= lower.y + size / 2);
    if (near.filter(({ words }) => words.some(isName)).length !== 1) continue;
    const under = lower.words.flatMap((word, at) => {
      if (!REST_OF_NUMBER.test(word.text) || !isAlone(lower, at, CELL_APART) || isOfName(lower, at))
        return [];
      const over = upper.words.findIndex((other) => NUMBER.test(other.text) && areAligned(other, word));
      return over !== -1 && isAlone(upper, over, CELL_APART) ? [[upper.words[over]!, word] as const] : [];
    });
    // Beside the last number the items of a text may count up.
    const pairs = under.length > 1 && areItems(under.at(-1)!) ? under.slice(0, -1) : under;
    const isWhole = ([over, word]: readonly [Word, Word]) =>
      over.text.length < MIN_SIGNS || !WHOLE_NUMBER.test(over.text + word.text) || hasRoom(over, word, lines);
    // Where one as wide needs no second line, what stands under the others is no rest of them.
    const least = Math.min(...pairs.map(([over]) => widthOf(over)));
    const isAsWide = (word: Word) =>
      NUMBER.test(word.text) && widthOf(word) >= least && !pairs.some(([over]) => over === word);
    if (pairs.length === 0 || pairs.some(isWhole) || upper.words.some(isAsWide)) continue;
    // Numbers beside them that are whole stand on a line between.
    const between = lines.slice(i + 1, k).find(({ words }) => words.some(({ text }) => NUMBER.test(text)));
    return pairs.map((parts) => ({ parts, down: (between ?? upper).y - upper.y }));
  }
  return [];
}

/** Whether one number under another is the next item of a text. */
function areItems([over, word]: readonly [Word, Word]): boolean {
  return ITEM.test(over.text) && ITEM.test(word.text) && Number(word.text) === Number(over.text) + 1;
}

/** Whether a number is the code of a name that follows it: `080 : NORMA`. */
function isOfName({ words }: TextLine, k: number): boolean {
  return words[k + 1]?.text === ":";
}

/** Whether a number and the sign under it would have room beside each other: as much as another number of the column takes. */
function hasRoom(over: Word, under: Word, lines: readonly TextLine[]): boolean {
  const middle = (over.box[0] + over.box[2]) / 2;
  const needed = widthOf(over) + widthOf(under) / under.text.length;
  return lines.some(({ words }) =>
    words.some(
      ({ text, box }) => box[0] < middle && box[2] > middle && box[2] - box[0] >= needed && NUMBER.test(text),
    ),
  );
}

function widthOf({ box: [left, , right] }: Word): number {
  return right - left;
}

/** The word that parts make. */
function join({ parts, down }: Broken): Word {
  const [first] = parts as readonly [Word, ...Word[]];
  const [left, , right] = boundingBox(parts.map(({ box }) => box));
  return {
    ...first,
    text: parts.map(({ text }) => text).join(""),
    box: [left, first.box[1] + down, right, first.box[3] + down],
  };
}
