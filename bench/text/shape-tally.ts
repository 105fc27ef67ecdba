import type { Flag } from "../../src/document.ts";
import type { DocumentScore } from "../pdf/score/score-document.ts";

/** What was read of one shape of text, over all documents. */
export interface ShapeTally {
  rows: number;
  silent: number;
  unsaidTexts: number;
  lost: number;
  /** Lost rows of documents that nothing was flagged in. */
  unsaidLost: number;
  review: number;
  refused: number;
}

export function emptyShapeTally(): ShapeTally {
  return { rows: 0, silent: 0, unsaidTexts: 0, lost: 0, unsaidLost: 0, review: 0, refused: 0 };
}

/** Counts one document that was read. */
export function addToShapeTally(tally: ShapeTally, score: DocumentScore, flags: readonly Flag[]): void {
  tally.rows += score.rows;
  tally.silent += score.silent;
  tally.unsaidTexts += score.unsaidTexts;
  tally.lost += score.lost;
  if (!flags.some(({ severity }) => severity !== "info")) tally.unsaidLost += score.lost;
  tally.review += score.review;
}
