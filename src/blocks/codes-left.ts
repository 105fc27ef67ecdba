import type { BlockFamily } from "../block-family.ts";
import type { Flag, PrintedRow } from "../document.ts";
import { partTexts } from "../page-tables/text-lines.ts";
import { createPrintTest, letters } from "./letters.ts";
import type { StripLine } from "./strip.ts";

/** Names the codes of activities that begin a text and are in no row: an activity may have been lost with them. */
export function flagCodesLeft(
  lines: readonly StripLine[],
  rows: readonly PrintedRow[],
  { code }: BlockFamily,
): Flag[] {
  const isCode = createPrintTest(code.prints);
  // A code of figures alone is told from other numbers by its points.
  const marks = code.prints.map((print) => (/\p{L}/u.test(print) ? null : marksOf(print)));
  const isOwn = (text: string) =>
    isCode(text) !== null && (marks.includes(null) || marks.includes(marksOf(text)));
  const read = new Set(rows.map(({ labels }) => letters(labels[code.key] ?? "")));
  const left = new Map<string, StripLine>();
  for (const line of lines) {
    for (const [first] of partTexts(line.line.words)) {
      const text = (first?.text ?? "").replace(/[-:]+$/, "");
      if (isOwn(text) && !read.has(letters(text)) && !left.has(text)) left.set(text, line);
    }
  }
  return [...left].map(([text, { page, number }]) => ({
    code: "activity-not-read",
    severity: "error",
    cells: [],
    message: `Page ${page.number}, line ${number}: the activity ${text} is printed here and is in no row`,
  }));
}

function marksOf(text: string): string {
  return text.replace(/[\p{L}\p{N}#]/gu, "");
}
