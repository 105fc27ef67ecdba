import { pathToFileURL } from "node:url";
import type { Extraction } from "../../../src/schema.ts";
import type { Made } from "../made/made.ts";
import type { Outcome } from "./judge.ts";
import { scoreDocument } from "./score-document.ts";

/** The program under examination: POI_SRC names another checkout's `src/extract.ts`. */
const SOURCE = pathToFileURL(
  process.env.POI_SRC ?? new URL("../../../src/extract.ts", import.meta.url).pathname,
);

/**
 * Reads one document in this process and holds it against its truth.
 *
 * @param scans a folder that keeps what OCR read of its pages
 */
export async function readDocument(
  { name, bytes, truth, password }: Made,
  scans: string | null = null,
): Promise<Outcome> {
  const { extract } = (await import(SOURCE.href)) as {
    extract: (input: Uint8Array, options: object) => Promise<Extraction>;
  };
  try {
    const read = await extract(bytes, {
      name,
      ...(password !== undefined && { password }),
      ...(scans !== null && { ocrCache: scans }),
    });
    const score = truth === null ? null : scoreDocument(truth, read);
    return { kind: "read", score, rows: read.rows.length, flags: read.flags };
  } catch (cause) {
    const { name: kind, code, message } = cause as Error & { code?: string };
    // The checkout under examination has an error class of its own: it is told by its name.
    return kind === "PoiError" && code !== undefined
      ? { kind: "refused", code, message }
      : { kind: "broken", message: `${kind}: ${message}` };
  }
}
