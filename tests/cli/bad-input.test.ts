import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extraction } from "../../src/schema.ts";
import { readLog, root, runPoi, sample } from "../support/run-poi.ts";
import { planOf, soundPlan, soundRows } from "../support/small-plan.ts";

const [firstRow = "", secondRow = ""] = soundRows;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-bad-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

/** What holds of every failure: something is said, without a stack trace, and nothing is on standard output. */
function expectCleanFailure(run: { stdout: string; stderr: string }): void {
  expect(run.stdout).toBe("");
  expect(run.stderr).not.toBe("");
  expect(run.stderr).not.toMatch(/^\s+at /m);
  expect(run.stderr).not.toContain("node:internal");
  expect(run.stderr).not.toContain("a bug in this program");
}

describe("a document that cannot be read ends with 2 and one clear line", () => {
  const random = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251);
  test.each([
    ["empty.txt", "", "empty-file", /is empty/],
    ["blank.txt", " \n\t\n", "empty-file", /no text/],
    ["binary.txt", random, "binary-file", /binary/],
    ["letter.txt", "Dear reader,\nthis is a letter without a table.\n", "no-table", /[Nn]o table/],
  ] as const)("%s", async (name, content, code, message) => {
    const path = await put(name, content);
    const run = await runPoi(["convert", path, "--log", "text"]);
    expectCleanFailure(run);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).toContain(name);
    expect(run.stderr).toMatch(/^poi: /);

    const logged = await runPoi(["convert", path]);
    expectCleanFailure(logged);
    expect(logged.code).toBe(2);
    expect(readLog(logged.stderr)[0]).toMatchObject({ level: "error", outcome: "failed", path, code });
  });

  test("a file that is not there", async () => {
    const run = await runPoi(["convert", join(folder, "nowhere.txt"), "--log", "text"]);
    expectCleanFailure(run);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("there is no such file");
  });

  test("pages that are not there", async () => {
    const run = await runPoi(["convert", sample, "--pages", "9", "--log", "text"]);
    expectCleanFailure(run);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("the document has 3 pages");
  });

  test("one line of 10 MB", async () => {
    const path = await put("wide.txt", "NOTHING TO SEE 12 ".repeat(600_000));
    const run = await runPoi(["convert", path, "--log", "text"]);
    expectCleanFailure(run);
    expect(run.code).toBe(2);
  });
});

describe("a document with a bad row is read, and the row asks for review", () => {
  test("a row with no numbers", async () => {
    const labels = "GERENCIA DE FINANZAS\tGESTIÓN ADMINISTRATIVA\tUNA ACTIVIDAD SIN NUMEROS\tACCIONES";
    const path = await put("no-numbers.txt", planOf(firstRow, labels, secondRow));
    const run = await runPoi(["convert", path]);
    expect(run.code).toBe(0);
    const { rows } = extraction.parse(JSON.parse(run.stdout));
    const row = rows.find(({ labels }) => labels.activity?.includes("SIN NUMEROS"));
    expect(row?.needsReview).toBe(true);
    expect(row?.target).toBeNull();
    expect(rows.map(({ target }) => target)).toEqual([46, null, 64]);
  });

  test("a number too large to be exact", async () => {
    const huge = "99999999999999999999";
    const path = await put("large.txt", planOf(firstRow.replace("\t46\t", `\t${huge}\t`), secondRow));
    const run = await runPoi(["convert", path]);
    expect(run.code).toBe(0);
    // Whatever is made of the row, the number is named as it is printed, and never as a rounded one.
    expect(run.stdout).not.toContain("100000000000000000000");
    expect(run.stdout).not.toContain("1e+20");
    const { rows } = extraction.parse(JSON.parse(run.stdout));
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows[0]?.flags)).toContain(huge);
    expect(rows[1]?.target).toBe(64);
  });

  test("a row with a hundred thousand numbers too many", async () => {
    const path = await put("wide-row.txt", planOf(firstRow, `${secondRow}\t${"1\t".repeat(100_000)}`));
    const run = await runPoi(["convert", path]);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(run.code).toBe(0);
    const { rows, flags } = extraction.parse(JSON.parse(run.stdout));
    expect(rows[0]).toMatchObject({ target: 46, needsReview: false });
    // It is read and doubted, or left out and named; never passed over in silence.
    const isDoubted = rows[1]?.needsReview ?? flags.some((flag) => flag.message.includes("line 8"));
    expect(isDoubted).toBe(true);
  });
});

describe("several documents, one of them bad", () => {
  test("the others are written, and the exit code is 2", async () => {
    const empty = await put("none.txt", "");
    const out = join(folder, "out");
    const plan = await put("plan.txt", soundPlan);
    const run = await runPoi(["convert", plan, empty, "-o", out]);
    expectCleanFailure(run);
    expect(run.code).toBe(2);
    expect((await readdir(out)).sort()).toEqual(["plan.poi.json", "run.json"]);
    const manifest = JSON.parse(readFileSync(join(out, "run.json"), "utf8"));
    expect(manifest.documents).toHaveLength(2);
    expect(manifest.documents).toContainEqual(
      expect.objectContaining({ input: "../none.txt", outcome: "failed", output: null }),
    );
  });
});

