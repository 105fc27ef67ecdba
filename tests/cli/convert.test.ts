import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { extraction } from "../../src/schema.ts";
import { readLog, root, runPoi, sample } from "../support/run-poi.ts";
import { doubtfulPlan, soundPlan } from "../support/small-plan.ts";

let folder: string;
/** Three rows without a fault, and the same with a fourth that needs review. */
let sound: string;
let doubtful: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-convert-"));
  sound = join(folder, "sound.txt");
  doubtful = join(folder, "doubtful.txt");
  await writeFile(sound, soundPlan);
  await writeFile(doubtful, doubtfulPlan);
});
afterAll(() => rm(folder, { recursive: true }));

const manifestOf = async (out: string) => JSON.parse(await readFile(join(out, "run.json"), "utf8"));

describe("one document to standard output", () => {
  test("is JSON of the published shape, and nothing else", async () => {
    const { code, stdout } = await runPoi(["convert", sample]);
    expect(code).toBe(0);
    const plan = extraction.parse(JSON.parse(stdout));
    expect(plan.document).toMatchObject({
      name: "poi-2023-iv.txt",
      family: "sat-lima",
      year: 2023,
      throughQuarter: 4,
    });
    expect(plan.rows).toHaveLength(79);
    expect(plan.totals).toHaveLength(2);
  });

  test("is the same bytes every time", async () => {
    const [first, second] = await Promise.all([runPoi(["convert", doubtful]), runPoi(["convert", doubtful])]);
    expect(second.stdout).toBe(first.stdout);
  });

  test("reads pasted text from standard input", async () => {
    const { code, stdout } = await runPoi(["convert", "-"], soundPlan);
    expect(code).toBe(0);
    const plan = extraction.parse(JSON.parse(stdout));
    expect(plan.document.name).toBe("stdin");
    expect(plan.rows.map(({ target }) => target)).toEqual([46, 64, 628]);
  });

  test("reads only the pages that were asked for", async () => {
    const path = join(folder, "two-pages.txt");
    await writeFile(path, `Nothing here\n\f${soundPlan}`);
    const { stdout } = await runPoi(["convert", path, "--pages", "2"]);
    const plan = extraction.parse(JSON.parse(stdout));
    expect(plan.rows.map(({ page }) => page)).toEqual([2, 2, 2]);
    const first = await runPoi(["convert", path, "--pages", "1"]);
    expect(first.code).toBe(2);
    expect(first.stdout).toBe("");
  });

  test("starts no process for a text, and one with limits for what can hang", async () => {
    const spy = `
      import child from "node:child_process";
      import { syncBuiltinESMExports } from "node:module";
      const fork = child.fork;
      child.fork = (...args) => { process.stderr.write("FORKED\\n"); return fork(...args); };
      syncBuiltinESMExports();`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(spy)}` };
    expect((await runPoi(["convert", sound], "", env)).stderr).not.toContain("FORKED");
    const out = join(folder, "alone");
    expect((await runPoi(["convert", sound, "--out", out], "", env)).stderr).not.toContain("FORKED");
    const limited = await runPoi(["convert", sound, "--timeout", "60"], "", env);
    expect(limited.stderr).toContain("FORKED");
    expect(limited.stdout).toBe((await runPoi(["convert", sound])).stdout);
    const pdf = join(folder, "broken.pdf");
    await writeFile(pdf, "%PDF-1.7\nnot really");
    const broken = await runPoi(["convert", pdf], "", env);
    expect([broken.code, broken.stdout]).toEqual([2, ""]);
    expect(broken.stderr).toContain("FORKED");
  });

  test("ends quietly when its reader has seen enough", async () => {
    const command = `"${process.execPath}" src/cli/main.ts convert ${sample} --log text | head -c 100`;
    const child = spawn("bash", ["-c", `set -o pipefail; ${command}`], { cwd: root });
    let stderr = "";
    child.stderr.on("data", (data) => {
      stderr += data;
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect(code).toBe(0);
    expect(stderr).not.toContain("EPIPE");
  });
});

describe("what standard error says", () => {
  test("is JSON lines where no terminal is", async () => {
    const { stderr } = await runPoi(["convert", doubtful]);
    const [document, summary, ...rest] = readLog(stderr);
    const counts = { rows: 4, verified: 4, repaired: 0, review: 1, reasons: { "organ-not-matched": 1 } };
    const message = `${doubtful}: 4 rows, 4 verified, 0 repaired, 1 to review`;
    expect(document).toMatchObject({
      level: "warn",
      event: "document",
      path: doubtful,
      outcome: "done",
      ...counts,
      message,
    });
    expect(summary).toMatchObject({
      level: "info",
      event: "summary",
      documents: 1,
      done: 1,
      failed: 0,
      ...counts,
    });
    expect(rest).toEqual([]);
  });

  test("is a table where it is asked for, whose counts are those of the result", async () => {
    const { stdout, stderr } = await runPoi(["convert", sample, "--log", "text"]);
    const { summary, reconciliation } = extraction.parse(JSON.parse(stdout));
    const count = (wanted: string) => reconciliation.filter(({ verdict }) => verdict === wanted).length;
    const [header = "", row = ""] = stderr.split("\n");
    expect(header.split(/ {2,}/)).toEqual([
      "document",
      "rows",
      "verified",
      "repaired",
      "review",
      "totals that match",
      "do not",
      "unsettled",
    ]);
    expect(row.split(/ {2,}/)).toEqual([
      sample,
      ...[summary.rows, summary.verified, summary.repaired, summary.review].map(String),
      ...[count("match"), count("mismatch"), count("unsettled")].map(String),
    ]);
  });

  test("names the reasons of a review", async () => {
    const { stdout, stderr } = await runPoi(["convert", sample, "--log", "text"]);
    const review = extraction.parse(JSON.parse(stdout)).rows.filter((row) => row.needsReview);
    expect(review.length).toBeGreaterThan(0);
    for (const row of review) expect(row.flags.length, row.id).toBeGreaterThan(0);
    expect(stderr).toContain("Rows in review, by reason: ");
  });
});

describe("--strict", () => {
  test("ends with 3 when a row needs review, and still gives the result", async () => {
    const { code, stdout } = await runPoi(["convert", doubtful, "--strict"]);
    expect(code).toBe(3);
    expect(extraction.parse(JSON.parse(stdout)).summary.review).toBe(1);
  });

  test("ends with 0 when none does", async () => {
    expect((await runPoi(["convert", sound, "--strict"])).code).toBe(0);
  });

  test("gives way to 2 when a document failed", async () => {
    const { code } = await runPoi([
      "convert",
      sample,
      "no-such.txt",
      "--strict",
      "-o",
      join(folder, "strict"),
    ]);
    expect(code).toBe(2);
  });
});

describe("a folder of results", () => {
  test("has a file per document and a manifest; one name never overwrites another", async () => {
    const out = join(folder, "two");
    for (const name of ["a", "b"]) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, "x.txt"), soundPlan);
    }
    const { code, stdout } = await runPoi(["convert", join(folder, "a"), join(folder, "b"), "--out", out]);
    expect(code).toBe(0);
    expect(stdout).toBe("");
    expect((await readdir(out)).sort()).toEqual(["run.json", "x-2.poi.json", "x.poi.json"]);
    const { documents } = await manifestOf(out);
    expect(documents.map((one: Record<string, unknown>) => [one.input, one.output, one.outcome])).toEqual([
      ["../a/x.txt", "x.poi.json", "done"],
      ["../b/x.txt", "x-2.poi.json", "done"],
    ]);
    expect(documents[0]).toMatchObject({
      id: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      family: { id: "sat-lima" },
      options: { family: "auto", pages: null },
      counts: { rows: 3 },
    });
  });

  test("comes from a list of files on standard input as well, by lines or by NULs", async () => {
    const out = join(folder, "listed");
    const lines = await runPoi(["convert", "--files-from", "-", "--out", out], `${sound}\n${doubtful}\n`);
    expect(lines.code).toBe(0);
    expect((await readdir(out)).sort()).toEqual(["doubtful.poi.json", "run.json", "sound.poi.json"]);
    const nuls = await runPoi(["convert", doubtful, "--files-from", "-", "--out", out], `${sound}\0`);
    expect(readLog(nuls.stderr).at(-1)).toMatchObject({ documents: 2, kept: 2 });
  });

  test("says in run.json what each document cost, and how the run went", async () => {
    const out = join(folder, "times");
    const start = new Date().toISOString();
    await runPoi(["convert", sound, "--out", out, "--concurrency", "3", "--timeout", "50"]);
    const { run, documents } = await manifestOf(out);
    expect(run).toMatchObject({
      command: "convert",
      state: "complete",
      options: { family: "auto", pages: null, force: false, concurrency: 3, timeout: 50, maxMemory: 4096 },
    });
    const times = [start, run.startedAt, documents[0].startedAt, run.endedAt];
    expect([...times].sort()).toEqual(times);
    expect(documents[0].milliseconds).toBeGreaterThan(0);
    expect(documents[0]).toMatchObject({ counts: { pages: 1, rows: 3 }, error: null });
  });

  test("is for one run at a time", async () => {
    const out = join(folder, "shared");
    await mkdir(out);
    // Standard input that never ends keeps the first run in the folder.
    const first = spawn(process.execPath, ["src/cli/main.ts", "convert", "-", "--out", out], { cwd: root });
    const ended = new Promise((resolve) => first.once("close", resolve));
    while (!(await readdir(out)).includes("run.json")) await new Promise((go) => setTimeout(go, 50));
    const second = await runPoi(["convert", sound, "--out", out]);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain("another run is writing into this folder");
    first.stdin.end(soundPlan);
    expect(await ended).toBe(0);
    expect((await readdir(out)).sort()).toEqual(["run.json", "stdin.poi.json"]);
  });

  test("holds what standard output would have shown", async () => {
    const out = join(folder, "same");
    const [{ stdout }] = await Promise.all([
      runPoi(["convert", doubtful]),
      runPoi(["convert", doubtful, "--out", out]),
    ]);
    expect(await readFile(join(out, "doubtful.poi.json"), "utf8")).toBe(stdout);
  });

  test("does not depend on how many documents are in memory at once", async () => {
    const inputs = [join(folder, "a"), join(folder, "b"), doubtful];
    const outs = [join(folder, "one"), join(folder, "many")];
    await runPoi(["convert", ...inputs, "--out", outs[0]!, "--concurrency", "1"]);
    await runPoi(["convert", ...inputs, "--out", outs[1]!, "--concurrency", "8"]);
    const files = (await readdir(outs[0]!)).sort();
    expect((await readdir(outs[1]!)).sort()).toEqual(files);
    for (const file of files.filter((file) => file !== "run.json")) {
      expect(await readFile(join(outs[1]!, file), "utf8")).toBe(await readFile(join(outs[0]!, file), "utf8"));
    }
  });
});

describe("a second run", () => {
  const outcomes = (stderr: string) =>
    readLog(stderr)
      .filter(({ event }) => event === "document")
      .map(({ outcome }) => outcome);

  test("keeps what still stands, and converts what has changed or is forced", async () => {
    const out = join(folder, "again");
    const path = join(folder, "plan.txt");
    await writeFile(path, soundPlan);
    const args = ["convert", path, "--out", out];
    expect(outcomes((await runPoi(args)).stderr)).toEqual(["done"]);
    const { mtimeMs } = await stat(join(out, "plan.poi.json"));

    const again = await runPoi(args);
    expect(outcomes(again.stderr)).toEqual(["kept"]);
    expect(readLog(again.stderr).at(-1)).toMatchObject({ event: "summary", kept: 1, rows: 3 });
    expect((await stat(join(out, "plan.poi.json"))).mtimeMs).toBe(mtimeMs);

    expect(outcomes((await runPoi([...args, "--force"])).stderr)).toEqual(["done"]);
    expect(outcomes((await runPoi([...args, "--pages", "1"])).stderr)).toEqual(["done"]);
    expect(outcomes((await runPoi([...args, "--family", "sat-lima"])).stderr)).toEqual(["done"]);
    await rm(join(out, "plan.poi.json"));
    expect(outcomes((await runPoi([...args, "--family", "sat-lima"])).stderr)).toEqual(["done"]);
    await writeFile(path, soundPlan.replace("2023", "2024"));
    expect(outcomes((await runPoi([...args, "--family", "sat-lima"])).stderr)).toEqual(["done"]);
  });

  test("tells again what is wrong with a document, without reading it again", async () => {
    const out = join(folder, "bad-again");
    const path = join(folder, "letter.txt");
    await writeFile(path, "Señor alcalde: se adjunta el plan.\n");
    const first = await runPoi(["convert", path, "--out", out]);
    const startedAt = (await manifestOf(out)).documents[0].startedAt;
    const second = await runPoi(["convert", path, "--out", out]);
    expect([first.code, second.code]).toEqual([2, 2]);
    const [one, two] = [first, second].map(({ stderr }) => ({
      ...readLog(stderr)[0],
      time: null,
      place: null,
    }));
    expect(two).toEqual(one);
    expect((await manifestOf(out)).documents[0].startedAt).toBe(startedAt);
  });

  test("tries again what may have been the machine's fault", async () => {
    const out = join(folder, "slow-again");
    const slow = await runPoi(["convert", sound, "--out", out, "--timeout", "0.1"]);
    expect(readLog(slow.stderr)[0]).toMatchObject({ outcome: "failed", code: "timeout" });
    expect(outcomes((await runPoi(["convert", sound, "--out", out])).stderr)).toEqual(["done"]);
  });

  test("converts again when the family of one's own was edited", async () => {
    const out = join(folder, "edited");
    const own = join(folder, "own");
    await mkdir(own);
    const family = JSON.parse(await readFile(join(root, "pipelines/sat-lima/family.json"), "utf8"));
    await writeFile(join(own, "family.json"), JSON.stringify(family));
    const args = ["convert", sound, "--family", own, "--out", out];
    await runPoi(args);
    expect(outcomes((await runPoi(args)).stderr)).toEqual(["kept"]);
    await writeFile(join(own, "family.json"), JSON.stringify({ ...family, reviewBelow: 0.5 }));
    expect(outcomes((await runPoi(args)).stderr)).toEqual(["done"]);
  });

  test("remembers documents of earlier runs, and gives their names to no other", async () => {
    const out = join(folder, "grown");
    for (const name of ["first", "second"]) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, "y.txt"), soundPlan);
      await runPoi(["convert", join(folder, name, "y.txt"), "--out", out]);
    }
    const { documents } = await manifestOf(out);
    expect(documents.map(({ output }: { output: string }) => output)).toEqual(["y.poi.json", "y-2.poi.json"]);
  });
});

test("Ctrl-C stops before the next document, and leaves a manifest and no half file", async () => {
  const inputs = join(folder, "many-inputs");
  await mkdir(inputs);
  for (let i = 0; i < 1000; i++) await writeFile(join(inputs, `${i}.txt`), soundPlan);
  const out = join(folder, "stopped");
  const args = ["src/cli/main.ts", "convert", inputs, "--out", out, "--concurrency", "1"];
  const child = spawn(process.execPath, args, { cwd: root });
  child.stderr.once("data", () => child.kill("SIGINT"));
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect(code).toBe(130);
  const { run, documents } = await manifestOf(out);
  expect(run.state).toBe("stopped");
  expect(documents).toHaveLength(1000);
  const done = documents.filter(({ outcome }: { outcome: string }) => outcome === "done");
  const pending = documents.filter(({ outcome }: { outcome: string }) => outcome === "pending");
  expect(done.length).toBeGreaterThan(0);
  expect(pending.length).toBe(1000 - done.length);
  expect(pending.length).toBeGreaterThan(0);
  const names = done.map(({ output }: { output: string }) => output);
  expect((await readdir(out)).sort()).toEqual([...names, "run.json"].sort());
});

test("a document of hostile name stays within the folder", async () => {
  const path = join(folder, "..evil name?.txt");
  await writeFile(path, soundPlan);
  const out = join(folder, "safe");
  expect((await runPoi(["convert", path, "--out", out])).code).toBe(0);
  expect((await readdir(out)).sort()).toEqual(["evil name-.poi.json", "run.json"]);
});
