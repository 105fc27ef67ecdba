import { setFlagsFromString } from "node:v8";

/** Bytes of a file from which on memory is worth more than time: some 50 pages of a PDF. */
const LARGE = 300_000;

/**
 * V8 lets garbage grow to three times what is alive, most of it pages of PDFs that were read long ago: from a large
 * document on, to a quarter of it. It is looked for at once, not beside the work, which meanwhile would make half as
 * much again. As options of the process the same would cost each start a tenth: with them, Node compiles anew what it
 * has of its own.
 */
export function growThriftily(bytes: number): void {
  if (bytes < LARGE) return;
  setFlagsFromString("--heap-growing-percent=25");
  setFlagsFromString("--no-incremental-marking");
}
