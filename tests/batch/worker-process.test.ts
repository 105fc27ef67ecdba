import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { CRASHES, EATS_MEMORY, HANGS } from "../../bench/archive/break-file.ts";
import { listFamilies } from "../../src/acquire/load-family.ts";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import type { Reading } from "../../src/batch/conversion.ts";
import { convertInProcess } from "../../src/batch/convert-in-process.ts";
import { residentMegabytes, watchMemory } from "../../src/batch/watch-memory.ts";
import { withWorkers } from "../../src/batch/with-workers.ts";
import { startWorker, type WorkerProcess } from "../../src/batch/worker-process.ts";
import { root } from "../support/run-poi.ts";
import { soundPlan } from "../support/small-plan.ts";

vi.setConfig({ testTimeout: 120_000 });
const ROOMY = { timeout: 60, maxMemory: 1000 };
const source = (name: string, text: string) => sourceFromBytes(name, Buffer.from(text));
const plan = source("plan.txt", soundPlan);

let folder: string;
let reading: Reading;
const before = process.env.NODE_OPTIONS;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-workers-"));
  reading = {
    family: null,
    known: await listFamilies(),
    requested: { family: "auto", pages: null },
    folder: null,
  };
  process.env.NODE_OPTIONS = `--import=${pathToFileURL(join(root, "bench/archive/flaws.ts")).href}`;
});
afterAll(async () => {
  process.env.NODE_OPTIONS = before;
  await rm(folder, { recursive: true });
});

const started: WorkerProcess[] = [];
function start(limits: Parameters<typeof startWorker>[0]): WorkerProcess {
  const worker = startWorker(limits);
  started.push(worker);
  return worker;
}
afterEach(() => {
  for (const worker of started.splice(0)) worker.kill();
});

