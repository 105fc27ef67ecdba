import type { Page } from "../document.ts";

/** When pages are read by OCR: where their text cannot be used, never, or always. */
export type OcrMode = "auto" | "off" | "force";

/** A page as its text layer gives it, with what is known of the picture on it. */
interface TextLayer {
  readonly page: Page;
  /** Share of the glyphs that are painted without ink: another program's OCR. */
  readonly hidden: number;
  /** Share of the page that pictures cover. */
  readonly pictured: number;
}

/** A page with fewer words than this has at most a page number and a stamp as text. */
const FEW_WORDS = 12;
/** A picture that covers less is a logo or a chart. */
const PICTURED = 0.4;
/** From here on a text layer is what another OCR made of the picture. */
const HIDDEN = 0.5;
/** Words of characters that stand for nothing: fonts without a map to Unicode. */
const UNREADABLE_WORDS = 0.3;
const UNREADABLE = /[\p{Co}\uFFFD]/u;

/** Whether a page is to be read by OCR: a scan, one with another program's text behind it, or text that lies. */
export function needsOcr({ page, hidden, pictured }: TextLayer, mode: OcrMode): boolean {
  if (mode !== "auto") return mode === "force";
  const unreadable = page.words.filter(({ text }) => UNREADABLE.test(text)).length;
  if (page.words.length > 0 && unreadable >= UNREADABLE_WORDS * page.words.length) return true;
  if (pictured < PICTURED) return false;
  return page.words.length < FEW_WORDS || hidden >= HIDDEN;
}
