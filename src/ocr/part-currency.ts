import { cutGlyphs, type Glyph } from "./cut-glyphs.ts";
import type { SeenWord } from "./engine.ts";
import { boundsOf, type Piece } from "./find-pieces.ts";
import type { GrayImage } from "./gray-image.ts";
import { makeTemplates, matchGlyph, type Template } from "./match-glyph.ts";

/** An amount with the sign of its currency before it, parted. */
export interface PartedAmount {
  readonly sign: Piece;
  readonly amount: Piece;
}

/** How the engine reads the sign in small print, as a word of its own before the amount; some of them surely no number. */
const LIKE_SIGN = /^[S$5][/7IÍL1|:S]?[.,:]*$/i;
const SURE_SIGN = /^[S$].|^5\//i;
const AMOUNT = /^\d[\d.,]*$/;
/** The sign is as many glyphs. */
const SIGN = ["S", "/"] as const;
/** Signs of one page are as alike, however small; letters and figures are less like them. */
const LEAST_LIKENESS = 0.7;
/** One sign alone may be a misreading. */
const LEAST_COUNT = 2;

/**
 * Parts the sign of the currency from the amounts it stands before: `S/. 0.00` is a word and a number, and its sign is
 * easily taken for a 5 and a 7. Where the engine sees the sign in some pieces, these show what it looks like.
 *
 * @param seen what the engine read of some of the pieces
 * @param templates the figures of the page
 */
export function partCurrency(
  page: GrayImage,
  pieces: readonly Piece[],
  seen: ReadonlyMap<Piece, readonly SeenWord[]>,
  templates: readonly Template[],
): Map<Piece, PartedAmount> {
  const known = pieces.flatMap((piece) => signIn(page, piece, seen.get(piece) ?? []));
  const parted = new Map<Piece, PartedAmount>();
  if (known.length < LEAST_COUNT || !known.some(({ isSure }) => isSure)) return parted;
  const signs = makeTemplates(known.flatMap(({ glyphs }) => glyphs));
  for (const piece of pieces) {
    const figures = figuresOf(page, piece);
    const first = figures[SIGN.length];
    const words =
      seen
        .get(piece)
        ?.map(({ text }) => text)
        .join("") ?? "";
    if (first === undefined || /\p{L}{3}/u.test(words)) continue;
    const leading = figures.slice(0, SIGN.length);
    const ofSign = leading.map((glyph, k) => likenessTo(glyph, signs, SIGN[k]));
    const ofFigures = leading.map((glyph) => likenessTo(glyph, templates));
    if (Math.min(...ofSign) < LEAST_LIKENESS || sum(ofSign) <= sum(ofFigures)) continue;
    const isAmount = (part: Piece["parts"][number]) => (part.left + part.right) / 2 >= first.left;
    const amount = piece.parts.filter(isAmount);
    const sign = piece.parts.filter((part) => !isAmount(part));
    if (amount.length > 0 && sign.length > 0)
      parted.set(piece, { sign: boundsOf(sign), amount: boundsOf(amount) });
  }
  return parted;
}

function likenessTo(glyph: Glyph, templates: readonly Template[], text?: string): number {
  const matches = matchGlyph(glyph, templates);
  return (text === undefined ? matches[0] : matches.find((match) => match.text === text))?.likeness ?? 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The glyphs of the sign in a piece that the engine reads as a sign and an amount. */
function signIn(page: GrayImage, piece: Piece, [sign, ...words]: readonly SeenWord[]) {
  const amount = words.map(({ text }) => text).join("");
  if (sign === undefined || !LIKE_SIGN.test(sign.text) || !AMOUNT.test(amount)) return [];
  const figures = figuresOf(page, piece);
  if (figures.length !== SIGN.length + amount.replace(/\D/g, "").length) return [];
  return [
    {
      isSure: SURE_SIGN.test(sign.text),
      glyphs: SIGN.map((text, k) => ({ text, glyph: figures[k]! })),
    },
  ];
}

function figuresOf(page: GrayImage, piece: Piece): Glyph[] {
  return cutGlyphs(page, piece).filter(({ kind }) => kind === "figure");
}
