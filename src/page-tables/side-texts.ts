import type { Page, Word } from "../document.ts";
import { boundingBox } from "./bounding-box.ts";

/** A text on the side of a page stands at least this far from all upright ones, in heights of its font. */
const APART = 1;

/**
 * The words that run up or down the side of a page, nearer to its edge than to any upright text: what programs that file or
 * sign documents print there. The names of organs that stand on their side are as near to their rows as columns are.
 */
export function findSideTexts({ words, width }: Pick<Page, "words" | "width">): ReadonlySet<Word> {
  const turned = words.filter(({ angle }) => angle !== 0);
  if (turned.length === 0) return new Set();
  // One text on each side: what stands over or under it is not beside it.
  const sides = [turned.filter((word) => isLeft(word, width)), turned.filter((word) => !isLeft(word, width))];
  return new Set(sides.flatMap((side) => findOnSide(side, words, width)));
}

function isLeft({ box }: Word, width: number): boolean {
  return box[0] + box[2] < width;
}

function findOnSide(turned: readonly Word[], words: readonly Word[], width: number): readonly Word[] {
  if (turned.length === 0) return [];
  const [, top, , bottom] = boundingBox(turned.map(({ box }) => box));
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const { angle, box } of words) {
    if (angle !== 0 || box[1] > bottom || box[3] < top) continue;
    left = Math.min(left, box[0]);
    right = Math.max(right, box[2]);
  }
  const isAside = (gap: number, margin: number, size: number) => gap > APART * size && gap > margin;
  return turned.filter(
    ({ box, size }) => isAside(left - box[2], box[0], size) || isAside(box[0] - right, width - box[2], size),
  );
}
