import type { Engine, SeenWord } from "./engine.ts";
import type { Piece } from "./find-pieces.ts";
import type { PreparedPage } from "./prepare-page.ts";
import { readStrip } from "./read-strip.ts";

/** Numbers that are given to the engine side by side: one call for all costs little more than one for each. */
const AT_ONCE = 12;

/** Reads numbers by the engine, those of a line together: a second opinion on print too small to be sure of one. */
export async function readSmallPrint(
  page: PreparedPage,
  numbers: readonly Piece[],
  engine: Engine,
): Promise<Map<Piece, readonly SeenWord[]>> {
  const strips = linesOf(numbers).flatMap((line) =>
    Array.from({ length: Math.ceil(line.length / AT_ONCE) }, (_, k) =>
      line.slice(k * AT_ONCE, (k + 1) * AT_ONCE),
    ),
  );
  const read = await Promise.all(strips.map((strip) => readStrip(page, strip, engine, "number")));
  return new Map(read.flatMap((strip) => [...strip]));
}

/** Pieces that stand on one line, from left to right. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const middle = (piece.top + piece.bottom) / 2;
    const line = lines.findLast(([first]) => first!.top < middle && middle < first!.bottom);
    if (line === undefined) lines.push([piece]);
    else line.push(piece);
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left));
}
