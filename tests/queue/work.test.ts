import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, test as always, beforeAll, expect, vi } from "vitest";
import { collectInputs } from "../../src/batch/collect-inputs.ts";
import type { Convert, Requested } from "../../src/batch/conversion.ts";
import { convertSource } from "../../src/batch/convert-source.ts";
import { writeNewFile } from "../../src/emit/write-new-file.ts";
import { PoiError } from "../../src/errors.ts";
import { extract } from "../../src/extract.ts";
import { enqueue } from "../../src/queue/enqueue.ts";
import { fetchResults } from "../../src/queue/fetch-results.ts";
import { readingFor } from "../../src/queue/shared-family.ts";
import { QUEUE } from "../../src/queue/tables.ts";
import { type OpenQueue, withQueue } from "../../src/queue/with-queue.ts";
import { type JobData, type JobReport, work } from "../../src/queue/work.ts";
import { settlement } from "../corrections/support.ts";
import { soundPlan } from "../support/small-plan.ts";
import { ask, hasPostgres, useDatabases } from "./database.ts";

vi.setConfig({ testTimeout: 120_000 });
const databases = useDatabases();
const test = always.runIf(hasPostgres);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-work-"));
  await writeFile(join(folder, "plan.txt"), soundPlan);
});
afterAll(() => rm(folder, { recursive: true }));

const convertHere: Convert = (source, reading, output) =>
  convertSource(source, reading, (pieces) => writeNewFile(output, pieces));

/** Sends one plan in, fetches its job as a worker does, and hands both to the test. */
async function withJob(
  use: (
    url: string,
    run: (convert: Convert) => Promise<unknown>,
    queue: OpenQueue,
    id: string,
  ) => Promise<void>,
  requested: Requested = { family: "auto", pages: null },
): Promise<JobReport[]> {
  const url = await databases.create();
  const reports: JobReport[] = [];
  const fail = (error: Error) => {
    throw error;
  };
  await withQueue(url, false, fail, async (queue) => {
    const reading = await readingFor(requested, null);
    const [input] = await collectInputs([join(folder, "plan.txt")]);
    const options = { reading, shared: null, force: false, retries: 2, retryDelay: 1 };
    expect(await enqueue(queue, input!, options)).toBe(true);
    const [job] = await queue.boss.fetch<JobData>(QUEUE);
    const run = (convert: Convert) =>
      work(queue, job!, {
        convert,
        readingFor: (requested) => readingFor(requested, null, "secret"),
        shared: null,
        onReport: (report) => reports.push(report),
      });
    await use(url, run, queue, job!.id);
  });
  return reports;
}

test("the result and the completion of the job are there together, and the bytes are gone", async () => {
  const reports = await withJob(async (url, run) => {
    expect(await run(convertHere)).toMatchObject({ status: "completed" });
    const [result] = await ask(url, "select entry, extraction from poi_queue.result");
    expect(result?.entry).toMatchObject({ outcome: "done", counts: { rows: 3 }, family: { id: "sat-lima" } });
    expect(JSON.parse(gunzipSync(result?.extraction as Buffer).toString()).summary.rows).toBe(3);
    expect(await ask(url, "select state from poi_jobs.job")).toEqual([{ state: "completed" }]);
    expect(await ask(url, "select bytes from poi_queue.document")).toEqual([{ bytes: null }]);
  });
  expect(reports).toMatchObject([{ outcome: "done", rows: 3, error: null }]);
});

test("how scans are read travels with the document, the password stays with the worker", async () => {
  const seen: unknown[] = [];
  await withJob(
    async (url, run) => {
      await run((source, reading, output) => {
        seen.push(reading.requested, reading.password);
        return convertHere(source, reading, output);
      });
      const [row] = await ask(
        url,
        "select options, entry from poi_queue.document join poi_queue.result using (input)",
      );
      expect(row).toMatchObject({ options: { ocr: "force" }, entry: { options: { ocr: "force" } } });
      expect(JSON.stringify(row)).not.toContain("secret");
    },
    { family: "auto", pages: null, ocr: "force" },
  );
  expect(seen).toEqual([{ family: "auto", pages: null, ocr: "force" }, "secret"]);
});

