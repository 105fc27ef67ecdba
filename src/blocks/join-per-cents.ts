import type { Page, Word } from "../document.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";
import { baseline, partTexts, type TextLine, textLines } from "../page-tables/text-lines.ts";
import { middle } from "./assign-groups.ts";
import { NEXT_LINE } from "./join-broken-words.ts";

const PER_CENT = "%";
const NUMBER = /^-?[0-9][0-9.,]*$/;
/** A sign stands as near to its number on the same line, in heights of the font. */
const BESIDE = 0.7;
/** A line in the middle of two, in heights of the font: they stand at least one apart. */
const IN_MIDDLE = 0.3;

/** Joins numbers with the sign that stands apart from them, or under them in a narrow cell: `25.00 %`. */
export function joinPerCents(page: Page): Page {
  if (!page.words.some(({ text }) => text === PER_CENT)) return page;
  const lines = textLines(page.words);
  const joined = new Map<Word, Word | null>();
  for (const [i, line] of lines.entries()) {
    for (const sign of line.words.filter(({ text }) => text === PER_CENT)) {
      const number = beside(line, sign) ?? above(lines, i, sign);
      if (number === undefined || joined.has(number)) continue;
      joined.set(number, join(number, sign, lines));
      joined.set(sign, null);
    }
  }
  if (joined.size === 0) return page;
  return {
    ...page,
    words: page.words.flatMap((word) => (joined.has(word) ? (joined.get(word) ?? []) : word)),
  };
}

/** Both as one word; where they are on two lines, it stands between them as far as numbers of other cells do. */
function join(number: Word, sign: Word, lines: readonly TextLine[]): Word {
  const [left, , right] = boundingBox([number.box, sign.box]);
  const half = (sign.box[3] - number.box[3]) / 2;
  const between = baseline(number) + half;
  const isBetween = lines.some(
    ({ y, words }) =>
      Math.abs(y - between) <= IN_MIDDLE * number.size && words.some(({ text }) => NUMBER.test(text)),
  );
  const down = isBetween ? half : 0;
  return {
    ...number,
    text: `${number.text}${PER_CENT}`,
    box: [left, number.box[1] + down, right, number.box[3] + down],
  };
}

/** The number before a sign on its line, where no text is around them. */
function beside({ words }: TextLine, sign: Word): Word | undefined {
  const at = words.indexOf(sign);
  const [before, after] = [words[at - 1], words[at + 1]];
  const isNear = before !== undefined && sign.box[0] - before.box[2] <= BESIDE * sign.size;
  return isNear && isAlone(words, at - 1) && (after === undefined || !areOneText(sign, after))
    ? before
    : undefined;
}

/** The number over a sign that stands alone. */
function above(lines: readonly TextLine[], i: number, sign: Word): Word | undefined {
  const { words: beside } = lines[i]!;
  const own = beside.indexOf(sign);
  const around = [beside[own - 1], beside[own + 1]];
  if ((around[0] && areOneText(around[0], sign)) || (around[1] && areOneText(sign, around[1])))
    return undefined;
  const [at, half] = [middle(sign), sign.size / 2];
  for (let k = i - 1; k >= 0 && lines[i]!.y - lines[k]!.y <= NEXT_LINE * sign.size; k--) {
    const { words } = lines[k]!;
    const over = words.findIndex(({ box }) => box[0] < at + half && box[2] > at - half);
    if (over !== -1) return isAlone(words, over) ? words[over] : undefined;
  }
  return undefined;
}

/** Whether a word is a number, and of no text. */
function isAlone(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]!];
  return (
    NUMBER.test(word.text) && (before === undefined || NUMBER.test(before.text) || !areOneText(before, word))
  );
}

function areOneText(left: Word, right: Word): boolean {
  return partTexts([left, right]).length === 1;
}
