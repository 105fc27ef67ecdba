import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measureColdStart } from "./speed/cold-start.ts";
import { measureDamagedRows } from "./speed/damaged-rows.ts";
import { measureThroughput, type Throughput, undamagedText } from "./speed/throughput.ts";

/** `npm run bench:speed`; bench/README.md explains the figures. */
const SIZES = [1_000, 10_000, 100_000];

const { values: flags } = parseArgs({
  options: {
    documents: { type: "string", default: "40" },
    // For the processes that this one starts.
    file: { type: "string" },
    rows: { type: "string" },
  },
});

if (flags.file === undefined) await main();
else process.stdout.write(JSON.stringify(await measureThroughput(flags.file, Number(flags.rows))));

async function main(): Promise<void> {
  print("undamaged text, one document, one process each");
  const runs = SIZES.map((rows) => inOwnProcess(rows));
  for (const run of runs) {
    print(
      `  ${String(run.rows).padStart(7)} rows: ${run.milliseconds.toFixed(0)} ms, ` +
        `${rowsPerSecond(run.rows, run.milliseconds)} rows/s, extract alone ${rowsPerSecond(run.rows, run.extractMilliseconds)}, ` +
        `read again and again ${rowsPerSecond(run.rows, run.laterMilliseconds)}, peak memory ${megabytes(run.peakBytes)} MB ` +
        `(${megabytes(run.peakBytes - run.startBytes)} above the start; the text is ${megabytes(run.textBytes)} MB)`,
    );
  }
  const perRow = (run: Throughput) => run.milliseconds / run.rows;
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    if (before === undefined) continue;
    print(
      `  cost of a row, ${run.rows} : ${before.rows} rows = ${(perRow(run) / perRow(before)).toFixed(2)} (1 is linear)`,
    );
  }
  const damaged = await measureDamagedRows(Number(flags.documents));
  print("damaged rows, every channel, rate 0.3");
  const { alone } = damaged;
  print(
    `  alone (one row, no totals): median ${alone.median.toFixed(2)} ms, 99th percentile ${alone.p99.toFixed(2)} ms, ` +
      `slowest ${alone.slowest.toFixed(2)} ms of ${alone.runs} rows`,
  );
  print(
    `  within documents: ${damaged.inDocument.toFixed(2)} ms a damaged row beyond the undamaged document`,
  );
  print("convert on the seed, a new process each time");
  for (const [name, times] of measureColdStart()) {
    print(
      `  ${name}: median ${times.median.toFixed(0)} ms, slowest of ${times.runs} ${times.slowest.toFixed(0)} ms`,
    );
  }
}

/** A process of its own, so that peak memory is this size's alone. */
function inOwnProcess(rows: number): Throughput {
  const folder = mkdtempSync(join(tmpdir(), "poi-bench-"));
  try {
    const file = join(folder, "undamaged.txt");
    writeFileSync(file, undamagedText(rows));
    const program = fileURLToPath(import.meta.url);
    const output = execFileSync(process.execPath, [program, "--file", file, "--rows", String(rows)]);
    return JSON.parse(output.toString("utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function rowsPerSecond(rows: number, milliseconds: number): number {
  return Math.round((1000 * rows) / milliseconds);
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
