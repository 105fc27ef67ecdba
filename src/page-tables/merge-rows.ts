/** A text in a column, one or more lines: the y of its first baseline and of its last. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

/**
 * A row: its first line and last, whatever their column; and the edges of its cells where they are known, both as far down as the
 * baseline of a line in the middle is.
 */
export interface RowBlock extends Block {
  readonly cell?: Block | undefined;
}

/** The rows that a text stands for: from the first to before the last. */
export interface Merged {
  /** For each row the index of its text; −1 for rows of a text on the page before. */
  readonly blocks: readonly number[];
  /** Whether the texts may stand for other rows as well. */
  readonly isUnsure: boolean;
  /** From this row on they may be those of a text on the next page; the number of rows where none are. */
  readonly openFrom: number;
}

/** What it costs, in line heights, that the first rows belong to a text on the page before. */
const CARRIED = 0.3;
/** What it costs, in line heights, to take texts for those beside the last of their rows: few tables have them there. */
const LAST = 0.4;
/** What it costs at most, in line heights, that the last text stands off the middle: some rows may be on the next page. */
const OPEN = 1;
/** And the first, whose rows may begin on the page before: where both do, texts stand in some other way. */
const OPEN_FIRST = 1.25;
/** A text this near to the middle of rows, in line heights, is in it; one that is more than twice as far is off it. */
const OFF = 0.25;
/** Two readings are told apart if they differ by this much for each text, in line heights. */
const CLEAR = 0.25;
/** Texts that all stand as near as this to where they should, in line heights on the average, were put there; */
const EXACT = 0.04;
/** those of another reading, which stand this far off, were not. It takes some texts to tell. */
const INEXACT = 0.15;
/** nor those of one in which a text stands as far off as this. */
const MISPLACED = 0.3;
const MIN_EXACT = 3;
/** Texts that stand further than this from where they should, in line heights on the average, stand in some other way. */
const FIT = 0.75;

/**
 * How many texts of a document stand exactly in each way, by its place among the readings of `mergeRows`, and, behind these, how
 * many were read in each, exact or not.
 */
export type KnownWays = Map<number, number>;

/**
 * Tells which rows each text of a merged column stands for. All texts stand beside the first of their rows, at
 * its top, middle or bottom, or all in the middle of them, or all end beside the last; the rows of all texts fill the table
 * without a rest.
 *
 * @param rows the y of each row's first line and last, whatever their column
 * @param pitch the height of a line
 * @param mayGoOn whether the first rows may belong to a text on the page before
 * @param known in which ways the texts of earlier pages stand, which tells where those of this one do not; noted here
 * @param isOpen whether the last text may have more rows on the next page
 */
