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

/**
 * Reads pieces whose letters stand above one another. A page prints them all one way, upwards or downwards, and that is
 * the way in which most of them are words; `MAY` on its head is nearly one. What gives no word is left out.
 */
export async function readSideways(page: PreparedPage, engine: Engine): Promise<SidewaysWord[]> {
  const ways = await Promise.all(
    ([90, 270] as const).map((angle) =>
      Promise.all(page.sideways.map((piece) => readPiece(page, piece, angle, engine))),
    ),
  );
  const words = ways.map((way) => way.filter(isWord));
  return worth(words[1]!) > worth(words[0]!) ? words[1]! : words[0]!;
}

async function readPiece(
  page: PreparedPage,
  piece: Piece,
  angle: 90 | 270,
  engine: Engine,
): Promise<SidewaysWord> {
  const turned = turnImage(cutPiece(page.image, piece), angle);
  const words = await engine.recognise(
    lineImage(turned, Math.min(page.letter, piece.right - piece.left)),
    "text",
  );
  return { piece, angle, text: words.map(({ text }) => text).join(" "), confidence: sureness(words) };
}

function isWord({ text, confidence }: SidewaysWord): boolean {
  return countLetters(text) >= LEAST_LETTERS && confidence >= LEAST_CONFIDENCE;
}

function worth(words: readonly SidewaysWord[]): number {
  return words.reduce((sum, { text, confidence }) => sum + confidence * countLetters(text), 0);
}

function sureness(words: readonly SeenWord[]): number {
  return words.length === 0 ? 0 : Math.min(...words.map(({ confidence }) => confidence));
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
