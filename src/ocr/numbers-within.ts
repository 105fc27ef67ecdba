import type { SeenWord } from "./engine.ts";
import { boundsOf, type Piece } from "./find-pieces.ts";
import type { Sample } from "./learn-figures.ts";

/** The numbers among the words of a piece, each as a piece of its own. */
export function numbersWithin(piece: Piece, words: readonly SeenWord[]): Sample[] {
  return words
    .filter(({ text }) => /^\d[\d.,]*$/.test(text))
    .flatMap((word) => {
      const parts = piece.parts.filter((part) => {
        const middle = (part.left + part.right) / 2;
        return middle >= word.left && middle <= word.right;
      });
      return parts.length === 0 ? [] : [{ piece: boundsOf(parts), words: [word] }];
    });
}
