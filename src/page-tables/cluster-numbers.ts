import {
  alignNumbers,
  type ColumnPlaces,
  type Edge,
  type Extent,
  pitchAt,
  pointOf,
} from "../grid/align-numbers.ts";
import { median } from "../rules/median.ts";

/** Where the numbers of each column stand, and the columns that may be others. */
export interface Clustered {
  readonly places: ColumnPlaces;
  readonly unsure: ReadonlySet<number>;
}

/** Numbers whose edges are nearer than this share of the way between two headers stand under each other. */
const SAME = 0.2;
/** The numbers of one column differ by no more than this share in the edge by which they are aligned. */
const MAX_SPREAD = 0.4;
/** A column of numbers is nearer to its header than to that of a blank one beside it, by this share of the way between them. */
const CLEAR = 0.2;

/**
 * Finds the columns that numbers make by standing under each other, and gives each its header: so that a column that no
 * row fills takes no numbers from the one beside it, however wide or narrow these are.
 *
 * @param headers the middle of each column's header, ascending
 * @returns null where the numbers make no columns, or more than there are
 */
export function clusterNumbers(
  rows: readonly (readonly Extent[])[],
  headers: readonly number[],
): Clustered | null {
  const pitch = headers.slice(1).reduce((least, x, i) => Math.min(least, x - headers[i]!), Infinity);
  if (!(pitch > 0) || pitch === Infinity) return null;
  const found = (["right", "center", "left"] as const).flatMap((edge) => {
    const clusters = findClusters(rows.flat(), edge, pitch);
    return clusters === null || clusters.length > headers.length ? [] : [{ edge, clusters }];
  });
  if (found.length === 0) return null;
  const { edge, clusters } = found.reduce((a, b) => (spreadOf(b.clusters) < spreadOf(a.clusters) ? b : a));
  const spans = clusters.map(({ start, end }) => ({ start, end }));
  const first = alignNumbers(spans, { places: headers, edge: "center" });
  if (first === null) return null;
  const points = clusters.map(({ at }) => ({ start: at, end: at }));
  const expected = { places: moved(headers, clusters, first), edge };
  const columns = alignNumbers(points, expected);
  if (columns === null) return null;
  const own = new Map(columns.map((column, i) => [column, clusters[i]!.at]));
  const blank = moved(headers, clusters, columns);
  return {
    places: { places: headers.map((_, i) => own.get(i) ?? blank[i]!), edge },
    unsure: new Set(columns.filter((column, i) => isUnsure(clusters[i]!.at, column, expected.places, own))),
  };
}

interface Cluster extends Extent {
  /** The edge by which its numbers are aligned. */
  readonly at: number;
  /** How far they stand from it, all together. */
  readonly spread: number;
}

function findClusters(numbers: readonly Extent[], edge: Edge, pitch: number): Cluster[] | null {
  const sorted = [...numbers].sort((a, b) => pointOf(a, edge) - pointOf(b, edge));
  const groups: Extent[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const number of sorted) {
    const point = pointOf(number, edge);
    if (point - last <= SAME * pitch) groups.at(-1)!.push(number);
    else groups.push([number]);
    last = point;
  }
  const isWide = (group: readonly Extent[]) =>
    pointOf(group.at(-1)!, edge) - pointOf(group[0]!, edge) > MAX_SPREAD * pitch;
  if (groups.some(isWide)) return null;
  return groups.map((group): Cluster => {
    const at = median(group.map((number) => pointOf(number, edge)));
    return {
      at,
      start: group.reduce((least, { start }) => Math.min(least, start), Infinity),
      end: group.reduce((most, { end }) => Math.max(most, end), -Infinity),
      spread: group.reduce((sum, number) => sum + Math.abs(pointOf(number, edge) - at), 0),
    };
  });
}

function spreadOf(clusters: readonly Cluster[]): number {
  return clusters.reduce((sum, { spread }) => sum + spread, 0);
}

/** Where columns stand as far beside their headers as most of those with numbers do. */
function moved(
  headers: readonly number[],
  clusters: readonly Cluster[],
  columns: readonly number[],
): number[] {
  const shift = median(columns.map((column, i) => clusters[i]!.at - headers[column]!));
  return headers.map((x) => x + shift);
}

function isUnsure(
  at: number,
  column: number,
  places: readonly number[],
  own: ReadonlyMap<number, number>,
): boolean {
  const distance = Math.abs(at - places[column]!);
  return [column - 1, column + 1].some((beside) => {
    if (places[beside] === undefined || own.has(beside)) return false;
    return Math.abs(at - places[beside]!) - distance < CLEAR * pitchAt(places, column);
  });
}
