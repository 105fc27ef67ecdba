/** A stretch of the page, from left to right, in points. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

export function center({ left, right }: Span): number {
  return (left + right) / 2;
}
