import type { Bitmap } from "./binarise.ts";

/** A ruling line on a bitmap, in pixels: its middle, its ends, and the rows it takes. */
export interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  /** Past the last row. */
  readonly bottom: number;
  /** How thick it is in most places; less than `bottom - top` where it is bent or still a little askew. */
  readonly thickness: number;
}

/** What a ruling line is, in pixels; what is shorter or thicker is a letter, a blot or a shaded area. */
export interface StrokeLimits {
  readonly shortest: number;
  readonly thickest: number;
}

/** Scanners drop a pixel or two of a thin line. */
const GAP = 2;
/** The share of a line's length that must be ink: letters in a row leave more between them. */
const LEAST_COVER = 0.95;
/** The share of a line's length that may have ink just above or below: in letters the stems have. */
const MOST_BESIDE = 0.5;
/** The share of a line's length that has one thickness, give or take a pixel; words have not. */
const LEAST_EVEN = 0.75;
/** How far a line may stray from being straight: some pixels, and a share of its length. */
const STRAY = 3;
const STRAY_BY_LENGTH = 0.005;

interface Run {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** Finds the horizontal ruling lines of a level page; for the vertical ones, give the bitmap turned over. */
export function findStrokes(bitmap: Bitmap, limits: StrokeLimits): Stroke[] {
  const groups: Run[][] = [];
  let open: Run[][] = [];
  for (let y = 0; y < bitmap.height; y++) {
    const next: Run[][] = [];
    for (const run of longRuns(bitmap, y, limits.shortest)) {
      const touching = open.filter((group) =>
        group.some((other) => other.y === y - 1 && other.from < run.to && run.from < other.to),
      );
      const group = touching.flat();
      group.push(run);
      open = open.filter((other) => !touching.includes(other));
      for (const other of touching) next.splice(next.indexOf(other), next.includes(other) ? 1 : 0);
      next.push(group);
      open.push(group);
    }
    groups.push(...open.filter((group) => !next.includes(group)));
    open = next;
  }
  groups.push(...open);
  return groups.flatMap((group) => measure(bitmap, group, limits) ?? []);
}

/** Long runs of ink in a row and its two neighbours taken together: thin lines step from one row to the next. */
function longRuns({ width, height, data }: Bitmap, y: number, shortest: number): Run[] {
  const runs: Run[] = [];
  const above = Math.max(0, y - 1) * width;
  const here = y * width;
  const below = Math.min(height - 1, y + 1) * width;
  let from = -1;
  let last = -1;
  let ink = 0;
  const close = () => {
    if (from >= 0 && last + 1 - from >= shortest && ink >= LEAST_COVER * (last + 1 - from)) {
      runs.push({ y, from, to: last + 1 });
    }
    from = -1;
    ink = 0;
  };
  for (let x = 0; x < width; x++) {
    if (!(data[above + x]! | data[here + x]! | data[below + x]!)) continue;
    if (from >= 0 && x - last - 1 > GAP) close();
    if (from < 0) from = x;
    last = x;
    ink++;
  }
  close();
  return runs;
}

function measure(
  { width, height, data }: Bitmap,
  group: readonly Run[],
  limits: StrokeLimits,
): Stroke | null {
  const from = Math.min(...group.map((run) => run.from));
  const to = Math.max(...group.map((run) => run.to));
  const top = Math.min(...group.map((run) => run.y));
  const bottom = Math.max(...group.map((run) => run.y)) + 1;
  const counts: number[] = [];
  let rows = 0;
  let ink = 0;
  let beside = 0;
  const isInk = (x: number, y: number) => y >= 0 && y < height && data[y * width + x] === 1;
  for (let x = from; x < to; x++) {
    let count = 0;
    for (let y = top; y < bottom; y++) {
      if (data[y * width + x] === 0) continue;
      count++;
      rows += y;
    }
    ink += count;
    if (count > 0) counts.push(count);
    if (isInk(x, top - 2) || isInk(x, bottom + 1)) beside++;
  }
  counts.sort((a, b) => a - b);
  const thickness = counts[counts.length >> 1] ?? 0;
  const length = to - from;
  if (ink === 0 || thickness > limits.thickest) return null;
  if (beside > MOST_BESIDE * length) return null;
  const even = [thickness - 1, thickness, thickness + 1].map(
    (usual) => counts.filter((count) => Math.abs(count - usual) <= 1).length,
  );
  if (Math.max(...even) < LEAST_EVEN * counts.length) return null;
  if (bottom - top > thickness + STRAY + STRAY_BY_LENGTH * length) return null;
  return { at: rows / ink + 0.5, from, to, top, bottom, thickness };
}
