import type { ReadPage } from "./make-page.ts";

/** When pages are read by OCR: where their text cannot be used, never, or always. */
export type OcrMode = "auto" | "off" | "force";

/**
 * What a page's text can be trusted for. `text`: it was printed as text. `hidden`: it is painted without ink, as
 * programs do that lay recognised text over a scan. `unreadable`: its letters are not those that are seen, since a
 * font says nothing of what its signs mean. `picture`: there is a picture and no text. `empty`: there is neither.
 */
export type PageKind = "text" | "hidden" | "unreadable" | "picture" | "empty";

/** A page of which more than this share is painted without ink is a scan with a text layer. */
const MAX_HIDDEN = 0.5;
/** In text that can be read, fewer signs than this share are none of a Spanish text. */
const MAX_STRANGE = 0.2;
/** A page whose pictures cover less than this, and that has no text, is taken for empty: a line, a logo. */
const MIN_PICTURED = 0.05;
/** A scan may carry a stamped number or a signature: with fewer words and a picture over the page, it is a scan. */
const FEW_WORDS = 15;
const COVERED = 0.5;

const STRANGE = /[^\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\s]|[\ufffd\ue000-\uf8ff\p{Cc}]/gu;

export function classifyPage({ page, hidden, pictured }: ReadPage): PageKind {
  const { words } = page;
  if (words.length === 0) return pictured > MIN_PICTURED ? "picture" : "empty";
  if (words.length < FEW_WORDS && pictured > COVERED) return "picture";
  if (hidden > MAX_HIDDEN) return "hidden";
  const text = words.map((word) => word.text).join("");
  const strange = text.match(STRANGE)?.length ?? 0;
  return strange > text.length * MAX_STRANGE ? "unreadable" : "text";
}

/** Whether a page is to be read by OCR. */
export function needsOcr(page: ReadPage, mode: OcrMode): boolean {
  const kind = classifyPage(page);
  if (mode !== "auto") return mode === "force" && kind !== "empty";
  return kind === "picture" || kind === "unreadable" || (kind === "hidden" && page.pictured > COVERED);
}
