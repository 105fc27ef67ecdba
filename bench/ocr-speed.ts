import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Run } from "./ocr-speed/run.ts";
import { POINTS_PER_INCH, scanPlan } from "./scans/scan-plan.ts";

/** `npm run bench:ocr-speed`; bench/README.md explains the figures. */
const { values: flags } = parseArgs({
  options: {
    dpi: { type: "string", default: "300,200,150" },
    /** Rows of the plan: some twelve on a page. */
    rows: { type: "string", default: "72" },
    seed: { type: "string", default: "1" },
    runs: { type: "string", default: "3" },
  },
});

const RUN = fileURLToPath(new URL("ocr-speed/run.ts", import.meta.url));
const QUIET: ExecFileSyncOptionsWithStringEncoding = {
  encoding: "utf8",
  stdio: ["ignore", "pipe", "inherit"],
};
const TASKS = ["plain", "1", "2"] as const;
const NAMES = { plain: "plain tesseract.js", 1: "one worker", 2: "two workers" };
const folder = mkdtempSync(join(tmpdir(), "poi-bench-"));
try {
  for (const dpi of flags.dpi.split(",").map(Number)) {
    const { pdf, drawn } = await scanPlan(Number(flags.seed), Number(flags.rows), "A3", dpi);
    const file = join(folder, `${dpi}.pdf`);
    writeFileSync(file, pdf);
    compare(file, dpi / POINTS_PER_INCH, `${dpi} dpi, A3, ${drawn.pages.length} pages`, drawn.pages.length);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Runs all three by turns, so that what else the machine does falls on each alike; prints medians. */
function compare(file: string, scale: number, title: string, pages: number): void {
  const runs = Array.from({ length: Number(flags.runs) }, () =>
    TASKS.map(
      (task) => JSON.parse(execFileSync(process.execPath, [RUN, task, file, `${scale}`], QUIET)) as Run,
    ),
  );
  print(title);
  TASKS.forEach((task, k) => {
    const of = (what: (run: Run) => number) => median(runs.map((round) => what(round[k]!)));
    const each = (what: (run: Run) => number) => (of(what) / pages).toFixed(1).padStart(5);
    print(
      `  ${NAMES[task].padEnd(18)} ${each(({ clock }) => clock)} s a page, ${each(({ cpu }) => cpu)} s of processor` +
        ` (${each(({ mainCpu }) => mainCpu).trim()} in the main thread), peak ${Math.round(of(({ peakBytes }) => peakBytes) / 2 ** 20)} MB`,
    );
  });
  const byClock = runs.map(([, one, two]) => one!.clock / two!.clock);
  // The main thread works before and after the threads that read pages, and these at the same time as each other.
  const byProcessor = runs.map(([, one, two]) => one!.cpu / (two!.mainCpu + (two!.cpu - two!.mainCpu) / 2));
  print(`  two workers : one, by the clock           ${gain(byClock)}`);
  print(`  two workers : one, by processor time      ${gain(byProcessor)}`);
}

/** The median of the rounds, and each of them. */
function gain(rounds: readonly number[]): string {
  return `${median(rounds).toFixed(2)} (median of ${rounds.map((round) => round.toFixed(2)).join(", ")})`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
