import type { Line, Page, Word } from "../document.ts";

/** Words whose baselines are nearer than this, in heights of the font, stand on one line. */
const SAME_LINE = 0.35;
/** A gap this wide, in heights of the font, parts two texts on one line. */
const WIDE_GAP = 1.2;

/** Words that stand on one line, from left to right. */
export interface TextLine {
  readonly words: readonly Word[];
  /** The y of the baseline, as that of the first word. */
  readonly y: number;
}

/** Groups upright words into lines, from top to bottom. */
export function textLines(words: readonly Word[]): TextLine[] {
  const sorted = words.filter(({ angle }) => angle === 0).sort((a, b) => baseline(a) - baseline(b));
  const lines: { words: Word[]; y: number }[] = [];
  for (const word of sorted) {
    const last = lines.at(-1);
    if (
      last !== undefined &&
      baseline(word) - last.y <= SAME_LINE * Math.min(word.size, last.words[0]!.size)
    ) {
      last.words.push(word);
    } else lines.push({ words: [word], y: baseline(word) });
  }
  // What has grown word by word has room for more, which a copy has not.
  for (const line of lines) line.words = line.words.toSorted((a, b) => a.box[0] - b.box[0]);
  return lines;
}

/** The y on which a word stands. */
export function baseline({ box, size }: Word): number {
  return box[3] - DESCENT * size;
}
/** As words' boxes are made. */
const DESCENT = 0.2;

/** Words nearer than this, in heights of the font, are of one text. */
export const ONE_TEXT = 0.45;
/** Words that overlap more than this, in heights of the font, are of two texts: one is wider than its cell. */
const OVERLAP = 0.12;
/** A typewriter's signs are all as wide, its space too, give or take this share: it parts words by more than other fonts. */
const AS_WIDE = 0.02;

/** Parts the words of a line, from left to right, into texts: words that follow each other one space apart. */
export function partTexts(words: readonly Word[]): Word[][] {
  const texts: Word[][] = [];
  let last: Word | undefined;
  for (const word of words) {
    const gap = last === undefined ? Number.POSITIVE_INFINITY : (word.box[0] - last.box[2]) / word.size;
    if ((gap < ONE_TEXT && gap > -OVERLAP) || (last !== undefined && areTyped(last, word)))
      texts.at(-1)!.push(word);
    else texts.push([word]);
    last = word;
  }
  return texts;
}

/** Whether words of a font whose signs are all as wide stand one sign apart. */
export function areTyped(left: Word, right: Word): boolean {
  const [sign, other] = [left, right].map(({ box, text }) => (box[2] - box[0]) / text.length) as [
    number,
    number,
  ];
  const isAsWide = (width: number) => Math.abs(width - sign) <= AS_WIDE * sign;
  if (!isAsWide(other) || !isAsWide(right.box[0] - left.box[2])) return false;
  // Figures are as wide as each other in most fonts.
  return /\p{L}/u.test(left.text) || /\p{L}/u.test(right.text);
}

/** Lines as the text of a file: wide gaps are runs of spaces. */
export function asLines(page: Page, lines: readonly TextLine[]): Line[] {
  return lines.map(({ words }, i) => {
    const parts = words.map((word, k) => {
      const gap = k === 0 ? 0 : (word.box[0] - words[k - 1]!.box[2]) / word.size;
      return `${k === 0 ? "" : gap > WIDE_GAP ? "   " : " "}${word.text}`;
    });
    // Joined at once, a text takes the memory of its letters; added to word by word, ten times as much.
    return { page: page.number, number: i + 1, text: parts.join(""), pieces: [] };
  });
}
