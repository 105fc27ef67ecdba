import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, test as always, beforeAll, describe, expect, vi } from "vitest";
import { CRASHES, HANGS } from "../../bench/archive/break-file.ts";
import { makeArchive } from "../../bench/archive/make-archive.ts";
import type { ManifestEntry } from "../../src/batch/manifest.ts";
import { readLog, root, runPoi } from "../support/run-poi.ts";
import { soundPlan } from "../support/small-plan.ts";
import { ask, hasPostgres, useDatabases } from "./database.ts";

// Several programs are started and ended in each test, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 300_000 });
const databases = useDatabases();
const test = always.runIf(hasPostgres);
const flaws = { NODE_OPTIONS: `--import=${pathToFileURL(join(root, "bench/archive/flaws.ts")).href}` };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-queue-"));
});
afterAll(() => rm(folder, { recursive: true }));

interface Machine {
  readonly child: ChildProcess;
  readonly log: () => Record<string, unknown>[];
  readonly end: Promise<number | null>;
}

/** Starts a worker as another machine would. */
function startWorker(url: string, args: readonly string[] = [], env: Record<string, string> = {}): Machine {
  const child = spawn(process.execPath, ["src/cli/main.ts", "worker", "--queue", url, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let text = "";
  child.stderr.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  const whole = () => text.slice(0, text.lastIndexOf("\n") + 1);
  return { child, log: () => readLog(whole()), end: new Promise((resolve) => child.on("close", resolve)) };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2000; tries++) {
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error("waited in vain");
}

const statusOf = async (url: string) =>
  JSON.parse((await runPoi(["status", "--queue", url, "--json"])).stdout);

test("two workers, one killed with -9 in mid-job: every document is done exactly once, a poison file is a dead letter", async () => {
  const url = await databases.create();
  const input = join(folder, "in");
  await makeArchive(input, { files: 40, seed: 4 });
  await writeFile(join(input, "poison.txt"), CRASHES);
  await writeFile(join(input, "letter.txt"), "Señor alcalde: se adjunta el plan.\n");
  const sent = await runPoi(["enqueue", input, "--queue", url, "--retries", "1", "--retry-delay", "1"]);
  expect([sent.code, sent.stderr]).toEqual([0, "42 sent in, 0 there already, 0 failed\n"]);
  // Every result that is ever written is counted, whatever becomes of it.
  await ask(url, "create table written (input text)");
  await ask(
    url,
    `create function count_result() returns trigger language plpgsql as
       $$ begin insert into written values (new.input); return new; end $$`,
  );
  await ask(
    url,
    "create trigger counts after insert or update on poi_queue.result for each row execute function count_result()",
  );

  const first = startWorker(url, ["--concurrency", "1"], flaws);
  await until(() => first.log().filter(({ outcome }) => outcome === "done").length >= 3);
  first.child.kill("SIGKILL");
  await first.end;
  // It had jobs in hand: they are still its own as far as the database knows.
  expect((await statusOf(url)).active).toBeGreaterThan(0);
  const second = startWorker(url, ["--concurrency", "2", "--drain"], flaws);
  expect(await second.end).toBe(0);

  const written = await ask(url, "select input, count(*)::int times from written group by input");
  expect(written).toHaveLength(40);
  expect(written.filter(({ times }) => times !== 1)).toEqual([]);
  const jobs = await ask(
    url,
    "select state, count(*)::int from poi_jobs.job where name = 'documents' group by state order by state",
  );
  expect(jobs).toEqual([
    { state: "completed", count: 40 },
    { state: "failed", count: 2 },
  ]);
  expect(await statusOf(url)).toMatchObject({
    waiting: 0,
    retrying: 0,
    active: 0,
    done: 40,
    failed: 2,
    reasons: { "no-table": 1, "worker-crashed": 1 },
  });
  // What lies in the document is given up at once; what may pass is tried again.
  const tried = await ask(
    url,
    "select data ->> 'input' input, retry_count from poi_jobs.job where name = 'documents' and state = 'failed' order by 1",
  );
  expect(tried).toEqual([
    { input: expect.stringContaining("letter.txt"), retry_count: 0 },
    { input: expect.stringContaining("poison.txt"), retry_count: 1 },
  ]);

  const [convertOut, fetchOut] = [join(folder, "converted"), join(folder, "fetched")];
  const [, fetched] = await Promise.all([
    runPoi(["convert", input, "--out", convertOut], "", flaws),
    runPoi(["fetch", "--queue", url, "--out", fetchOut]),
  ]);
  expect([fetched.code, fetched.stderr]).toEqual([
    2,
    "40 written, 0 there already, 2 failed, 0 not converted yet\n",
  ]);
  const names = (await readdir(convertOut)).sort();
  expect((await readdir(fetchOut)).sort()).toEqual(names);
  for (const name of names.filter((name) => name !== "run.json")) {
    const [ours, theirs] = await Promise.all([convertOut, fetchOut].map((out) => readFile(join(out, name))));
    expect(ours!.equals(theirs!), name).toBe(true);
  }
  const summary = async (out: string) => {
    const { documents } = JSON.parse(await readFile(join(out, "run.json"), "utf8"));
    return (documents as ManifestEntry[]).map(({ input, id, outcome, output, counts, family, error }) => ({
      input,
      id,
      outcome,
      output,
      counts,
      family,
      code: error?.code,
    }));
  };
  expect(await summary(fetchOut)).toEqual(await summary(convertOut));
});

describe("one worker", () => {
  test("takes short files first, and ends when nothing is left", async () => {
    const url = await databases.create();
    const input = join(folder, "sizes");
    await mkdir(input);
    const sizes = { "a-long.txt": 1000, "b-short.txt": 0, "c-middle.txt": 100 };
    for (const [name, more] of Object.entries(sizes)) {
      await writeFile(join(input, name), soundPlan + "\n".repeat(more * 100));
    }
    await runPoi(["enqueue", input, "--queue", url]);
    const worker = startWorker(url, ["--concurrency", "1", "--drain"]);
    expect(await worker.end).toBe(0);
    const orderBy = async (order: string) => {
      const rows = await ask(url, `select data ->> 'input' input from poi_jobs.job order by ${order}`);
      return rows.map(({ input }) => `${input}`.split("/").at(-1));
    };
    expect(await orderBy("priority desc")).toEqual(["b-short.txt", "c-middle.txt", "a-long.txt"]);
    // Two are fetched at once at the start: one is read ahead.
    expect((await orderBy("started_on")).at(-1)).toBe("a-long.txt");
  });

  test("ends what it has in work when it is asked to stop, and leaves the rest", async () => {
    const url = await databases.create();
    const input = join(folder, "stop");
    await makeArchive(input, { files: 60, seed: 5 });
    await runPoi(["enqueue", input, "--queue", url]);
    const worker = startWorker(url, ["--concurrency", "1"]);
    await until(() => worker.log().some(({ outcome }) => outcome === "done"));
    worker.child.kill("SIGTERM");
    expect(await worker.end).toBe(0);
    const { waiting, retrying, active, done } = await statusOf(url);
    expect([retrying, active]).toEqual([0, 0]);
    expect(waiting).toBeGreaterThan(0);
    expect(waiting + done).toBe(60);
  });

  test("ends at once with a second signal", async () => {
    const url = await databases.create();
    await writeFile(join(folder, "hangs.txt"), HANGS);
    await runPoi(["enqueue", join(folder, "hangs.txt"), "--queue", url]);
    const worker = startWorker(url, [], flaws);
    await until(async () => (await statusOf(url)).active === 1);
    worker.child.kill("SIGTERM");
    await sleep(300);
    expect(worker.child.exitCode).toBe(null);
    worker.child.kill("SIGTERM");
    expect(await worker.end).toBe(130);
  });

  test("reads documents of a shared folder where it sees it, not where they were sent in from", async () => {
    const url = await databases.create();
    const [here, there] = [join(folder, "here"), join(folder, "there")];
    for (const shared of [here, there]) {
      await mkdir(join(shared, "sub"), { recursive: true });
      await writeFile(join(shared, "sub/plan.txt"), soundPlan);
    }
    await writeFile(join(folder, "outside.txt"), soundPlan);
    const paths = [join(here, "sub/plan.txt"), join(folder, "outside.txt")];
    const sent = await runPoi(["enqueue", ...paths, "--queue", url, "--shared", here]);
    expect(sent.code).toBe(2);
    expect(sent.stderr).toContain("outside.txt' as it is not in the shared folder");
    expect(sent.stderr).toContain("1 sent in, 0 there already, 1 failed");
    expect(await ask(url, "select input, bytes from poi_queue.document")).toEqual([
      { input: "sub/plan.txt", bytes: null },
    ]);
    await rm(here, { recursive: true });
    expect(await startWorker(url, ["--shared", there, "--drain"]).end).toBe(0);
    expect(await statusOf(url)).toMatchObject({ done: 1, rows: 3 });
  });
});

test("what is sent in again is converted again only where it has changed, or when it is asked for", async () => {
  const url = await databases.create();
  const path = join(folder, "again.txt");
  await writeFile(path, soundPlan);
  const send = async (...args: string[]) => (await runPoi(["enqueue", path, "--queue", url, ...args])).stderr;
  const [sent, kept] = ["1 sent in, 0 there already, 0 failed\n", "0 sent in, 1 there already, 0 failed\n"];
  expect([await send(), await send()]).toEqual([sent, kept]);
  await startWorker(url, ["--drain"]).end;
  expect(await send()).toBe(kept);
  expect(await send("--family", "sat-lima")).toBe(sent);
  expect(await send("--force")).toBe(sent);
  await writeFile(path, soundPlan.replace("2023", "2024"));
  expect(await send()).toBe(sent);
  // Of three jobs only the last one's document is there still: the others have nothing to do.
  const worker = startWorker(url, ["--drain"]);
  await worker.end;
  const outcomes = worker.log().flatMap(({ outcome }) => outcome ?? []);
  expect(outcomes.sort()).toEqual(["done", "superseded", "superseded"]);
  expect(await statusOf(url)).toMatchObject({ done: 1, failed: 0 });
});

always.each([
  ["status", "--queue", "postgres://poi:secret@127.0.0.1:1/poi"],
  ["worker", "--queue", "not a database"],
])("a database that cannot be reached ends with 1 and no password: %s", async (...args) => {
  const { code, stdout, stderr } = await runPoi(args);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^poi: Cannot use the queue at /);
  expect(stderr).not.toContain("secret");
});
