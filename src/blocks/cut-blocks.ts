import { median } from "../rules/median.ts";
import type { Block } from "./find-blocks.ts";
import { pairInOrder } from "./pair-in-order.ts";

/** Something that stands on the strip: a word of a label, or a line of numbers. */
export interface Mark {
  readonly top: number;
  readonly bottom: number;
}

/** What may part two activities, or tell to which a text belongs. */
export interface Evidence {
  /** All words of labels and all lines of numbers. */
  readonly marks: readonly Mark[];
  /** The codes, from top to bottom: each activity has one. */
  readonly codes: readonly number[];
  /** Lines across the table. */
  readonly rulings: readonly number[];
  /** Where a page ends and the next begins. */
  readonly pageEnds: readonly number[];
  /** The numbers of items in a text, 1, 2, 3 over and over: an activity begins with the first, and has all to the last. */
  readonly items: readonly { readonly y: number; readonly isFirst: boolean }[];
  /** Where the text ends that comes before each code, in families whose texts begin with the code. */
  readonly textsBefore: readonly number[];
}

export interface Cuts {
  /** Where each activity begins on the strip; it ends where the next begins. */
  readonly starts: readonly number[];
  /** Whether a code near it is no activity's, or it has none, so that a text near its edge may be its neighbour's. */
  readonly isUnsure: readonly boolean[];
  /** What parts each activity but the first from the one before. */
  readonly edges: readonly Edge[];
}

/** What parts two activities. */
export interface Edge {
  /** Where else they may be parted: in stretches that are nearly as wide, among them the one that was chosen. */
  readonly choices: readonly number[];
  /** Whether another stretch is as wide, so that a text may be of the one or of the other. */
  readonly isClose: boolean;
}

/** In points: what a line across the table weighs against an empty stretch of this height. */
const RULING = 40;
/** How wide a stretch is that a page break hides, as a share of those between activities. */
const PAGE_END = 0.75;
/** The widest empty stretch must be wider than the next by so much, in points, if texts stand between them. */
const CLEARLY = 0.6;
/** Stretches are nearly as wide that differ by no more, in heights of a mark: those between the lines of one text may. */
const NEARLY = 0.35;
/** In points: rather than further away, an activity is one without a code. */
const TOO_FAR = 120;

/**
 * Finds where each activity ends and the next begins: in the widest empty stretch between the lines and codes of the
 * one and those of the other, or at a line across the table.
 */
export function cutBlocks(blocks: readonly Block[], evidence: Evidence): Cuts {
  const { marks, codes, textsBefore, items } = evidence;
  const code = pairInOrder(
    blocks.length,
    codes.length,
    (i, j) => Math.max(0, blocks[i]!.top - codes[j]!, codes[j]! - blocks[i]!.bottom),
    TOO_FAR,
  );
  const sorted = [...marks].sort((a, b) => a.top - b.top);
  const isUnsure = codes.length === 0 ? blocks.map(() => false) : strays(blocks, codes, code);
  const rulings = createFinder(evidence.rulings);
  const pageEnds = createFinder(evidence.pageEnds);
  let from = 0;
  const between = blocks.slice(1).map((block, k) => {
    const item = firstItem(items, blocks[k]!, block);
    const above = Math.max(
      blocks[k]!.bottom,
      items[item - 1]?.y ?? Number.NEGATIVE_INFINITY,
      codes[code[k]!] ?? Number.NEGATIVE_INFINITY,
      textsBefore[code[k + 1]!] ?? Number.NEGATIVE_INFINITY,
    );
    const below = Math.min(
      block.top,
      items[item]?.y ?? Number.POSITIVE_INFINITY,
      codes[code[k + 1]!] ?? Number.POSITIVE_INFINITY,
    );
    while (from < sorted.length && sorted[from]!.bottom < above - REACH) from++;
    return {
      middle: (above + below) / 2,
      stretches: emptyStretches(sorted, from, above, below, { rulings, pageEnds }),
    };
  });
  const usual = median(
    between.flatMap(({ stretches }) =>
      stretches.length === 0 || stretches.some(({ isPageEnd }) => isPageEnd)
        ? []
        : stretches.reduce((most, { height }) => Math.max(most, height), 0),
    ),
  );
  const nearly = NEARLY * median(marks.map(({ top, bottom }) => bottom - top));
  const starts = [Number.NEGATIVE_INFINITY];
  const edges = between.map(({ middle, stretches }): Edge => {
    const weigh = ({ height, isPageEnd, isRuled }: Stretch) =>
      (isPageEnd ? PAGE_END * usual : height) + (isRuled ? RULING : 0);
    const [best, second] = stretches.sort((a, b) => weigh(b) - weigh(a));
    starts.push(best?.at ?? middle);
    return {
      choices: stretches.filter((one) => weigh(best!) - weigh(one) <= nearly).map(({ at }) => at),
      isClose: best === undefined || (second !== undefined && weigh(best) - weigh(second) < CLEARLY),
    };
  });
  return { starts, isUnsure, edges };
}

