import { once } from "node:events";
import { gather } from "../emit/gather.ts";

/** Writes pieces of text to standard output, as fast as its reader takes them. */
export async function writeStdout(pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  for await (const chunk of Symbol.iterator in pieces ? gather(pieces) : pieces) {
    if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
  }
}
