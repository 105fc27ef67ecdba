import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lockFolder } from "../../src/batch/lock-folder.ts";
import { extraction } from "../../src/schema.ts";
import { ambiguousRow, makeExtraction, makeRow, months, quarters, withResults } from "../support/results.ts";
import { root, runPoi } from "../support/run-poi.ts";

/** The results of three reports of one year: one restates a month, and one has a row with several readings. */
let year: string;
beforeAll(async () => {
  year = await mkdtemp(join(tmpdir(), "poi-year-"));
  expect((await runPoi(["convert", "samples/quarters", "-o", year])).code).toBe(0);
});
afterAll(() => rm(year, { recursive: true }));

const readPlan = async (quarter: string) =>
  extraction.parse(JSON.parse(await readFile(join(year, `poi-2023-${quarter}.poi.json`), "utf8")));

test("the restated month is found, and the ambiguous row is settled by the others, but not written", async () => {
  const before = await readPlan("iv");
  const { code, stdout } = await runPoi(["check", year]);
  expect(code).toBe(0);
  expect(stdout).toContain("Municipalidad Distrital de Villa Ejemplo, 2023: 3 reports, 5 rows compared");
  const found = stdout.split("\n").filter((line) => line.startsWith("execution-restated"));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain("ATENCIÓN DEL VASO DE LECHE");
  expect(found[0]).toContain("executed.feb 30 → 29, executed.q1 92 → 91");
  expect(stdout).toMatch(
    /poi-2023-iv\.txt 1-10 .*settled by poi-2023-ii\.txt, poi-2023-iii\.txt: programmed\.apr = 14/,
  );
  expect(stdout).toContain("1 finding, 1 ambiguous row settled; --apply writes it into the results.");
  expect(await readPlan("iv")).toEqual(before);
});

test("README shows what comes out", async () => {
  const readme = await readFile(join(root, "README.md"), "utf8");
  const [, shown] = /```console\n\$ npx poi-extract check year\n([\s\S]*?)```/.exec(readme) ?? [];
  const { stdout } = await runPoi(["check", year]);
  expect(stdout.replaceAll(year, "year")).toBe(shown);
});

test("check.json says all of it, the same bytes every time", async () => {
  const first = await readFile(join(year, "check.json"), "utf8");
  await runPoi(["check", year]);
  expect(await readFile(join(year, "check.json"), "utf8")).toBe(first);
  expect(JSON.parse(first)).toMatchObject({
    schemaVersion: 1,
    years: [
      {
        documents: ["poi-2023-ii.txt", "poi-2023-iii.txt", "poi-2023-iv.txt"],
        findings: [{ kind: "execution-restated" }],
        proposals: [{ document: "poi-2023-iv.txt", isSettled: true, cells: { "programmed.apr": 14 } }],
      },
    ],
    unplaced: [],
  });
});

test("--strict ends with 3 when reports differ", async () => {
  expect((await runPoi(["check", year, "--strict"])).code).toBe(3);
});

test("--html writes a page", async () => {
  const file = join(year, "report.html");
  expect((await runPoi(["check", year, "--html", file])).code).toBe(0);
  const page = await readFile(file, "utf8");
  expect(page).toContain("Consistencia entre los informes del POI");
  expect(page).toContain("ATENCIÓN DEL VASO DE LECHE");
});

test("--apply settles the row, flagged with its evidence, and run.json follows", async () => {
  const before = await readPlan("iv");
  const { code, stdout } = await runPoi(["check", year, "--apply"]);
  expect(code).toBe(0);
  expect(stdout).toContain("1 ambiguous row settled; written into the results.");
  const after = await readPlan("iv");
  const row = after.rows.find(({ id }) => id === "1-10")!;
  expect(row.series.programmed!.monthly).toEqual([10, 12, 12, 14, 15, 15, 16, 15, 14, 12, 12, 10]);
  expect(row).toMatchObject({ status: "repaired", needsReview: false });
  expect(row.flags.map(({ code }) => code)).toEqual(["settled-by-report"]);
  expect(row.repairs[0]!.evidence).toEqual([
    "programmed.apr = 14 in poi-2023-ii.txt, row 1-10",
    "programmed.apr = 14 in poi-2023-iii.txt, row 1-10",
  ]);
  // All other rows are as they were.
  const others = (plan: typeof before) => plan.rows.filter(({ id }) => id !== "1-10");
  expect(others(after)).toEqual(others(before));

  const { documents } = JSON.parse(await readFile(join(year, "run.json"), "utf8"));
  const entry = documents.find(({ output }: { output: string }) => output === "poi-2023-iv.poi.json");
  expect(entry.counts).toMatchObject({ rows: 5, verified: 4, repaired: 1, review: 0, reasons: {} });
  expect((await readdir(year)).filter((file) => file.endsWith(".tmp"))).toEqual([]);
});

