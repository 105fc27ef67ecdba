import type { OperatorList } from "./with-document.ts";

const BEYOND_ASCII = 128;
/**
 * A font may say nothing of what its codes stand for; pdf.js then takes them for those of an old Macintosh. Ghostscript
 * writes such fonts, whose codes are those of Windows: `RemuneraciÛn`, `CONDUCCI”N`. What each letter stands for instead:
 */
const BYTES = Uint8Array.from({ length: 128 }, (_, i) => BEYOND_ASCII + i);
const WINDOWS = [...new TextDecoder("windows-1252").decode(BYTES)];
const AS_WINDOWS: ReadonlyMap<string, string> = new Map(
  [...new TextDecoder("macintosh").decode(BYTES)].map((letter, i) => [letter, WINDOWS[i]!]),
);

/** A letter of the alphabet in which the plans are written, by which both readings are judged. */
const CAPITAL = /^[A-ZÁÉÍÓÚÜÑ]$/;
const SMALL = /^[a-záéíóúüñ]$/;

/** What was seen of a font's letters beyond ASCII, each between two others: how often they fit in, as read and as Windows's. */
interface Seen {
  asRead: number;
  asWindows: number;
}

/** A text that pdf.js shows: its glyphs, and numbers that move them. */
type Shown = readonly (number | { readonly unicode: string })[];

/** Makes a function that names, page by page, the fonts that were taken for a Macintosh's and are not. */
export function createMisreadFonts(
  OPS: Readonly<Record<string, number>>,
): (list: OperatorList) => ReadonlySet<string> {
  const fonts = new Map<string, Seen>();
  return (list) => {
    let font = "";
    for (const [i, operator] of list.fnArray.entries()) {
      const args = list.argsArray[i] as readonly [unknown] | null;
      if (operator === OPS.setFont) font = String(args?.[0]);
      else if (operator === OPS.showText) look(args?.[0] as Shown, font);
    }
    return new Set([...fonts].filter(([, seen]) => seen.asWindows > seen.asRead).map(([name]) => name));
  };

  function look(shown: Shown, font: string): void {
    if (shown.every((glyph) => typeof glyph === "number" || glyph.unicode.charCodeAt(0) < BEYOND_ASCII))
      return;
    const letters = shown.flatMap((glyph) => (typeof glyph === "number" ? [] : glyph.unicode));
    for (const [i, letter] of letters.entries()) {
      const other = AS_WINDOWS.get(letter);
      if (other === undefined) continue;
      const seen = fonts.get(font) ?? { asRead: 0, asWindows: 0 };
      fonts.set(font, seen);
      for (const kind of [CAPITAL, SMALL]) {
        if (!kind.test(letters[i - 1] ?? "") || !kind.test(letters[i + 1] ?? "")) continue;
        if (kind.test(letter)) seen.asRead++;
        if (kind.test(other)) seen.asWindows++;
      }
    }
  }
}

/** A text of such a font as it was meant. */
export function asWindows(text: string): string {
  return AS_WINDOWS.get(text) ?? text;
}
