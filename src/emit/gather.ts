/** Characters worth a system call. */
const CHUNK = 1 << 18;

/** Joins small pieces of text into chunks that are worth a system call each. */
export function* gather(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= CHUNK) {
      yield chunk;
      chunk = "";
    }
  }
  if (chunk !== "") yield chunk;
}
