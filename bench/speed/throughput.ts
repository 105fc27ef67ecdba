import { extract } from "../../src/extract.ts";
import { printDocument } from "../print-document.ts";
import { printRow } from "../print-row.ts";
import { seededRandom } from "../random.ts";
import { makeDocument } from "../rows/make-document.ts";

export interface Throughput {
  readonly rows: number;
  readonly milliseconds: number;
  readonly textBytes: number;
  /** Resident memory before the document was read, and the most there ever was. */
  readonly startBytes: number;
  readonly peakBytes: number;
}

/** Reads one undamaged document of so many rows, after a small one to warm up. */
export async function measureThroughput(rows: number): Promise<Throughput> {
  await extract(undamagedText(500), { family: "sat-lima" });
  const text = undamagedText(rows);
  const startBytes = process.memoryUsage.rss();
  const start = performance.now();
  const extraction = await extract(text, { family: "sat-lima" });
  const milliseconds = performance.now() - start;
  if (extraction.rows.length !== rows) {
    throw new Error(`Cannot trust the time: ${rows} rows went in and ${extraction.rows.length} came out`);
  }
  return {
    rows,
    milliseconds,
    textBytes: Buffer.byteLength(text),
    startBytes,
    // maxRSS is given in kilobytes.
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
}

function undamagedText(rows: number): string {
  const document = makeDocument(seededRandom(rows), rows);
  const print = (list: typeof document.rows) => list.map((row) => printRow(row, document.thousands));
  const fields = { rows: print(document.rows), totals: print(document.totals) };
  return printDocument(document, { ...fields, collapsed: false, padded: true }).text;
}
