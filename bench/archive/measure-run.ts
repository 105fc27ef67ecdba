import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { residentMegabytes } from "../../src/batch/watch-memory.ts";

/** What one run over an archive took. */
export interface RunFigures {
  readonly seconds: number;
  readonly files: number;
  readonly rows: number;
  readonly looks: readonly Look[];
}

/** The processes of a run after so many documents. */
export interface Look {
  readonly files: number;
  /** Resident megabytes of the process that was started, and of its largest worker. */
  readonly main: number;
  readonly worker: number;
  /** Seconds of processor time of the process that was started, and of all its workers together. */
  readonly mainSeconds: number;
  readonly workerSeconds: number;
}

const PROGRAM = join(import.meta.dirname, "../../src/cli/main.ts");

/** Converts an archive with so many workers, and looks at the memory each time so many documents have ended. */
export async function measureRun(
  input: string,
  out: string,
  concurrency: number,
  lookEvery: number,
): Promise<RunFigures> {
  const args = [PROGRAM, "convert", input, "--out", out, "--concurrency", String(concurrency)];
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  const looks: Promise<Look>[] = [];
  let ended = 0;
  let rest = "";
  let summary: { documents: number; rows: number } | undefined;
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const event = JSON.parse(line);
      if (event.event === "summary") summary = event;
      else if (++ended % lookEvery === 0) looks.push(look(child.pid!, ended));
    }
  });
  await new Promise((resolve) => child.once("close", resolve));
  if (summary === undefined) throw new Error("the run has said nothing of itself");
  const seconds = (performance.now() - start) / 1000;
  const { documents: files, rows } = summary;
  return { seconds, files, rows, looks: await Promise.all(looks) };
}

/** Linux only, as is the list of a process's children. */
async function look(pid: number, files: number): Promise<Look> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  const workers = children.split(" ").filter((child) => child !== "");
  const sizes = await Promise.all(workers.map((child) => residentMegabytes(Number(child))));
  const times = await Promise.all(workers.map(processorSeconds));
  return {
    files,
    main: (await residentMegabytes(pid)) ?? Number.NaN,
    worker: Math.max(...sizes.map((size) => size ?? 0)),
    mainSeconds: await processorSeconds(String(pid)),
    workerSeconds: times.reduce((sum, time) => sum + time, 0),
  };
}

/** Fields 14 and 15 of `/proc/<pid>/stat`, in hundredths of a second; the name in field 2 may hold blanks. */
async function processorSeconds(pid: string): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}
