import type { Word } from "../document.ts";

/** Words whose baselines are nearer than this, in heights of the font, stand on one line. */
const SAME_LINE = 0.4;

/** A word that its line breaks within, after a hyphen or a slash: `003-` over `2021/MDL`, `2021/` over `MDL`. */
const BROKEN = /[\p{L}\p{N}][-‐/]$/u;
const GOES_ON = /^[\p{L}\p{N}]/u;
/** A sign that begins no word: what stands before it on the line above is the rest of its own, `N` over `° 27972`. */
const LATER_SIGN = /^[°º]/;

/** The words of a cell as they are read: one space between them, and none where a line breaks within a word. */
export function cellText(words: readonly Word[]): string {
  if (words.length === 1) return words[0]!.text;
  return inLines(words)
    .map((line) => line.map(({ text }) => text).join(" "))
    .reduce(joinLines, "");
}

/** Two parts of a text that stand one under the other. */
export function joinLines(upper: string, lower: string): string {
  const isOneWord = (BROKEN.test(upper) && GOES_ON.test(lower)) || LATER_SIGN.test(lower);
  return `${upper}${upper === "" || isOneWord ? "" : " "}${lower}`;
}

/** Words in the order in which they are read: upright ones from the top, turned ones from where their text begins. */
export function inReadingOrder(words: readonly Word[]): Word[] {
  return inLines(words).flat();
}

function inLines(words: readonly Word[]): Word[][] {
  if (words.length < 2) return [[...words]];
  const turned = words.filter(({ angle }) => angle !== 0);
  const upright = words.filter(({ angle }) => angle === 0);
  return [
    ...byLine(
      upright,
      ({ box }) => box[3],
      ({ box }) => box[0],
    ),
    ...byLine(
      turned.filter(({ angle }) => angle === 90),
      ({ box }) => box[2],
      ({ box }) => -box[3],
    ),
    ...byLine(
      turned.filter(({ angle }) => angle === 270),
      ({ box }) => -box[0],
      ({ box }) => box[1],
    ),
  ];
}

function byLine(
  words: readonly Word[],
  across: (word: Word) => number,
  along: (word: Word) => number,
): Word[][] {
  const sorted = [...words].sort((a, b) => across(a) - across(b));
  const lines: Word[][] = [];
  for (const word of sorted) {
    const first = lines.at(-1)?.[0];
    if (first !== undefined && across(word) - across(first) <= SAME_LINE * first.size)
      lines.at(-1)!.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.sort((a, b) => along(a) - along(b)));
}
