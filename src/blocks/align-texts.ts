import type { ColumnLayout } from "../page-tables/place-columns.ts";
import type { PlacedBlock } from "./block-regions.ts";
import { ALIKE, APART, type CellSide, SIDES, textsOf, unevenness, usualUnevenness } from "./cell-sides.ts";
import type { Edge } from "./cut-blocks.ts";
import { UNSURE } from "./doubt-texts.ts";
import type { BodyLine } from "./strip.ts";

/** Activities that follow each other under one header, and what parts each from the one before. */
export interface CutRun {
  readonly placed: readonly PlacedBlock[];
  readonly edges: readonly Edge[];
  readonly layout: ColumnLayout;
}

/**
 * Gives each activity the lines that are its own where two stretches between it and the next are nearly as wide: cells of
 * a row are all set alike, in the middle of it or at its top, so that a line too many or too few moves a text away from
 * the others of its activity. Where that does not tell, activities that are parted at one of two like stretches are doubted.
 *
 * @returns the activities of each run
 */
export function alignTexts(runs: readonly CutRun[]): PlacedBlock[][] {
  const isOpen = runs.some(({ edges }) => edges.some(({ choices }) => choices.length > 1));
  const ways = (isOpen ? SIDES : []).map((side) => {
    const aligned = runs.map((run) => alignRun(run, side));
    const texts = aligned.flatMap((placed, k) => placed.map(({ own }) => textsOf(own, runs[k]!.layout)));
    return { aligned, uneven: usualUnevenness(texts, side) };
  });
  // How cells are set shows only when each text has its lines.
  const [best] = ways.sort((a, b) => a.uneven - b.uneven);
  return best === undefined || best.uneven > ALIKE
    ? runs.map(({ placed, edges }) => doubtClose(placed, edges))
    : best.aligned;
}

function alignRun({ placed, edges, layout }: CutRun, side: CellSide): PlacedBlock[] {
  const owns = placed.map(({ own }) => own);
  const settled = [...edges];
  for (let from = 0; from < edges.length; from++) {
    let to = from;
    while (to < edges.length && edges[to]!.choices.length > 1) to++;
    if (to === from) continue;
    const lines = owns.slice(from, to + 1).flat();
    const chosen = align(lines, edges.slice(from, to), layout, side);
    for (const [k, at] of chosen.entries()) {
      if (at === null) continue;
      const [upper, lower] = [owns[from + k]!, owns[from + k + 1]!];
      const both = [...upper, ...lower];
      owns[from + k] = both.filter(({ y }) => y < at);
      owns[from + k + 1] = both.filter(({ y }) => y >= at);
      settled[from + k] = { choices: [at], isClose: false };
    }
    from = to;
  }
  return doubtClose(
    placed.map((block, i) => ({ ...block, own: owns[i]! })),
    settled,
  );
}

/**
 * Where activities one after the other are parted so that their texts are set alike; null for an edge where that does not
 * tell one place from the others.
 *
 * @param lines those of all the activities
 * @param edges those between them, each with several choices
 */
function align(
  lines: readonly BodyLine[],
  edges: readonly Edge[],
  layout: ColumnLayout,
  side: CellSide,
): (number | null)[] {
  const known = new Map<string, number>();
  const cost = (start: number, end: number): number => {
    const key = `${start} ${end}`;
    const found = known.get(key) ?? unevennessOf(lines.filter(({ y }) => y >= start && y < end));
    known.set(key, found);
    return found;
  };
  // How an activity is set that stands on two pages cannot be told.
  const unevennessOf = (own: readonly BodyLine[]) =>
    own.some(({ page }) => page !== own[0]!.page) ? ALIKE : unevenness(textsOf(own, layout), side);
  // The least unevenness of all activities before an edge, or after it, for each place of the edge.
  const sums = (ordered: readonly Edge[], outer: number, between: (a: number, b: number) => number) => {
    let before = [{ at: outer, sum: 0 }];
    return ordered.map(({ choices }) => {
      before = choices.map((at) => ({
        at,
        sum: Math.min(...before.map((one) => one.sum + between(one.at, at))),
      }));
      return before.map(({ sum }) => sum);
    });
  };
  const above = sums(edges, Number.NEGATIVE_INFINITY, cost);
  const below = sums(edges.toReversed(), Number.POSITIVE_INFINITY, (a, b) => cost(b, a)).reverse();
  const ranked = edges.map(({ choices }, k) =>
    choices.map((at, c) => ({ at, sum: above[k]![c]! + below[k]![c]! })).sort((a, b) => a.sum - b.sum),
  );
  const starts = [Number.NEGATIVE_INFINITY, ...ranked.map(([best]) => best!.at), Number.POSITIVE_INFINITY];
  return ranked.map(([best, second], k) => {
    const isAligned = [k, k + 1].every((i) => cost(starts[i]!, starts[i + 1]!) <= ALIKE);
    return isAligned && second!.sum - best!.sum >= APART ? best!.at : null;
  });
}

/** Doubts the activities on both sides of an edge that another place is as good for. */
function doubtClose(placed: readonly PlacedBlock[], edges: readonly Edge[]): PlacedBlock[] {
  return placed.map((block, i) => {
    const isClose = edges[i - 1]?.isClose === true || edges[i]?.isClose === true;
    return isClose && !block.doubts.includes(UNSURE)
      ? { ...block, doubts: [...block.doubts, UNSURE] }
      : block;
  });
}
