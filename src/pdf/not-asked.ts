import type { Flag } from "../document.ts";

/** Rows and columns may go on over the next page, and what a page does not repeat, such as an organ, holds on. */
const BESIDE: Flag = {
  code: "page-beside-not-read",
  severity: "error",
  cells: [],
  message:
    "The page before or after is a picture that was not asked for: what goes on over both is not known",
};

/** What is said where only some scanned pages were asked for; `left` are the numbers of the others. */
export function notAsked(left: readonly number[]): {
  readonly flags: readonly Flag[];
  /** By page number, why no row of the page is to be believed unseen. */
  readonly doubted: ReadonlyMap<number, Flag>;
} {
  const message = `Pages ${left.join(", ")} are pictures that were not asked for, and were not read`;
  return {
    flags: left.length === 0 ? [] : [{ code: "page-not-asked-for", severity: "info", cells: [], message }],
    doubted: new Map(left.flatMap((number) => [number - 1, number + 1]).map((beside) => [beside, BESIDE])),
  };
}
