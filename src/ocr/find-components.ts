import type { Bitmap } from "./binarise.ts";

/** Pixels of ink that touch each other, diagonally too. Edges are in pixels, right and bottom past the last. */
export interface Component {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** How many pixels of ink. */
  readonly area: number;
  /** Its runs of ink, three numbers each: row, first pixel, past-last pixel. */
  readonly runs: Int32Array;
}

/** Finds the components of a bitmap, by the runs of ink in its rows; ordered by their first run. */
export function findComponents({ width, height, data }: Bitmap): Component[] {
  const runs: number[] = [];
  const parents: number[] = [];
  const find = (one: number): number => {
    let root = one;
    while (parents[root] !== root) root = parents[root]!;
    for (let next = one; next !== root; ) {
      const up = parents[next]!;
      parents[next] = root;
      next = up;
    }
    return root;
  };
  let above = 0;
  for (let y = 0; y < height; y++) {
    const first = parents.length;
    let candidate = above;
    const row = data.subarray(y * width, (y + 1) * width);
    for (let start = row.indexOf(1), x = 0; start >= 0; start = row.indexOf(1, x)) {
      x = start;
      while (x < width && row[x] === 1) x++;
      const run = parents.length;
      runs.push(y, start, x);
      parents.push(run);
      while (candidate < first && runs[candidate * 3 + 2]! < start) candidate++;
      for (let other = candidate; other < first && runs[other * 3 + 1]! <= x; other++) {
        const a = find(run);
        const b = find(other);
        if (a !== b) parents[Math.max(a, b)] = Math.min(a, b);
      }
    }
    above = first;
  }
  const members = new Map<number, number[]>();
  for (let run = 0; run < parents.length; run++) {
    const root = find(run);
    const list = members.get(root);
    if (list === undefined) members.set(root, [run]);
    else list.push(run);
  }
  return [...members.values()].map((list) => measure(list, runs));
}

function measure(members: readonly number[], all: readonly number[]): Component {
  const runs = new Int32Array(members.length * 3);
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  let area = 0;
  members.forEach((run, index) => {
    const start = all[run * 3 + 1]!;
    const end = all[run * 3 + 2]!;
    runs.set([all[run * 3]!, start, end], index * 3);
    left = Math.min(left, start);
    right = Math.max(right, end);
    area += end - start;
  });
  return { left, right, area, top: runs[0]!, bottom: runs[runs.length - 3]! + 1, runs };
}
