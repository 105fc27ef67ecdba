import type { SeenWord } from "./engine.ts";
import type { Piece } from "./find-pieces.ts";

/** Parts of at least this height, in letter heights, stand on the line. */
const STANDS = 0.6;

/** A word as high as the letters of its line, whatever the engine takes for its box: words of a line stand level. */
export function onLine(word: SeenWord, { parts, top, bottom }: Piece, letter: number): SeenWord {
  const letters = parts.filter((part) => part.bottom - part.top >= STANDS * letter);
  const at = (edges: readonly number[], share: number) =>
    [...edges].sort((a, b) => a - b)[Math.floor(share * edges.length)];
  const tops = letters.map((part) => part.top);
  const bottoms = letters.map((part) => part.bottom);
  return { ...word, top: at(tops, 0.25) ?? top, bottom: at(bottoms, 0.5) ?? bottom };
}
