import type { Flag } from "../../../src/document.ts";
import type { Expected } from "../made/made.ts";
import type { DocumentScore } from "./score-document.ts";

/** What came of a document: its score where there was something to hold it against, or the code it was refused with. */
export type Outcome =
  | {
      readonly kind: "read";
      readonly score: DocumentScore | null;
      readonly rows: number;
      readonly flags: readonly Flag[];
    }
  | { readonly kind: "refused"; readonly code: string; readonly message: string }
  | { readonly kind: "broken"; readonly message: string };

/** True where what came of a document is what must come of it. */
export function judge(expected: Expected, outcome: Outcome): boolean {
  if (outcome.kind === "broken") return false;
  if (outcome.kind === "refused")
    return expected === "flagged" || (expected !== "right" && expected.includes(outcome.code));
  const { score, rows, flags } = outcome;
  const flagged = flags.some(({ severity }) => severity !== "info");
  // Where there is no plan, no row may come out without a flag over all.
  if (score === null) return expected === "flagged" && (rows === 0 || flagged);
  const numbersRight = score.lost + score.invented + score.wrongCells === 0;
  if (expected === "right") return numbersRight && score.wrongTexts + score.wrongPages === 0;
  return expected === "flagged" && score.silent === 0 && (score.lost === 0 || flagged);
}