describe("a worker process", () => {
  test("converts one document after another, and tells the errors of documents as they are", async () => {
    const worker = start(ROOMY);
    const first = await worker.convert(plan, reading, join(folder, "first.json"));
    expect(first).toMatchObject({
      outcome: "done",
      counts: { rows: 3, pages: 1 },
      family: { id: "sat-lima" },
    });
    const letter = source("letter.txt", "A letter.\n");
    await expect(worker.convert(letter, reading, join(folder, "letter.json"))).rejects.toMatchObject({
      name: "PoiError",
      code: "no-table",
      hint: expect.stringContaining("--family"),
    });
    await worker.convert(plan, reading, join(folder, "second.json"));
    const [one, two] = await Promise.all(
      ["first.json", "second.json"].map((name) => readFile(join(folder, name), "utf8")),
    );
    expect(two).toBe(one);
    expect(worker.isAlive()).toBe(true);
  });

  test("reads each document as it is told to", async () => {
    const worker = start(ROOMY);
    const generic = reading.known.filter(({ id }) => id === "generic");
    const other: Reading = {
      family: generic[0]!,
      known: generic,
      requested: { family: "generic", pages: null },
      folder: null,
    };
    const familyOf = async (how: Reading, name: string) =>
      (await worker.convert(plan, how, join(folder, name))).family.id;
    expect(await familyOf(reading, "a.json")).toBe("sat-lima");
    expect(await familyOf(other, "b.json")).toBe("generic");
    expect(await familyOf(reading, "c.json")).toBe("sat-lima");
  });

  test.each([
    ["timeout", HANGS, { timeout: 1.5, maxMemory: 1000 }, "takes longer than 1.5 s"],
    ["out-of-memory", EATS_MEMORY, { timeout: 60, maxMemory: 250 }, "takes more than 250 MB"],
    ["worker-crashed", CRASHES, ROOMY, "the process that read it ended (SIGSEGV)"],
  ])("is ended by %s", async (code, text, limits, message) => {
    const worker = start(limits);
    const flawed = source("flawed.txt", text);
    await expect(worker.convert(flawed, reading, join(folder, "flawed.json"))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
      place: { file: "flawed.txt" },
    });
    expect(worker.isAlive()).toBe(false);
    // Nor does it take another.
    await expect(worker.convert(plan, reading, join(folder, "late.json"))).rejects.toMatchObject({
      code: "worker-crashed",
    });
  });

  test("says so where V8 has no heap left", async () => {
    const heap = "for (const all = []; ; ) all.push(Array(1000).fill(all.length));";
    const flaw = `String.prototype.normalize = function () { ${heap} }`;
    const before = process.env.NODE_OPTIONS;
    process.env.NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(flaw)}`;
    try {
      const small = start({ timeout: 60, maxMemory: 64 });
      await expect(small.convert(plan, reading, join(folder, "heap.json"))).rejects.toMatchObject({
        code: "out-of-memory",
      });
    } finally {
      process.env.NODE_OPTIONS = before;
    }
  });
});

describe("the processes of a call", () => {
  test("are replaced where one was lost, and the others go on", async () => {
    const texts = [soundPlan, CRASHES, soundPlan, CRASHES, soundPlan, soundPlan];
    const outcomes = await withWorkers({ concurrency: 2, limits: ROOMY }, (convert) =>
      Promise.all(
        texts.map((text, index) =>
          convert(source(`${index}.txt`, text), reading, join(folder, `pool-${index}.json`)).then(
            ({ outcome }) => outcome,
            ({ code }) => code,
          ),
        ),
      ),
    );
    expect(outcomes).toEqual(["done", "worker-crashed", "done", "worker-crashed", "done", "done"]);
  });

  test("are replaced where earlier documents left too much of the memory used", async () => {
    // A process of Node takes more than half of this by itself: each document gets a new one.
    const limits = { timeout: 60, maxMemory: 180 };
    const worker = start(limits);
    expect(worker.isFit()).toBe(true);
    await worker.convert(plan, reading, join(folder, "unfit.json"));
    expect([worker.isFit(), worker.isAlive()]).toEqual([false, true]);
    const outcomes = await withWorkers({ concurrency: 1, limits }, async (convert) => {
      const names = ["fit-1.json", "fit-2.json", "fit-3.json"];
      return await Promise.all(names.map((name) => convert(plan, reading, join(folder, name))));
    });
    expect(outcomes.map(({ counts }) => counts.rows)).toEqual([3, 3, 3]);
  });

  test("are none where no document comes", async () => {
    expect(await withWorkers({ concurrency: 2, limits: ROOMY }, () => Promise.resolve("nothing"))).toBe(
      "nothing",
    );
  });
});

describe("a process for one document", () => {
  const temporary = async () => (await readdir(tmpdir())).filter((name) => /^poi-apart-/.test(name)).sort();
  const gather = (pieces: string[]) => async (all: AsyncIterable<string>) => {
    for await (const piece of all) pieces.push(piece);
  };

  test("gives the bytes that the same document gives anywhere", async () => {
    const worker = start(ROOMY);
    await worker.convert(plan, reading, join(folder, "apart.json"));
    const pieces: string[] = [];
    const { signal } = new AbortController();
    const conversion = await convertInProcess(startWorker(ROOMY), plan, reading, signal, gather(pieces));
    expect(conversion.counts.rows).toBe(3);
    expect(pieces.join("")).toBe(await readFile(join(folder, "apart.json"), "utf8"));
  });

  test("ends with the signal, and leaves nothing behind", async () => {
    const before = await temporary();
    const stop = new AbortController();
    const pieces: string[] = [];
    const hangs = source("hangs.txt", HANGS);
    const conversion = convertInProcess(startWorker(ROOMY), hangs, reading, stop.signal, gather(pieces));
    setTimeout(() => stop.abort(), 500);
    await expect(conversion).rejects.toMatchObject({ code: "worker-crashed" });
    expect(pieces).toEqual([]);
    expect(await temporary()).toEqual(before);
  });
});

test("the memory of a process is seen from outside", async () => {
  const own = await residentMegabytes(process.pid);
  expect(own).toBeGreaterThan(20);
  expect(own).toBeLessThan(10_000);
  expect(await residentMegabytes(2 ** 30)).toBe(null);
  let calls = 0;
  await new Promise<void>((resolve) => {
    const stop = watchMemory(process.pid, 1, () => {
      calls++;
      stop();
      resolve();
    });
  });
  expect(calls).toBe(1);
  watchMemory(undefined, 1, () => {
    throw new Error("there is nothing to watch");
  })();
});
