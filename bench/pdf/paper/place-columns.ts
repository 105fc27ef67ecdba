import type { Column } from "./column.ts";
import type { Look } from "./look.ts";

/** The columns of one page side by side: all of a plan's, or its left or right half. */
export interface Half {
  /** Index of its first column among all. */
  readonly first: number;
  readonly columns: readonly Column[];
  /** Left edge of each column in points, and the right edge of the last. */
  readonly edges: readonly number[];
}

/** Puts the columns on the paper, on one page or on two that face each other. */
export function placeColumns({ columns, facingFrom, paper, margin }: Look): Half[] {
  const cut = facingFrom ?? columns.length;
  const usable = paper[0] - 2 * margin;
  return [columns.slice(0, cut), columns.slice(cut)].flatMap((own, side) => {
    if (own.length === 0) return [];
    const parts = own.reduce((sum, { width }) => sum + width, 0);
    const edges = [margin];
    for (const { width } of own) edges.push((edges.at(-1) as number) + (width / parts) * usable);
    return [{ first: side * cut, columns: own, edges }];
  });
}

/** Left and right edge of some columns of a half, the last not included. */
export function span({ edges }: Half, from: number, to = from + 1): [number, number] {
  return [edges[from] as number, edges[to] as number];
}

/** Left and right edge of the whole half. */
export function outer(half: Half): [number, number] {
  return span(half, 0, half.columns.length);
}
