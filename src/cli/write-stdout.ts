import { once } from "node:events";
import { gather } from "../emit/gather.ts";

/** Writes pieces of text to standard output, as fast as its reader takes them. */
export async function writeStdout(pieces: Iterable<string>): Promise<void> {
  for (const chunk of gather(pieces)) {
    if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
  }
}
