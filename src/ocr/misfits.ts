import { median } from "../rules/median.ts";
import { editDistance } from "../text/edit-distance.ts";
import { fold } from "../text/fold.ts";
import type { Print } from "./print.ts";

/**
 * How many words to each side tell what stands between them, how many of them have to, how many of these are its own
 * word, and how many may be misread.
 */
const REACH = 5;
const LEAST_FITTING = 4;
const LEAST_OWN = 2;
const MOST_OTHERS = 1;
/** Columns of one series are as wide as each other, give or take this share. */
const SAME_PITCH = 0.35;

/**
 * The words of a line of heads that break the turns which two others take: of `PROG EJC PROG EJC ER EJC` the fifth is
 * `PROG`, whatever it looks like.
 *
 * @param line the texts of the line, from left to right
 */
export function misfits(line: readonly Print[]): (readonly [Print, string])[] {
  return line.flatMap((one, index): (readonly [Print, string])[] => {
    const near = neighbours(line, index);
    const own = most(near.filter(({ step }) => step % 2 === 0));
    const other = most(near.filter(({ step }) => step % 2 !== 0));
    if (own === null || other === null || own === other || fold(one.text) === own) return [];
    const fitting = near.filter(({ word, step }) => word === (step % 2 === 0 ? own : other));
    const turns =
      fitting.length >= LEAST_FITTING &&
      fitting.filter(({ word }) => word === own).length >= LEAST_OWN &&
      near.length - fitting.length <= MOST_OTHERS;
    // What stands elsewhere too has its own meaning, and what is not between others may be where the turns end.
    const isElsewhere = line.some((word, k) => k !== index && fold(word.text) === fold(one.text));
    const isBetween = near.some(({ step }) => step === -1) && near.some(({ step }) => step === 1);
    const isAlike = editDistance(fold(one.text), own) <= own.length / 2;
    return turns && !isElsewhere && (isBetween || isAlike) ? [[one, own]] : [];
  });
}

interface Neighbour {
  readonly word: string;
  /** How many columns it stands to the right; negative to the left. */
  readonly step: number;
}

/** The words beside one at an even pitch. */
function neighbours(line: readonly Print[], index: number): Neighbour[] {
  const middle = (k: number) => (line[k]!.left + line[k]!.right) / 2;
  const gaps = line.flatMap((_, k) =>
    k > 0 && Math.abs(k - index) <= REACH ? [middle(k) - middle(k - 1)] : [],
  );
  const pitch = median(gaps);
  return [-1, 1].flatMap((side) => {
    const words: Neighbour[] = [];
    for (let step = side; Math.abs(step) <= REACH; step += side) {
      if (line[index + step] === undefined) break;
      const gap = Math.abs(middle(index + step) - middle(index + step - side));
      if (Math.abs(gap - pitch) > SAME_PITCH * pitch) break;
      words.push({ word: fold(line[index + step]!.text), step });
    }
    return words;
  });
}

/** The word, of letters alone, that most of them are; null for none. */
function most(neighbours: readonly Neighbour[]): string | null {
  const counts = new Map<string, number>();
  for (const { word } of neighbours) {
    if (/^\p{L}+$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