/** The item that an activity's text begins with: the first one nearest to its top, after the activity before. -1 for none. */
function firstItem(items: Evidence["items"], before: Block, { top, bottom }: Block): number {
  let best = -1;
  for (const [i, { y, isFirst }] of items.entries()) {
    if (!isFirst || y <= before.top || y >= bottom) continue;
    if (best === -1 || Math.abs(y - top) < Math.abs(items[best]!.y - top)) best = i;
  }
  return best;
}

/** Which activities have no code, or stand next to a code that is no activity's, or to an activity without one. */
function strays(blocks: readonly Block[], codes: readonly number[], code: readonly number[]): boolean[] {
  const paired = new Set(code);
  const alone = [
    ...blocks.flatMap(({ top, bottom }, i) => (code[i] === -1 ? (top + bottom) / 2 : [])),
    ...codes.filter((_, j) => !paired.has(j)),
  ].sort((a, b) => a - b);
  const isStray = blocks.map(() => false);
  let at = 0;
  for (const y of alone) {
    while (at < blocks.length - 1 && blocks[at]!.bottom < y) at++;
    for (const i of [at - 1, at, at + 1]) if (i >= 0 && i < blocks.length) isStray[i] = true;
  }
  return isStray;
}

/** An empty stretch of the strip. */
interface Stretch {
  readonly at: number;
  readonly height: number;
  readonly isRuled: boolean;
  readonly isPageEnd: boolean;
}

/** No word is higher. */
const REACH = 60;

/** The stretches between two places in which nothing stands. */
function emptyStretches(
  sorted: readonly Mark[],
  first: number,
  above: number,
  below: number,
  { rulings, pageEnds }: Readonly<Record<"rulings" | "pageEnds", Find>>,
): Stretch[] {
  const found: Stretch[] = [];
  let end = above;
  const add = (top: number, bottom: number) => {
    const ruling = rulings(top - 1, bottom + 1);
    found.push({
      // A line may go through the foot of a text; the top of a page has one where the page before has texts on the strip.
      at: ruling === undefined ? (top + bottom) / 2 : Math.min(Math.max(ruling, top), bottom),
      height: bottom - top,
      isRuled: ruling !== undefined,
      isPageEnd: pageEnds(top, bottom) !== undefined,
    });
  };
  for (let k = first; k < sorted.length && sorted[k]!.top < below + REACH; k++) {
    const { top, bottom } = sorted[k]!;
    if (bottom < above) continue;
    if (top > end && end < below) add(end, top);
    end = Math.max(end, bottom);
    if (end >= below) break;
  }
  return found;
}

/** The first of some places that lies between two others. */
type Find = (from: number, to: number) => number | undefined;

function createFinder(places: readonly number[]): Find {
  const sorted = [...places].sort((a, b) => a - b);
  return (from, to) => {
    let low = 0;
    for (let high = sorted.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! > from) high = middle;
      else low = middle + 1;
    }
    const place = sorted[low];
    return place !== undefined && place < to ? place : undefined;
  };
}
