import { type Alignment, type Cut, type Cuts, cutGaps, type Gap } from "./cut-gaps.ts";

/** What a line is before rows are put together: the line of a row's numbers, a text, or an end to what goes on. */
export type LineRole = "row" | "text" | "break";

/** The lines of one row, and which of them has the numbers. */
export interface LineGroup<T> {
  readonly lines: readonly T[];
  readonly anchor: number;
  /** Whether texts before or after it may as well be its own, or some of its own another row's. */
  readonly isDoubted?: boolean;
}

/** Rows and breaks in the order of print, and the lines that belong to no row. */
export interface Grouped<T> {
  readonly groups: readonly (LineGroup<T> | { readonly break: T })[];
  readonly left: readonly T[];
  /** Texts that may as well be the row's above as the row's below, or nearly so. */
  readonly doubted: readonly T[];
}

export interface GroupCosts<T> {
  /** What speaks against these lines being one row, whatever the alignment. */
  readonly text: (group: LineGroup<T>) => number;
  readonly alignment: (group: LineGroup<T>, alignment: Alignment) => number;
  /** A way to cut a gap that costs less than this more than the best is not ruled out. */
  readonly doubt: number;
}

const ALIGNMENTS: readonly Alignment[] = ["middle", "top", "bottom"];

/**
 * Gives the text lines between rows to the row above or below, so that the whole costs least; a document is
 * aligned in one way throughout.
 */
export function groupRows<T>(
  lines: readonly T[],
  roleOf: (line: T) => LineRole,
  costs: GroupCosts<T>,
): Grouped<T> {
  const { anchors, between } = partAtRows(lines, roleOf);
  if (anchors.length === 0) {
    const breaks = lines.filter((line) => roleOf(line) === "break");
    return {
      groups: breaks.map((line) => ({ break: line })),
      left: lines.filter((line) => roleOf(line) === "text"),
      doubted: [],
    };
  }
  const gaps = between.map((gap, i) => toGap(gap, i === 0, i === anchors.length));
  const build = (row: number, before: number, after: number): LineGroup<T> => {
    const above = between[row]!.texts;
    const below = between[row + 1]!.texts;
    const lead = before === 0 ? [] : above.slice(-before);
    return { lines: [...lead, anchors[row]!, ...below.slice(0, after)], anchor: lead.length };
  };
  if (gaps.every((gap) => gap.size === 0)) {
    const cuts = gaps.map(() => ({ above: 0, below: 0 }));
    return { ...collect(anchors, between, cuts, build), doubted: [] };
  }
  const readings = readAligned(gaps, build, costs);
  const best = readings.reduce((a, b) => (b.cost < a.cost ? b : a));
  const doubted = between.map(({ texts }, i) => {
    const from = readings.flatMap(({ ways }) =>
      ways[i]!.filter(({ cost }) => cost < best.cost + costs.doubt),
    );
    const cuts = from.map(({ above }) => above);
    return texts.slice(Math.min(...cuts), Math.max(...cuts));
  });
  const isDoubted = (row: number) => doubted[row]!.length + doubted[row + 1]!.length > 0;
  const collected = collect(anchors, between, best.gaps, (row, before, after) => ({
    ...build(row, before, after),
    isDoubted: isDoubted(row),
  }));
  return { ...collected, doubted: doubted.flat() };
}

/** The best cuts for each alignment. */
function readAligned<T>(
  gaps: readonly Gap[],
  build: (row: number, before: number, after: number) => LineGroup<T>,
  costs: GroupCosts<T>,
): readonly Cuts[] {
  const known = new Map<string, { group: LineGroup<T>; cost: number }>();
  const textCost = (row: number, before: number, after: number) => {
    const key = `${row}/${before}/${after}`;
    let entry = known.get(key);
    if (entry === undefined) {
      const group = build(row, before, after);
      entry = { group, cost: costs.text(group) };
      known.set(key, entry);
    }
    return entry;
  };
  return ALIGNMENTS.map((alignment) =>
    cutGaps(gaps, (row, before, after) => {
      const { group, cost } = textCost(row, before, after);
      return cost + costs.alignment(group, alignment);
    }),
  );
}

interface Between<T> {
  readonly texts: T[];
  readonly breaks: T[];
  /** How many of the texts stand before the first break. */
  cut: number | null;
}

function partAtRows<T>(
  lines: readonly T[],
  roleOf: (line: T) => LineRole,
): { anchors: T[]; between: Between<T>[] } {
  const anchors: T[] = [];
  const between: Between<T>[] = [{ texts: [], breaks: [], cut: null }];
  for (const line of lines) {
    const gap = between.at(-1)!;
    const role = roleOf(line);
    if (role === "row") {
      anchors.push(line);
      between.push({ texts: [], breaks: [], cut: null });
    } else if (role === "break") {
      gap.cut ??= gap.texts.length;
      gap.breaks.push(line);
    } else gap.texts.push(line);
  }
  return { anchors, between };
}

function toGap<T>(gap: Between<T>, isFirst: boolean, isLast: boolean): Gap {
  const cut = gap.cut ?? (isFirst ? 0 : isLast ? gap.texts.length : null);
  return { size: gap.texts.length, cut };
}

function collect<T>(
  anchors: readonly T[],
  between: readonly Between<T>[],
  cuts: readonly Cut[],
  build: (row: number, before: number, after: number) => LineGroup<T>,
): Omit<Grouped<T>, "doubted"> {
  const groups: (LineGroup<T> | { break: T })[] = [];
  const left: T[] = [];
  for (const [i, gap] of between.entries()) {
    const { above, below } = cuts[i]!;
    // What lies before the first row has no row above it, and what follows the last one none below.
    const taken = (i === 0 ? 0 : above) + (i === anchors.length ? 0 : below);
    if (taken < gap.texts.length)
      left.push(
        ...gap.texts.slice(i === 0 ? 0 : above, gap.texts.length - (i === anchors.length ? 0 : below)),
      );
    groups.push(...gap.breaks.map((line) => ({ break: line })));
    if (i < anchors.length) groups.push(build(i, below, cuts[i + 1]!.above));
  }
  return { groups, left };
}