test("a result is fetched with the decisions that people made in its folder", async () => {
  const out = await mkdtemp(join(folder, "results-"));
  const read = await extract(soundPlan);
  const decision = settlement(read, read.rows[0]!, {
    cells: { target: 48, "programmed.jan": 5, "programmed.q1": 11 },
  });
  await writeFile(join(out, "corrections.ndjson"), `${JSON.stringify(decision)}\n`);
  await withJob(async (_url, run, queue) => {
    await run(convertHere);
    expect(await fetchResults(queue, out)).toMatchObject({ written: 1 });
    const [first] = JSON.parse(await readFile(join(out, "plan.poi.json"), "utf8")).rows;
    expect(first).toMatchObject({ target: 48, correction: { by: "Ana Quispe", outcome: "applied" } });
    const { documents } = JSON.parse(await readFile(join(out, "run.json"), "utf8"));
    expect(documents[0].counts.corrections).toMatchObject({ applied: 1 });
    expect(await fetchResults(queue, out)).toMatchObject({ written: 0, kept: 1 });
  });
});

test("a worker that lost its job meanwhile writes no result", async () => {
  const reports = await withJob(async (url, run, queue, id) => {
    const slowly: Convert = async (source, reading, output) => {
      // Given up for dead, and about to be tried again by another.
      await queue.boss.fail(QUEUE, id, { message: "job heartbeat timeout" });
      return await convertHere(source, reading, output);
    };
    await expect(run(slowly)).rejects.toThrow("handed to another worker");
    expect(await ask(url, "select * from poi_queue.result")).toEqual([]);
    expect(await ask(url, "select state from poi_jobs.job")).toEqual([{ state: "retry" }]);
    expect((await ask(url, "select bytes from poi_queue.document"))[0]?.bytes).not.toBe(null);
  });
  expect(reports).toMatchObject([{ outcome: "failed", mayPass: true }]);
});

test("a result that cannot be written leaves the job as it was", async () => {
  await withJob(async (url, run) => {
    await ask(url, "alter table poi_queue.result add constraint full_disk check (worker is null)");
    await expect(run(convertHere)).rejects.toThrow("full_disk");
    expect(await ask(url, "select state from poi_jobs.job")).toEqual([{ state: "active" }]);
    expect(await ask(url, "select * from poi_queue.result")).toEqual([]);
  });
});

test.each([
  ["no-table", "deadletter"],
  ["timeout", "failed"],
] as const)("of a failure for %s pg-boss is told: %s", async (code, status) => {
  const reports = await withJob(async (_, run) => {
    const failing = () => Promise.reject(new PoiError(code, "it did not work", { hint: "try again" }));
    expect(await run(failing)).toMatchObject({
      status,
      output: { code, message: "it did not work", hint: "try again", worker: expect.stringContaining(":") },
    });
  });
  expect(reports).toMatchObject([{ outcome: "failed", mayPass: status === "failed" }]);
});

test("trouble of the database is told as such while a queue is open, and a bug stays a bug", async () => {
  const url = await databases.create();
  const use = (run: (queue: OpenQueue) => Promise<unknown>) => withQueue(url, false, () => {}, run);
  await expect(use(({ pool }) => pool.query("select 1/0"))).rejects.toMatchObject({
    code: "queue-unreachable",
    message: expect.stringContaining("division by zero"),
  });
  const cut = use(({ inTransaction }) =>
    inTransaction(async (client) => {
      await ask(
        url,
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
      await client.query("select 1");
    }),
  );
  await expect(cut).rejects.toMatchObject({ code: "queue-unreachable" });
  await expect(use(() => Promise.reject(new TypeError("boom")))).rejects.toThrow(TypeError);
});
