import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { HANGS } from "../../bench/archive/break-file.ts";
import { makeArchive } from "../../bench/archive/make-archive.ts";
import { seededRandom } from "../../bench/random.ts";
import type { ManifestEntry } from "../../src/batch/manifest.ts";
import { root, runPoi } from "../support/run-poi.ts";
import { soundPlan } from "../support/small-plan.ts";

// Programs are started and ended again and again, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 300_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-kill-"));
});
afterAll(() => rm(folder, { recursive: true }));

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const options = { cwd: root, env: { ...process.env, ...env } };
  return spawn(process.execPath, ["src/cli/main.ts", ...args], { ...options, stdio: "ignore" });
}
const endOf = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once("close", resolve));

async function readRun(out: string): Promise<{ run: { state: string }; documents: ManifestEntry[] }> {
  return JSON.parse(await readFile(join(out, "run.json"), "utf8"));
}

/** Names and contents of all results, and run.json without what differs from run to run: its times. */
async function contents(out: string): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const name of (await readdir(out)).sort()) all.set(name, await readFile(join(out, name), "utf8"));
  const manifest = all.get("run.json") ?? "";
  const withoutTimes = manifest.replace(/^ *"(?:startedAt|endedAt|milliseconds|force)": .*$/gm, "");
  return all.set("run.json", withoutTimes.replace(/"force":(?:true|false)/, ""));
}

/** Everything that run.json says is done must be there, whole, and made of that very input. */
async function expectNoLie(out: string): Promise<void> {
  if (!existsSync(join(out, "run.json"))) return;
  for (const { output, outcome, id, counts } of (await readRun(out)).documents) {
    if (outcome !== "done" || output === null) continue;
    const result = JSON.parse(await readFile(join(out, output), "utf8"));
    expect([result.document.id, result.summary.rows]).toEqual([id, counts?.rows]);
  }
}

test("kill -9 ten times at random moments, then run again: the same bytes as undisturbed", async () => {
  const input = join(folder, "in");
  await makeArchive(input, { files: 100, rows: 6, seed: 2 });
  const undisturbed = join(folder, "undisturbed");
  expect((await runPoi(["convert", input, "--out", undisturbed])).code).toBe(0);

  const out = join(folder, "killed");
  const random = seededRandom(Date.now());
  const moments: number[] = [];
  for (let round = 0; round < 10; round++) {
    // In some rounds everything is done anew: results are then replaced under way.
    const child = start(["convert", input, "--out", out, ...(round % 3 === 2 ? ["--force"] : [])]);
    const end = endOf(child);
    const moment = random.int(250, 1200);
    moments.push(moment);
    await sleep(moment);
    child.kill("SIGKILL");
    await end;
    await expectNoLie(out);
  }
  expect((await runPoi(["convert", input, "--out", out])).code).toBe(0);
  expect(await contents(out), `killed after ${moments} ms`).toEqual(await contents(undisturbed));
});

describe("processes of a run that is gone", () => {
  const flaws = pathToFileURL(join(root, "bench/archive/flaws.ts")).href;
  const env = { NODE_OPTIONS: `--import=${flaws}` };
  /** Starts a run whose documents hang, and returns it with its worker processes once they are at work. */
  async function startHanging(name: string): Promise<{ child: ChildProcess; workers: number[] }> {
    for (const file of ["a", "b"]) await writeFile(join(folder, `${name}-${file}.txt`), HANGS);
    const files = [join(folder, `${name}-a.txt`), join(folder, `${name}-b.txt`)];
    const child = start(["convert", ...files, "--out", join(folder, name), "--concurrency", "2"], env);
    const children = `/proc/${child.pid}/task/${child.pid}/children`;
    for (;;) {
      await sleep(100);
      const workers = (await readFile(children, "utf8")).split(" ").filter(Boolean).map(Number);
      // A process is at work once it has used a second of processor time.
      const busy = await Promise.all(workers.map(processorSeconds));
      if (workers.length === 2 && busy.every((seconds) => seconds > 0.7)) return { child, workers };
    }
  }

  test("end with it, also where a document keeps them busy", async () => {
    const { child, workers } = await startHanging("orphans");
    const end = endOf(child);
    child.kill("SIGKILL");
    await end;
    await expectGone(workers);
  });

  test("end at once with a second Ctrl-C", async () => {
    const { child, workers } = await startHanging("twice");
    const end = endOf(child);
    child.kill("SIGINT");
    await sleep(300);
    expect(child.exitCode).toBe(null);
    child.kill("SIGINT");
    expect(await end).toBe(130);
    await expectGone(workers);
    const { run, documents } = await readRun(join(folder, "twice"));
    expect([run.state, ...documents.map(({ outcome }) => outcome)]).toEqual([
      "running",
      "pending",
      "pending",
    ]);
  });

  async function processorSeconds(pid: number): Promise<number> {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // Field 14, user time in hundredths of a second; the name in field 2 may hold blanks.
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[11] ?? 0) / 100;
  }

  async function expectGone(pids: readonly number[]): Promise<void> {
    for (let tries = 0; tries < 100 && pids.some((pid) => existsSync(`/proc/${pid}`)); tries++)
      await sleep(100);
    expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  }
});

