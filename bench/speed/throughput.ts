import { readFileSync } from "node:fs";
import { formatJson } from "../../src/emit/format-json.ts";
import { writeAtomically } from "../../src/emit/write-atomically.ts";
import { extract } from "../../src/extract.ts";
import { printDocument } from "../print-document.ts";
import { printRow } from "../print-row.ts";
import { seededRandom } from "../random.ts";
import { makeDocument } from "../rows/make-document.ts";
import type { TruthRow } from "../rows/truth-row.ts";
import { summariseTimes } from "./times.ts";

export interface Throughput {
  readonly rows: number;
  readonly milliseconds: number;
  /** Of these, what `extract` took, without writing its result. */
  readonly extractMilliseconds: number;
  /** The median of the same document read again and again, as in an archive: all code is compiled by then. */
  readonly laterMilliseconds: number;
  readonly textBytes: number;
  /** Resident memory before the document was read, and the most there ever was. */
  readonly startBytes: number;
  readonly peakBytes: number;
}

/** How often the document is read again, unless that takes long. */
const LATER_RUNS = 6;
const MOST_ROWS_LATER = 10_000;

/** Enough rows for the code to be compiled before the clock counts. */
const WARM_UP_ROWS = 3_000;

/**
 * Reads a file of so many undamaged rows, and writes its JSON beside it. To be called in a process of its own: peak memory is the
 * process's, and the documents must have been generated elsewhere.
 */
export async function measureThroughput(file: string, rows: number): Promise<Throughput> {
  await extract(undamagedText(WARM_UP_ROWS), { family: "sat-lima" });
  const bytes = readFileSync(file);
  const startBytes = process.memoryUsage.rss();
  const { milliseconds, extractMilliseconds } = await timeOnce(bytes, file, rows);
  // maxRSS is given in kilobytes.
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const later: number[] = [];
  while (rows <= MOST_ROWS_LATER && later.length < LATER_RUNS)
    later.push((await timeOnce(bytes, file, rows)).milliseconds);
  const laterMilliseconds = later.length === 0 ? milliseconds : summariseTimes(later).median;
  return {
    rows,
    milliseconds,
    extractMilliseconds,
    laterMilliseconds,
    textBytes: bytes.length,
    startBytes,
    peakBytes,
  };
}

async function timeOnce(
  bytes: Uint8Array,
  file: string,
  rows: number,
): Promise<Pick<Throughput, "milliseconds" | "extractMilliseconds">> {
  const start = performance.now();
  const extraction = await extract(bytes, { family: "sat-lima" });
  const extractMilliseconds = performance.now() - start;
  await writeAtomically(`${file}.poi.json`, formatJson(extraction));
  const milliseconds = performance.now() - start;
  if (extraction.rows.length !== rows) {
    throw new Error(`Cannot trust the time: ${rows} rows went in and ${extraction.rows.length} came out`);
  }
  return { milliseconds, extractMilliseconds };
}

/** One document of so many rows with right totals. */
export function undamagedText(rows: number): string {
  const document = makeDocument(seededRandom(rows), rows);
  const print = (list: readonly TruthRow[]) => list.map((row) => printRow(row, document.thousands));
  const fields = { rows: print(document.rows), totals: print(document.totals) };
  return printDocument(document, { ...fields, collapsed: false, padded: true }).text;
}
