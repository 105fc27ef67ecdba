import type { Flag } from "../document.ts";

export const DIGITS_DOUBTED: Flag = {
  code: "letters-doubted",
  severity: "error",
  cells: [],
  message:
    "Two signs of one font say that they are the same digit: one of them looks otherwise, and is read where something else is printed",
};

/** A text that pdf.js shows: its glyphs, each with what it reads as and which sign of its font it is, and numbers that move them. */
type Shown = readonly (number | { readonly unicode: string; readonly fontChar: string })[];

const ZERO = "0".charCodeAt(0);

/** What a font shows of digits: the sign of each, whether some digit has two, and the pages. */
interface Seen {
  readonly signs: (string | undefined)[];
  isDoubled: boolean;
  readonly pages: Set<number>;
}

/**
 * Watches which signs of a font stand for a digit, page by page. Ghostscript cuts off what some fonts say of a dash, so that
 * it reads as a 3: where a blank is printed as a dash, the table has a number that nobody sees.
 *
 * @returns `look` takes in a text of a page; `doubted` names the pages that show digits in a font that has one of them twice
 */
export function createDigitWatch(): {
  look: (shown: Shown, font: string, page: number) => void;
  doubted: () => ReadonlySet<number>;
} {
  const fonts = new Map<string, Seen>();
  return {
    look: (shown, font, page) => {
      const seen = fonts.get(font) ?? {
        signs: [],
        isDoubled: false,
        pages: new Set(),
      };
      fonts.set(font, seen);
      if (lookAt(shown, seen)) seen.pages.add(page);
    },
    doubted: () =>
      new Set([...fonts.values()].flatMap(({ isDoubled, pages }) => (isDoubled ? [...pages] : []))),
  };
}

/** Notes the signs of digits, and returns whether there are any. */
function lookAt(shown: Shown, seen: Seen): boolean {
  let hasDigits = false;
  for (const glyph of shown) {
    if (typeof glyph === "number" || glyph.unicode.length !== 1) continue;
    const digit = glyph.unicode.charCodeAt(0) - ZERO;
    if (digit < 0 || digit > 9) continue;
    hasDigits = true;
    const known = seen.signs[digit];
    if (known === undefined) seen.signs[digit] = glyph.fontChar;
    else if (known !== glyph.fontChar) seen.isDoubled = true;
  }
  return hasDigits;
}