export function mergeRows(
  blocks: readonly Block[],
  rows: readonly RowBlock[],
  pitch: number,
  mayGoOn = true,
  known: KnownWays = new Map(),
  isOpen = true,
): Merged | null {
  if (blocks.length === 0 || blocks.length > rows.length) return null;
  const carried = mayGoOn ? CARRIED : Number.POSITIVE_INFINITY;
  const middle = partition(blocks, rows, carried, (block, from, to) => {
    const [{ first }, { last }] = [rows[from]!, rows[to - 1]!];
    const cost = Math.abs(middleOf(block) - middleOfRows(rows, from, to)) / pitch;
    const isLast = isOpen && block === blocks.at(-1) && to === rows.length && block.first >= first;
    const isFirst = block === blocks[0] && from === 0 && mayGoOn && block.last <= last;
    return Math.min(cost, isLast ? OPEN : isFirst ? OPEN_FIRST : cost);
  });
  const besideFirst = [({ first }: Block) => first, middleOf, ({ last }: Block) => last].map((placeOf) =>
    partition(
      blocks,
      rows,
      carried,
      (block, from) => Math.abs(placeOf(block) - placeOf(rows[from]!)) / pitch,
    ),
  );
  const bottom = partition(
    blocks,
    rows,
    carried,
    (block, _, to) => Math.abs(block.last - rows[to - 1]!.last) / pitch + LAST / blocks.length,
  );
  const ways = [middle, ...besideFirst, bottom];
  const [best, ...others] = ways.toSorted((a, b) => a.cost - b.cost) as [Partition, ...Partition[]];
  // The first text and the last may stand off the middle.
  const isMisplaced = (way: Partition) =>
    (way === middle ? way.off.slice(1, -1) : way.off).some((off) => off >= MISPLACED);
  const isSame = (a: Partition, b: Partition) => a.blocks.join() === b.blocks.join();
  // In the middle of their rows they need not stand where these are parted by a page.
  const settled = (way: Partition) =>
    way === middle ? way.off.slice(mayGoOn ? 1 : 0, isOpen ? -1 : undefined) : way.off;
  const standExactly = (way: Partition) => sum(settled(way)) <= EXACT * settled(way).length;
  const isExact =
    blocks.length >= MIN_EXACT &&
    (best.cost <= EXACT * blocks.length || (settled(best).length >= MIN_EXACT && standExactly(best)));
  const isClear = others.every(
    (other) =>
      other.cost - best.cost > CLEAR * blocks.length ||
      (isExact && (other.cost > INEXACT * blocks.length || isMisplaced(other))) ||
      isSame(best, other),
  );
  const exact = [...ways.entries()].filter(
    ([, way]) =>
      sum(way.off) <= EXACT * blocks.length || (settled(way).length >= MIN_EXACT && standExactly(way)),
  );
  if (isExact && isClear) {
    for (const [way, reading] of exact)
      if (isSame(reading, best)) known.set(way, (known.get(way) ?? 0) + blocks.length);
  }
  const [usual, ...more] = exact.filter(([way]) => (known.get(way) ?? 0) >= MIN_EXACT).map(([, it]) => it);
  const openFrom = (way: Partition) =>
    isOpen && way === middle
      ? findOpen(blocks.at(-1)!, way.blocks.indexOf(blocks.length - 1), rows, pitch)
      : rows.length;
  if (!isClear && usual !== undefined && more.every((reading) => isSame(reading, usual)))
    return { blocks: usual.blocks, isUnsure: false, openFrom: openFrom(usual) };
  const used = (way: number) => known.get(way + ways.length) ?? 0;
  const isUnusual =
    ways.some((_, way) => used(way) >= MIN_EXACT) &&
    ways.every((way, i) => used(i) < MIN_EXACT || !isSame(way, best));
  if (isClear && blocks.length > 1) {
    for (const [way, reading] of ways.entries())
      if (isSame(reading, best)) known.set(way + ways.length, used(way) + blocks.length);
  }
  return {
    blocks: best.blocks,
    isUnsure: !isClear || isUnusual || best.cost > FIT * blocks.length,
    openFrom: openFrom(best),
  };
}

/**
 * Where the rows of a text end, if it stands in the middle of fewer than all from its first on; the number of rows if not.
 *
 * @param from the first of its rows
 */
function findOpen(block: Block, from: number, rows: readonly RowBlock[], pitch: number): number {
  const apart = (to: number) => Math.abs(middleOf(block) - middleOfRows(rows, from, to)) / pitch;
  if (apart(rows.length) <= 2 * OFF) return rows.length;
  for (let to = rows.length - 1; to > from; to--) if (apart(to) <= OFF) return to;
  return rows.length;
}

/** The middle of some rows: of their cells where these are known, else of their texts. */
function middleOfRows(rows: readonly RowBlock[], from: number, to: number): number {
  const [upper, lower] = [rows[from]!, rows[to - 1]!];
  const [{ first }, { last }] = [upper, lower].map((row) =>
    upper.cell === undefined || lower.cell === undefined ? row : (row.cell ?? row),
  ) as [Block, Block];
  return middleOf({ first, last });
}

function middleOf({ first, last }: Block): number {
  return (first + last) / 2;
}

interface Partition {
  readonly blocks: readonly number[];
  readonly cost: number;
  /** How far each text stands off where it should. */
  readonly off: readonly number[];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function partition(
  blocks: readonly Block[],
  rows: readonly Block[],
  carried: number,
  costOf: (block: Block, from: number, to: number) => number,
): Partition {
  // best[b][r]: the least cost at which the first b texts stand for the first r rows; from: where the last of them begins.
  const n = rows.length;
  const best = [Float64Array.from({ length: n + 1 }, (_, r) => (r === 0 ? 0 : carried))];
  const from: Int32Array[] = [new Int32Array(n + 1)];
  for (const [b, block] of blocks.entries()) {
    const before = best[b]!;
    const next = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
    const starts = new Int32Array(n + 1);
    for (let start = 0; start < n; start++) {
      if (before[start] === Number.POSITIVE_INFINITY) continue;
      for (let end = start + 1; end <= n; end++) {
        const cost = before[start]! + costOf(block, start, end);
        if (cost >= next[end]!) continue;
        next[end] = cost;
        starts[end] = start;
      }
    }
    best.push(next);
    from.push(starts);
  }
  const found = new Array<number>(n).fill(-1);
  const off = new Array<number>(blocks.length).fill(0);
  for (let b = blocks.length, end = n; b > 0; b--) {
    const start = from[b]![end]!;
    found.fill(b - 1, start, end);
    off[b - 1] = costOf(blocks[b - 1]!, start, end);
    end = start;
  }
  return { blocks: found, cost: best[blocks.length]![n]!, off };
}
