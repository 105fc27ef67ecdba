/**
 * Flaws of a reader, as a broken file may find them: preloaded into the program (`node --import`), it hangs, eats
 * memory or crashes on texts that say so.
 */
import { CRASHES, EATS_MEMORY, HANGS } from "./break-file.ts";

const normalize = String.prototype.normalize;
const hoard: Uint8Array[] = [];
const PIECE = 32 * 1024 * 1024;

String.prototype.normalize = function (this: string, form?: string): string {
  const text = String(this);
  if (text === HANGS) for (;;);
  if (text === EATS_MEMORY) for (;;) hoard.push(Buffer.alloc(PIECE, 1));
  if (text === CRASHES) process.kill(process.pid, "SIGSEGV");
  return normalize.call(text, form);
};
