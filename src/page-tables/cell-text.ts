import type { Word } from "../document.ts";
import { joinLines } from "../text/join-lines.ts";

/** Words whose baselines are nearer than this, in heights of the font, stand on one line. */
const SAME_LINE = 0.4;

/** The words of a cell as they are read: one space between them, and none where a line breaks within a word. */
export function cellText(words: readonly Word[]): string {
  if (words.length === 1) return words[0]!.text;
  return inLines(words)
    .map((line) => line.map(({ text }) => text).join(" "))
    .reduce(joinLines, "");
}

/** Words in the order in which they are read: upright ones from the top, turned ones from where their text begins. */
export function inReadingOrder(words: readonly Word[]): Word[] {
  return inLines(words).flat();
}

/** The lines of a cell's words, each in the order in which it is read. */
export function inLines(words: readonly Word[]): Word[][] {
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
