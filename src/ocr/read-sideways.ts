import { cutPiece } from "./cut-piece.ts";
import type { Engine, SeenWord } from "./engine.ts";
import type { Piece } from "./find-pieces.ts";
import { lineImage } from "./line-image.ts";
import type { PreparedPage } from "./prepare-page.ts";
import { turnImage } from "./turn-image.ts";

/** A word that stands on its side: `angle` as in `Word`, 90 where it is read upwards and 270 where downwards. */
export interface SidewaysWord {
  readonly piece: Piece;
  readonly text: string;
  readonly confidence: number;
  readonly angle: 90 | 270;
}

/** What is read with less is no word: figures of rows that stand close, a stamp's edge. */
const LEAST_CONFIDENCE = 0.5;
const LEAST_LETTERS = 2;

/** Reads a piece whose letters stand above one another, upwards and downwards; null where neither gives a word. */
export async function readSideways(
  page: PreparedPage,
  piece: Piece,
  engine: Engine,
): Promise<SidewaysWord | null> {
  const cut = cutPiece(page.image, piece);
  const ways = await Promise.all(
    ([90, 270] as const).map(async (angle): Promise<SidewaysWord> => {
      const picture = lineImage(turnImage(cut, angle), Math.min(page.letter, piece.right - piece.left));
      const words = await engine.recognise(picture, "text");
      return { piece, angle, text: words.map(({ text }) => text).join(" "), confidence: sureness(words) };
    }),
  );
  const [best] = ways
    .filter(({ text, confidence }) => countLetters(text) >= LEAST_LETTERS && confidence >= LEAST_CONFIDENCE)
    .sort((a, b) => b.confidence * countLetters(b.text) - a.confidence * countLetters(a.text));
  return best ?? null;
}

function sureness(words: readonly SeenWord[]): number {
  return words.length === 0 ? 0 : Math.min(...words.map(({ confidence }) => confidence));
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
