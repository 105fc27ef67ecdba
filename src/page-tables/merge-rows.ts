/** A text in a column, one or more lines: the y of its first baseline and of its last. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

/** The rows that a text stands for: from the first to before the last. */
export interface Merged {
  /** For each row the index of its text; −1 for rows of a text on the page before. */
  readonly blocks: readonly number[];
  /** Whether the texts may stand for other rows as well. */
  readonly isUnsure: boolean;
}

/** What it costs, in line heights, that the first rows belong to a text on the page before. */
const CARRIED = 0.3;
/** Two readings are told apart if they differ by this much for each text, in line heights. */
const CLEAR = 0.25;

/**
 * Tells which rows each text of a merged column stands for. All texts stand beside the first of their rows, or all in
 * the middle of them; the rows of all texts fill the table without a rest.
 *
 * @param rows the y of each row's first line and last, whatever their column
 * @param pitch the height of a line
 */
export function mergeRows(blocks: readonly Block[], rows: readonly Block[], pitch: number): Merged | null {
  if (blocks.length === 0 || blocks.length > rows.length) return null;
  const middle = partition(
    blocks,
    rows,
    (block, from, to) =>
      Math.abs((block.first + block.last) / 2 - (rows[from]!.first + rows[to - 1]!.last) / 2) / pitch,
  );
  const top = partition(blocks, rows, (block, from) => Math.abs(block.first - rows[from]!.first) / pitch);
  const [best, other] = middle.cost <= top.cost ? [middle, top] : [top, middle];
  const isClear =
    other.cost - best.cost > CLEAR * blocks.length || best.blocks.join() === other.blocks.join();
  return { blocks: best.blocks, isUnsure: !isClear };
}

function partition(
  blocks: readonly Block[],
  rows: readonly Block[],
  costOf: (block: Block, from: number, to: number) => number,
): { blocks: number[]; cost: number } {
  // best[b][r]: the least cost at which the first b texts stand for the first r rows; from: where the last of them begins.
  const n = rows.length;
  const best = [Float64Array.from({ length: n + 1 }, (_, r) => (r === 0 ? 0 : CARRIED))];
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
  for (let b = blocks.length, end = n; b > 0; b--) {
    const start = from[b]![end]!;
    found.fill(b - 1, start, end);
    end = start;
  }
  return { blocks: found, cost: best[blocks.length]![n]! };
}