describe("a disk that is full", () => {
  /** From the given file on, nothing can be flushed to the disk any more. */
  const fillAfter = (files: number) => `
    import { open } from "node:fs/promises";
    const file = await open(process.execPath);
    const handle = Object.getPrototypeOf(file);
    await file.close();
    let left = ${files};
    for (const name of ["sync", "appendFile"]) {
      const real = handle[name];
      handle[name] = function (...args) {
        if (left-- > 0) return real.apply(this, args);
        const message = "ENOSPC: no space left on device, write";
        return Promise.reject(Object.assign(new Error(message), { code: "ENOSPC", syscall: "write" }));
      };
    }`;

  test.each([0, 10, 25])(
    "after %i files leaves no half file and no lie, and a run with space makes all good",
    async (files) => {
      const input = join(folder, `full-${files}`);
      await makeArchive(input, { files: 12, seed: 3 });
      const out = join(folder, `full-out-${files}`);
      await runPoi(["convert", input, "--out", out, "--concurrency", "1"]);
      const before = await contents(out);
      const preload = `--import=data:text/javascript,${encodeURIComponent(fillAfter(files))}`;
      const args = ["convert", input, "--out", out, "--concurrency", "1"];
      const { code, stderr } = await runPoi([...args, "--force"], "", { NODE_OPTIONS: preload });
      expect([1, 2]).toContain(code);
      expect(stderr).toContain("no space left on device");
      await expectNoLie(out);
      expect((await readdir(out)).filter((name) => name.endsWith(".tmp"))).toEqual([]);

      expect((await runPoi(args)).code).toBe(0);
      expect(await contents(out)).toEqual(before);
    },
  );
});

test("a document that fails after it has changed leaves no result of what it was", async () => {
  const path = join(folder, "changing.txt");
  const out = join(folder, "changing-out");
  await writeFile(path, soundPlan);
  await runPoi(["convert", path, "--out", out]);
  expect(await readdir(out)).toEqual(["changing.poi.json", "run.json"]);
  await writeFile(path, "no plan any more");
  expect((await runPoi(["convert", path, "--out", out])).code).toBe(2);
  expect(await readdir(out)).toEqual(["run.json"]);
});

test("neither does one that could not be read in time, but what has not changed keeps its result", async () => {
  const path = join(folder, "late.txt");
  const out = join(folder, "late-out");
  await writeFile(path, soundPlan);
  await runPoi(["convert", path, "--out", out]);
  const late = ["convert", path, "--out", out, "--force", "--timeout", "0.1"];
  expect((await runPoi(late)).code).toBe(2);
  expect(await readdir(out)).toEqual(["late.poi.json", "run.json"]);
  expect((await readRun(out)).documents[0]).toMatchObject({ outcome: "failed", output: null });

  await runPoi(["convert", path, "--out", out]);
  await writeFile(path, soundPlan.replace("2023", "2024"));
  expect((await runPoi(late)).code).toBe(2);
  expect(await readdir(out)).toEqual(["run.json"]);
});