test("checked again there is nothing to settle, and a later convert keeps what was settled", async () => {
  const { stdout } = await runPoi(["check", year, "--apply"]);
  expect(stdout).toContain("1 finding, 0 ambiguous rows settled");
  const settled = await readPlan("iv");
  await runPoi(["convert", "samples/quarters", "-o", year]);
  expect(await readPlan("iv")).toEqual(settled);
});

test("--apply adds the published totals up again", async () => {
  const open = ambiguousRow();
  const settled = makeRow({
    ...open,
    series: { ...open.series, programmed: { monthly: months(null, 2), quarterly: quarters(2, 0, 0, 0) } },
    status: "verified",
    needsReview: false,
    flags: [],
    candidates: [],
  });
  const total = makeRow({
    id: "2-10",
    line: 10,
    page: 2,
    organ: null,
    unit: null,
    labels: { label: "TOTAL ACCIONES" },
    target: 2,
    series: settled.series,
  });
  const entry = (cell: string, published: number, computed: number) => ({
    label: "TOTAL ACCIONES",
    cell,
    published,
    computed,
    difference: published - computed,
  });
  const reconciliation = [
    { ...entry("target", 2, 2), verdict: "match" as const },
    { ...entry("programmed.jan", 0, 2), verdict: "unsettled" as const },
    { ...entry("programmed.feb", 2, 0), verdict: "unsettled" as const },
  ];
  const named = { family: "sat-lima", name: "second", throughQuarter: 2 };
  const results = {
    first: makeExtraction([settled], { ...named, name: "first", throughQuarter: 1 }),
    second: makeExtraction([open], named, { totals: [total], reconciliation }),
  };
  await withResults(results, async (folder) => {
    expect((await runPoi(["check", folder, "--apply"])).code).toBe(0);
    const after = extraction.parse(JSON.parse(await readFile(join(folder, "second.poi.json"), "utf8")));
    expect(after.rows[0]).toMatchObject({ status: "repaired", needsReview: false });
    expect(after.reconciliation.map(({ computed, verdict }) => [computed, verdict])).toEqual([
      [2, "match"],
      [0, "match"],
      [2, "match"],
    ]);
  });
});

test("--apply waits for no other run, and writes nothing while one goes on", async () => {
  await withResults({ a: makeExtraction([makeRow()]) }, async (folder) => {
    const { code, stderr } = await lockFolder(folder, () => runPoi(["check", folder, "--apply"]));
    expect(code).toBe(1);
    expect(stderr).toContain("another run is writing into this folder");
    expect(await readdir(folder)).not.toContain("check.json");
  });
  const gone = await runPoi(["check", join(year, "gone"), "--apply"]);
  expect(gone.code).toBe(1);
  expect(gone.stderr).toMatch(/^poi: .*gone: the folder/);
});

test("what documents are called cannot command the terminal", async () => {
  const named = (name: string, target: number) =>
    makeExtraction([makeRow({ target, labels: { activity: "a\u001b[2Jb" } })], {
      name,
      entity: "x\u001b]0;y\u0007",
      throughQuarter: target,
    });
  await withResults({ a: named("\u001b[31ma", 1), b: named("b\u202e", 2) }, async (folder) => {
    const { stdout } = await runPoi(["check", folder]);
    expect(stdout).toContain("\\u001b");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(stdout).not.toMatch(/[\u001b\u0007\u202e]/);
  });
});

test("documents that cannot be compared are named", async () => {
  await withResults({ a: makeExtraction([makeRow()], { entity: null }) }, async (folder) => {
    const { code, stdout } = await runPoi(["check", folder, "--strict"]);
    expect(code).toBe(0);
    expect(stdout).toContain("a.poi.json: not compared: it names no entity or no year");
  });
});

test("a report that is the only one of its year is counted, not listed", async () => {
  await withResults({ a: makeExtraction([makeRow()]) }, async (folder) => {
    const { stdout } = await runPoi(["check", folder]);
    expect(stdout).toContain("Nothing to compare with: 1 report of a year that no other is of");
    expect(stdout).not.toContain("Municipalidad de Prueba");
  });
});

test("a result that is none is refused, with its name", async () => {
  await withResults({ a: "{}" }, async (folder) => {
    const { code, stdout, stderr } = await runPoi(["check", folder]);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("a.poi.json: schemaVersion must");
  });
});
