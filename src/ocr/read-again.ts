import type { Engine, SeenWord } from "./engine.ts";
import type { Piece } from "./find-pieces.ts";
import type { PreparedPage } from "./prepare-page.ts";
import { readStrip } from "./read-strip.ts";
import { voteOf } from "./vote-of.ts";

/** What the engine is less sure of is read again. */
const DOUBTFUL = 0.6;
/** So many pieces to each side are read with a doubtful one: words are read better among others. */
const NEIGHBOURS = 2;

/**
 * Reads short words that the engine is not sure of once more, among their neighbours on the line, and gives what it
 * is surer of then.
 *
 * @param seen what was read of each piece alone
 * @param narrow all that may stand beside them
 */
export async function readAgain(
  page: PreparedPage,
  seen: ReadonlyMap<Piece, readonly SeenWord[]>,
  narrow: readonly Piece[],
  engine: Engine,
): Promise<Map<Piece, readonly SeenWord[]>> {
  const isDoubtful = (piece: Piece) =>
    seen.has(piece) &&
    piece.right - piece.left > page.letter &&
    voteOf(seen.get(piece)!).confidence < DOUBTFUL;
  const doubtful = narrow.filter(isDoubtful);
  const done = new Set<Piece>();
  const strips: Piece[][] = [];
  for (const piece of doubtful) {
    if (done.has(piece)) continue;
    const middle = (piece.top + piece.bottom) / 2;
    const line = narrow
      .filter((other) => other.top < middle && middle < other.bottom)
      .sort((a, b) => a.left - b.left);
    for (const other of line) done.add(other);
    strips.push(
      line.filter((_, k) => line.slice(Math.max(0, k - NEIGHBOURS), k + NEIGHBOURS + 1).some(isDoubtful)),
    );
  }
  const read = await Promise.all(strips.map((strip) => readStrip(page, strip, engine)));
  const better = new Map(seen);
  for (const [piece, words] of read.flatMap((strip) => [...strip])) {
    if (!isDoubtful(piece) || words.length === 0) continue;
    if (voteOf(words).confidence > voteOf(seen.get(piece)!).confidence) better.set(piece, words);
  }
  return better;
}
