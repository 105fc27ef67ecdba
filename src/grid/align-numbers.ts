/** Something printed on a line, in characters or any other unit: first and past-last position. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

export type Edge = "left" | "center" | "right";

/** Where the numbers of each column stand: a point of every number, and which point it is. */
export interface ColumnPlaces {
  readonly places: readonly number[];
  readonly edge: Edge;
}

/** A number may stand this share of the way to the next column before its place says nothing any more. */
const MAX_SHIFT = 0.7;

/**
 * Learns where columns stand from rows that fill all of them: by their centres or their edges, whichever
 * vary least. Returns null where no row is full.
 */
export function learnPlaces(rows: readonly (readonly Extent[])[], columns: number): ColumnPlaces | null {
  const full = rows.filter((row) => row.length === columns);
  if (full.length === 0) return null;
  return describePlaces(Array.from({ length: columns }, (_, c) => full.map((row) => row[c]!)));
}

/** Where columns stand whose numbers are known. */
export function describePlaces(columns: readonly (readonly Extent[])[]): ColumnPlaces {
  const read = (["center", "right", "left"] as const).map((edge) => ({ edge, ...describe(columns, edge) }));
  const { places, edge } = read.reduce((a, b) => (b.spread < a.spread ? b : a));
  return { places, edge };
}

/** The point of something printed by which its column is aligned. */
export function pointOf({ start, end }: Extent, edge: Edge): number {
  return edge === "center" ? (start + end) / 2 : edge === "right" ? end : start;
}

function describe(columns: readonly (readonly Extent[])[], edge: Edge) {
  let spread = 0;
  const places = columns.map((extents) => {
    const points = extents.map((extent) => pointOf(extent, edge));
    const middle = points.sort((a, b) => a - b)[points.length >> 1]!;
    spread += points.reduce((sum, value) => sum + Math.abs(value - middle), 0);
    return middle;
  });
  return { places, spread };
}

/**
 * Gives each number of a row its column, in order and with the least shift together. Returns null where there
 * are more numbers than columns, or where a number stands too far from every column that is left for it.
 */
export function alignNumbers(numbers: readonly Extent[], { places, edge }: ColumnPlaces): number[] | null {
  const n = numbers.length;
  const m = places.length;
  if (n > m) return null;
  const points = numbers.map((number) => pointOf(number, edge));
  // cost[i][j]: the least shift of the first i numbers in the first j columns.
  const cost: Float64Array[] = [new Float64Array(m + 1)];
  for (let i = 1; i <= n; i++) {
    const row = new Float64Array(m + 1).fill(Number.POSITIVE_INFINITY);
    const above = cost[i - 1]!;
    for (let j = i; j <= m; j++) {
      row[j] = Math.min(row[j - 1]!, above[j - 1]! + Math.abs(points[i - 1]! - places[j - 1]!));
    }
    cost.push(row);
  }
  const columns: number[] = [];
  for (let i = n, j = m; i > 0; i--) {
    while (cost[i]![j - 1] === cost[i]![j]) j--;
    j--;
    columns[i - 1] = j;
  }
  const isNear = columns.every((c, i) => Math.abs(points[i]! - places[c]!) <= MAX_SHIFT * pitchAt(places, c));
  return isNear ? columns : null;
}

/** How far it is to the next column. */
export function pitchAt(places: readonly number[], column: number): number {
  const here = places[column]!;
  const left = places[column - 1] ?? Number.NEGATIVE_INFINITY;
  const right = places[column + 1] ?? Number.POSITIVE_INFINITY;
  return Math.min(here - left, right - here);
}
