/** What is used of a font of pdf.js. */
export interface FontInfo {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
  readonly name?: string;
}

/** What decides how far a text reaches (ISO 32000-1, 9.3). */
export interface TextState {
  readonly font: FontInfo | null;
  readonly fontName: string;
  readonly fontSize: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  /** 1 is as wide as the font is. */
  readonly hScale: number;
  readonly rise: number;
  /** Negative downwards, as the text moves. */
  readonly leading: number;
  readonly renderingMode: number;
}

/** A glyph of pdf.js, or a number that moves the next one: thousandths of the font's size, to the left. */
type Shown = number | { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

const DEFAULT_FONT_MATRIX = 0.001;

/**
 * Walks along a shown text, and hands on each glyph's characters with the places where it begins and ends along the
 * baseline, in text space.
 *
 * @returns where the text ends
 */
export function showText(
  shown: readonly Shown[],
  state: TextState,
  start: number,
  place: (text: string, from: number, to: number) => void,
): number {
  const unit = state.fontSize * (state.font?.fontMatrix?.[0] ?? DEFAULT_FONT_MATRIX);
  let x = start;
  for (const glyph of shown) {
    if (typeof glyph === "number") {
      x -= ((glyph * state.fontSize) / 1000) * state.hScale;
      continue;
    }
    const width = glyph.width * unit * state.hScale;
    place(glyph.unicode, x, x + width);
    x += width + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * state.hScale;
  }
  return x;
}
