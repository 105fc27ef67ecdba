import { createHash } from "node:crypto";

/** A hash of the text a row was printed with: with the row's id, it tells whether a decision still fits. */
export function printedHash(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
