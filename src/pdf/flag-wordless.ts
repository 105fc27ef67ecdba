import type { Flag, Page } from "../document.ts";

/** Names scanned pages on which OCR found nothing: they may be empty, or not have been drawn as they are. */
export function flagWordless(scanned: readonly Page[]): Flag[] {
  const numbers = scanned.filter(({ words }) => words.length === 0).map(({ number }) => number);
  const message = `Pages ${numbers.join(", ")} show no word`;
  return numbers.length === 0 ? [] : [{ code: "page-without-words", severity: "info", cells: [], message }];
}