describe("wrong usage ends with 1, and nothing is converted", () => {
  test.each([
    ["no input", ["convert"], "No document is given"],
    ["no time", ["convert", sample, "--timeout", "0"], "a number from 0.1 to"],
    ["no memory", ["convert", sample, "--max-memory", "1GB"], "a whole number from 128 to"],
    ["a list that is not there", ["convert", "--files-from", "no-such-list"], "there is no such file"],
    ["two things on one standard input", ["convert", "-", "--files-from", "-"], "cannot be both"],
    ["an unknown command", ["konvert", "x"], "unknown command"],
    ["an unknown option", ["convert", sample, "--fast"], "unknown option '--fast'"],
    ["pages that are no pages", ["convert", sample, "--pages", "3-1"], 'current value is "3-1"'],
    ["no concurrency", ["convert", sample, "--concurrency", "0"], "whole number from 1 to 64"],
    ["an unknown family", ["convert", sample, "--family", "nobody"], 'current value is "nobody"'],
    ["two documents for one output", ["convert", sample, "README.md"], "add --out <dir>"],
    [
      "an output folder that is a file",
      ["convert", sample, "--out", "README.md"],
      "a file stands in its place",
    ],
    [
      "an output folder below a file",
      ["convert", sample, "--out", "README.md/x"],
      "a file stands in its place",
    ],
  ])("%s", async (_, args, message) => {
    const run = await runPoi(args);
    expectCleanFailure(run);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^poi: /);
    expect(run.stderr).toContain(message);
  });

  test("a run.json that is not ours is left alone", async () => {
    const out = await mkdtemp(join(folder, "theirs-"));
    await writeFile(join(out, "run.json"), '{"name":"theirs"}');
    const run = await runPoi(["convert", sample, "--out", out]);
    expectCleanFailure(run);
    expect(run.code).toBe(1);
    expect(readFileSync(join(out, "run.json"), "utf8")).toBe('{"name":"theirs"}');
    expect(existsSync(join(out, "poi-2023-iv.poi.json"))).toBe(false);
  });

  test("a family with a mistake is named with its file and key", async () => {
    const own = await mkdtemp(join(folder, "family-"));
    const family = JSON.parse(readFileSync(join(root, "pipelines/sat-lima/family.json"), "utf8"));
    await writeFile(join(own, "family.json"), JSON.stringify({ ...family, reviewBelow: 7 }, null, 2));
    const run = await runPoi(["convert", sample, "--family", own]);
    expectCleanFailure(run);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(join(own, "family.json"));
    expect(run.stderr).toContain("reviewBelow");
    expect(run.stderr).toContain("7");
  });
});

test("a standard output that cannot be written ends with 2 and one clear line", () => {
  const full = openSync("/dev/full", "w");
  const run = spawnSync(process.execPath, ["src/cli/main.ts", "convert", sample], {
    cwd: root,
    stdio: ["ignore", full, "pipe"],
    encoding: "utf8",
  });
  closeSync(full);
  expect(run.status).toBe(2);
  expectCleanFailure({ stdout: "", stderr: run.stderr });
  expect(run.stderr).toContain("cannot write to standard output: ENOSPC");
});

describe("a bug", () => {
  // Stands for any error that is not ours: something that reading needs is broken before the program begins.
  const broken = "Map.groupBy = () => { throw new TypeError('boom'); };";
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(broken)}` };

  test("ends with 70, says so, and shows no stack trace", async () => {
    const run = await runPoi(["convert", await put("plan.txt", soundPlan)], "", env);
    expect(run.code).toBe(70);
    expect(run.stdout).toBe("");
    expect(run.stderr).toBe(
      [
        "poi: a bug in this program: boom",
        "  hint: please report it with the document, if you can share it",
        "  hint: POI_DEBUG=1 shows where it happened",
        "",
      ].join("\n"),
    );
  });

  test("shows where it happened when asked", async () => {
    const run = await runPoi(["convert", await put("plan.txt", soundPlan)], "", { ...env, POI_DEBUG: "1" });
    expect(run.code).toBe(70);
    expect(run.stderr).toMatch(/^\s+at .*src\/read\/.*\.ts/m);
  });

  test("leaves no half file, and the manifest of what was done before", async () => {
    const out = join(folder, "bug");
    const run = await runPoi(["convert", await put("plan.txt", soundPlan), "--out", out], "", env);
    expect(run.code).toBe(70);
    expect(await readdir(out)).toEqual(["run.json"]);
  });

  test("costs one document of several only its process", async () => {
    const out = join(folder, "crash");
    const empty = await put("none.txt", "");
    const run = await runPoi(["convert", await put("plan.txt", soundPlan), empty, "--out", out], "", env);
    expectCleanFailure(run);
    expect(run.code).toBe(2);
    const { documents } = JSON.parse(readFileSync(join(out, "run.json"), "utf8"));
    expect(documents.map(({ error }: { error: { code: string; message: string } }) => error)).toEqual([
      expect.objectContaining({ code: "empty-file" }),
      expect.objectContaining({
        code: "worker-crashed",
        message: expect.stringContaining("TypeError: boom"),
      }),
    ]);
  });
});
