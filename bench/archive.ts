import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeArchive } from "./archive/make-archive.ts";
import { measureRun, type RunFigures } from "./archive/measure-run.ts";

/** `npm run bench:archive`; bench/README.md explains the figures. */
const { values: flags } = parseArgs({
  options: {
    files: { type: "string", default: "1000" },
    rows: { type: "string", default: "60" },
    pairs: { type: "string", default: "3" },
    seed: { type: "string", default: "1" },
  },
});
const files = Number(flags.files);
const folder = await mkdtemp(join(tmpdir(), "poi-bench-"));
try {
  const input = join(folder, "in");
  await makeArchive(input, { files, rows: Number(flags.rows), seed: Number(flags.seed) });
  print(`${files} documents, each pair of runs one after the other`);
  const ratios: number[] = [];
  const quietRatios: number[] = [];
  let last: RunFigures | undefined;
  for (let pair = 0; pair < Number(flags.pairs); pair++) {
    // Every other pair begins with two workers: neither always finds the warmer machine.
    const order = pair % 2 === 0 ? [1, 2] : [2, 1];
    const runs = new Map<number, RunFigures>();
    for (const workers of order) {
      runs.set(workers, await measureRun(input, join(folder, `out-${pair}-${workers}`), workers, files / 10));
    }
    const [one, two] = [runs.get(1)!, runs.get(2)!];
    ratios.push(one.seconds / two.seconds);
    quietRatios.push(onQuietMachine(one, two));
    print(`  one worker ${describe(one)}; two ${describe(two)}; ${ratios.at(-1)!.toFixed(2)} times`);
    last = two;
  }
  print(`throughput of two workers : one, by the clock, median of ${ratios.length} = ${median(ratios)}`);
  print(`  by processor time, as on two cores that do nothing else = ${median(quietRatios)}`);
  print("resident memory, MB, two workers: this process and the larger worker");
  for (const { files, main, worker } of last?.looks ?? []) {
    print(`  after ${String(files).padStart(5)} documents: ${main.toFixed(0)}, ${worker.toFixed(0)}`);
  }
} finally {
  await rm(folder, { recursive: true });
}

/**
 * What two workers would gain on two cores that do nothing else: one worker keeps one core busy, the process that
 * feeds it having the other; with two workers the three share both cores.
 */
function onQuietMachine(one: RunFigures, two: RunFigures): number {
  const { mainSeconds, workerSeconds } = two.looks.at(-1)!;
  return one.looks.at(-1)!.workerSeconds / ((mainSeconds + workerSeconds) / 2);
}

function median(values: readonly number[]): string {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!.toFixed(2);
}

function describe({ seconds, files, rows, looks }: RunFigures): string {
  const { mainSeconds, workerSeconds } = looks.at(-1)!;
  const processor = `processor ${mainSeconds.toFixed(1)} + ${workerSeconds.toFixed(1)} s`;
  return `${seconds.toFixed(1)} s (${(files / seconds).toFixed(0)} documents/s, ${(rows / seconds).toFixed(0)} rows/s, ${processor})`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
