import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { NEW_SPACE } from "../src/batch/worker-process.ts";
import { makePlan } from "./pdf-speed/make-plan.ts";
import type { Run } from "./pdf-speed/run.ts";

/** `npm run bench:pdf-speed -- [pdf…]`; bench/README.md explains the figures. */
const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "5" },
    family: { type: "string", default: "auto" },
    /** Pages of the plans that are made; 0 makes none. */
    pages: { type: "string", default: "75,150,300" },
  },
});

const RUNS = Number(flags.runs);
const RUN = fileURLToPath(new URL("pdf-speed/run.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "poi-bench-"));
const COMMAND = join(folder, "dist/cli/main.js");
try {
  installPackage();
  printStartUp();
  print(
    "file                              pages  rows   bare pdf.js      convert   ratio  with imports  CPU  command  peak MB: bare, convert",
  );
  const files =
    positionals.length > 0
      ? positionals
      : globSync(fileURLToPath(new URL("../samples/**/*.pdf", import.meta.url)));
  for (const file of files) compare(file, RUNS);
  const perPage: [number, number][] = [];
  for (const pages of flags.pages.split(",").map(Number).filter(Boolean)) {
    const file = join(folder, `made-${pages}.pdf`);
    const rows = await makePlan(file, pages);
    const { convert } = compare(file, Math.min(RUNS, 3));
    if (convert.rows !== rows) {
      throw new Error(`Cannot trust the time: ${rows} rows went in and ${convert.rows} came out`);
    }
    perPage.push([pages, (convert.total - convert.imports) / pages]);
  }
  const [shortest] = perPage;
  for (const [pages, time] of perPage.slice(1)) {
    print(
      `time per page, ${pages} : ${shortest![0]} pages = ${(time / shortest![1]).toFixed(2)} (1 is linear)`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** In a process of its own: those that are measured would count the memory of this one as theirs. */
function installPackage(): void {
  const builder = JSON.stringify(new URL("../src/package/build-package.ts", import.meta.url).href);
  const program = `import(${builder}).then((it) => it.installPackage(${JSON.stringify(folder)}))`;
  execFileSync(process.execPath, ["-e", program]);
}

/** How long a process takes until it can begin, beside one that only imports pdf.js. */
function printStartUp(): void {
  const times: { bare: number[]; ours: number[] } = { bare: [], ours: [] };
  const [file] = globSync(fileURLToPath(new URL("../samples/**/*.txt", import.meta.url)));
  for (let i = 0; i <= RUNS; i++) {
    const bare = inOwnProcess("import", file!).imports;
    const ours = inOwnProcess("start", file!).imports;
    // The first fills the compile cache.
    if (i > 0) {
      times.bare.push(bare);
      times.ours.push(ours);
    }
  }
  const [bare, ours] = [median(times.bare), median(times.ours)];
  print(
    `start-up: import of pdf.js ${ms(bare)}, of convert with pdf.js ${ms(ours)}, ${ms(ours - bare)} more`,
  );
}

/** Bare pdf.js and convert on one file, by turns, each in a process of its own; medians. */
function compare(file: string, runs: number): { convert: Run } {
  const all: { bare: Run[]; convert: Run[] } = { bare: [], convert: [] };
  const whole: { bare: number[]; command: number[] } = { bare: [], command: [] };
  for (let i = 0; i < runs; i++) {
    whole.bare.push(timeOf(() => all.bare.push(inOwnProcess("bare", file))));
    all.convert.push(inOwnProcess("convert", file));
    whole.command.push(timeOf(() => runCommand(file)));
  }
  const asCommand = (median(whole.command) / median(whole.bare)).toFixed(2);
  const of = (list: readonly Run[], figure: (run: Run) => number) => median(list.map(figure));
  const work = ({ total, imports }: Run) => total - imports;
  const [bare, convert] = [of(all.bare, work), of(all.convert, work)];
  const ratio = (figure: (run: Run) => number) => (of(all.convert, figure) / of(all.bare, figure)).toFixed(2);
  const { pages, rows } = all.convert[0]!;
  const peak = (list: readonly Run[]) => (of(list, ({ peakBytes }) => peakBytes) / 2 ** 20).toFixed(0);
  print(
    `${basename(file).padEnd(33)} ${String(pages).padStart(5)} ${String(rows).padStart(5)} ${ms(bare).padStart(13)} ` +
      `${ms(convert).padStart(12)} ${(convert / bare).toFixed(2).padStart(7)} ${ratio(({ total }) => total).padStart(13)} ` +
      `${ratio(({ cpu }) => cpu).padStart(4)} ${asCommand.padStart(8)} ${peak(all.bare).padStart(10)} ${peak(all.convert).padStart(8)}`,
  );
  return {
    convert: {
      ...all.convert[0]!,
      total: of(all.convert, ({ total }) => total),
      imports: of(all.convert, ({ imports }) => imports),
    },
  };
}

function inOwnProcess(task: "import" | "start" | "bare" | "convert", file: string): Run {
  // Documents are converted by processes that are started so; bare pdf.js is as it is.
  const how = task === "convert" ? [NEW_SPACE] : [];
  const output = execFileSync(process.execPath, [...how, RUN, task, file, flags.family], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(output.toString("utf8"));
}

/** `poi convert` of the package as it is typed, with its two processes, into a new folder. */
function runCommand(file: string): void {
  const out = mkdtempSync(join(folder, "results-"));
  const args = ["convert", file, "--out", out, "--family", flags.family];
  execFileSync(process.execPath, [COMMAND, ...args], { stdio: "ignore" });
}

/** Milliseconds. */
function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(0)} ms`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
