import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { previewAlike, settleAlike } from "../../src/review/alike.ts";
import type { Decision } from "../../src/review/api.ts";
import { drawSample, listAudits } from "../../src/review/audit.ts";
import { createStore, type Store } from "../../src/review/create-store.ts";
import { indexFamilies } from "../../src/review/describe-family.ts";
import { makeOverview } from "../../src/review/overview.ts";
import { listQueue } from "../../src/review/queue.ts";
import { settleRow, undoRow } from "../../src/review/settle.ts";
import { readCells } from "../../src/rules/row-cells.ts";
import { root } from "../support/run-poi.ts";
import { doubtfulPlan, planOf, soundRows } from "../support/small-plan.ts";
import {
  convertAll,
  convertPaths,
  convertSeed,
  readLogEntries,
  readResult,
  temporaryFolder,
} from "./support.ts";

function decisionOn(store: Store, n: number, changes: Partial<Decision> = {}): Decision {
  const row = store.rows()[n]!;
  return {
    version: store.versionOf(row),
    decision: "values",
    cells: readCells(row.row),
    organ: null,
    reason: "",
    by: "Ana",
    ...changes,
  };
}
const numberOf = (store: Store, id: string) => store.rows().find(({ row }) => row.id === id)!.n;

describe("the queue", () => {
  test("has the worst rows first, totals last, and counts what each further choice would leave", async () => {
    const store = await createStore(await convertSeed(await temporaryFolder()), null);
    const { order, facets, progress } = listQueue(store.rows(), { state: "pending" });
    const rows = order.map((n) => store.rows()[n]!);
    expect(rows.map(({ isTotal }) => isTotal)).toEqual([...Array(rows.length - 2).fill(false), true, true]);
    const sure = rows.filter(({ isTotal }) => !isTotal).map(({ confidence }) => confidence);
    expect(sure).toEqual([...sure].sort((a, b) => a - b));
    expect(progress).toEqual({ total: rows.length, settled: 0 });
    expect(facets.reason).toEqual([
      { value: "several-readings", count: 6 },
      { value: "equation-broken", count: 2 },
    ]);
    for (const { value, count } of facets.organ) {
      expect(listQueue(store.rows(), { state: "pending", organ: value }).order).toHaveLength(count);
    }
    for (const { value, count } of facets.equation) {
      expect(listQueue(store.rows(), { state: "pending", equation: value }).order).toHaveLength(count);
    }
    expect(listQueue(store.rows(), { state: "pending", search: "custódia TERCEROS" }).order).toHaveLength(1);
    expect(listQueue(store.rows(), { state: "settled" }).order).toEqual([]);
  });
});

describe("a decision", () => {
  test("is refused where its numbers break an equation, and taken where the document itself is wrong", async () => {
    const store = await createStore(
      await convertAll(await temporaryFolder(), { "plan.txt": doubtfulPlan }),
      null,
    );
    const cells = { ...readCells(store.rows()[0]!.row), target: 1 };
    expect(await settleRow(store, 0, decisionOn(store, 0, { cells }))).toEqual({
      error: "broken",
      equations: ["target = programmed.jan..dec"],
    });
    expect(await settleRow(store, 0, decisionOn(store, 0, { cells, decision: "document-wrong" }))).toBeNull();
    expect(store.rows()[0]).toMatchObject({ state: "settled", status: "inconsistent" });
    await store.flush();
  });

  test("is not held to columns that the document does not print", async () => {
    const folder = await temporaryFolder();
    const results = await convertPaths([join(root, "samples/generic/cover.pdf")], join(folder, "results"));
    const store = await createStore(results, null);
    const months = store.rows().find(({ isTotal }) => !isTotal)!;
    expect(months.row.series.programmed!.quarterly).toEqual([null, null, null, null]);
    expect(months.equations).toEqual([]);
    expect(await settleRow(store, months.n, decisionOn(store, months.n))).toBeNull();
    const cells = { ...readCells(months.row), target: 1 };
    expect(await settleRow(store, months.n, decisionOn(store, months.n, { cells }))).toMatchObject({
      error: "broken",
    });
    await store.flush();
  });

  test("must name the one before it, and a row of this generation", async () => {
    const store = await createStore(
      await convertAll(await temporaryFolder(), { "plan.txt": doubtfulPlan }),
      null,
    );
    const first = decisionOn(store, 3);
    expect(await settleRow(store, 3, first)).toBeNull();
    expect(await settleRow(store, 3, first)).toEqual({ error: "changed" });
    expect(await undoRow(store, 3, { version: first.version, by: "Ana" })).toEqual({ error: "changed" });
    expect(await settleRow(store, 99, first)).toEqual({ error: "changed" });
    expect(await undoRow(store, 3, { version: store.versionOf(store.rows()[3]!), by: "Ana" })).toBeNull();
    expect(store.rows()[3]!.state).toBe("pending");
    await store.flush();
  });

  test("of another program over the same folder is seen before the next one is made", async () => {
    const results = await convertAll(await temporaryFolder(), { "plan.txt": doubtfulPlan });
    const [one, two] = [await createStore(results, null), await createStore(results, null)];
    const stale = decisionOn(two, 3, { by: "Eva" });
    expect(await settleRow(one, 3, decisionOn(one, 3))).toBeNull();
    await one.flush();
    expect(await settleRow(two, 3, stale)).toEqual({ error: "changed" });
    expect(two.rows()[3]!.row.correction?.by).toBe("Ana");
    expect(await readLogEntries(results)).toHaveLength(1);
  });

  test("is refused on a result that was converted again meanwhile", async () => {
    const folder = await temporaryFolder();
    const results = await convertAll(folder, { "plan.txt": doubtfulPlan });
    const store = await createStore(results, null);
    const stale = decisionOn(store, 3);
    await convertAll(folder, { "plan.txt": planOf(...soundRows.slice(1), doubtfulPlan.split("\n").at(-2)!) });
    expect(await settleRow(store, 3, stale)).toEqual({ error: "changed" });
    expect(store.rows()).toHaveLength(3);
  });

  test("stands in the log at once, and a result that lacks it gets it when the folder is opened", async () => {
    const results = await convertAll(await temporaryFolder(), { "plan.txt": doubtfulPlan });
    const path = join(results, "plan.poi.json");
    const before = await readFile(path, "utf8");
    const store = await createStore(results, null);
    await settleRow(store, 3, decisionOn(store, 3));
    expect(await readLogEntries(results)).toHaveLength(1);
    await store.flush();
    // As if the program had been killed before it wrote the result.
    await writeFile(path, before);
    await (await createStore(results, null)).flush();
    expect((await readResult(results, "plan.poi.json")).rows[3]!.correction?.by).toBe("Ana");
  });
});

describe("alike rows", () => {
  const other = soundRows[0]!.replace(/^[^\t]+/, "GERENCIA DE NADA");
  const stranger = soundRows[0]!.replace(/^[^\t]+/, "GERENCIA DE ALGO");

  test("are those with the same doubt about the same name; others are not", async () => {
    const results = await convertAll(await temporaryFolder(), {
      "plan.txt": `${doubtfulPlan}${other}\n${stranger}\n`,
    });
    const store = await createStore(results, null);
    const decision = decisionOn(store, 3, { organ: "gerencia-de-finanzas" });
    const preview = previewAlike(store, 3, decision);
    expect(preview.map(({ n, newOrgan, changes }) => [n, newOrgan, changes])).toEqual([
      [4, "Gerencia de Finanzas", []],
    ]);
    // Typed numbers are this row's own.
    const typed = { ...decision.cells, "executed.jan": 0 };
    expect(previewAlike(store, 3, { ...decision, decision: "document-wrong", cells: typed })).toEqual([]);
    // A row that was not shown is not settled with the rest, and then none is.
    expect(await settleAlike(store, 3, decision, [{ n: 5, version: preview[0]!.version }])).toEqual({
      error: "changed",
    });
    expect(store.rows()[3]!.state).toBe("pending");
    expect(await settleAlike(store, 3, decision, preview)).toBeNull();
    expect(store.rows().map(({ state }) => state)).toEqual([
      "sound",
      "sound",
      "sound",
      "settled",
      "settled",
      "pending",
    ]);
    await store.flush();
  });
});

describe("a sample", () => {
  test("is drawn from rows that needed nobody, each once, and counts what was found wrong", async () => {
    const store = await createStore(await convertSeed(await temporaryFolder()), null);
    expect(await drawSample(store, 20, "Ana")).toBeNull();
    const [audit] = listAudits(store);
    expect(audit).toMatchObject({ size: 20, looked: 0, wrong: 0, interval: null });
    expect(new Set(audit!.left).size).toBe(20);
    expect(audit!.left.every((n) => store.rows()[n]!.state === "sound" && !store.rows()[n]!.isTotal)).toBe(
      true,
    );
    const [right = -1, wrong = -1] = audit!.left;
    await settleRow(store, right, decisionOn(store, right, { audit: audit!.id }));
    const cells = { ...readCells(store.rows()[wrong]!.row), "executed.jan": 99_999 };
    await settleRow(
      store,
      wrong,
      decisionOn(store, wrong, { audit: audit!.id, cells, decision: "document-wrong" }),
    );
    expect(listAudits(store)[0]).toMatchObject({ looked: 2, wrong: 1 });
    // What was looked at is not drawn again, and is no part of the queue.
    expect(listQueue(store.rows(), { state: "settled" }).order).toEqual([]);
    await drawSample(store, 5000, "Ana");
    expect(listAudits(store)[0]!.left).not.toContain(right);
    await store.flush();
  });
});

test("the overview counts rows once, by what became of them, and adds up organs", async () => {
  const store = await createStore(
    await convertAll(await temporaryFolder(), { "plan.txt": doubtfulPlan }),
    null,
  );
  const overview = () => makeOverview(store, indexFamilies(store.documents()));
  expect(overview().documents[0]).toMatchObject({
    rows: 4,
    verified: 3,
    repaired: 0,
    reviewed: 0,
    pending: 1,
  });
  await settleRow(store, 3, decisionOn(store, numberOf(store, store.rows()[3]!.row.id)));
  expect(overview().documents[0]).toMatchObject({ verified: 3, reviewed: 1, pending: 0 });
  const sums = overview().charts[0]!.organs.map(({ sums }) => sums[0]);
  expect(sums).toEqual([...sums].sort((a, b) => b! - a!));
  expect(sums.reduce((all, sum) => all! + sum!, 0)).toBe(
    store.rows().reduce((all, { row }) => all + row.target!, 0),
  );
  await store.flush();
});

test("work and money are charted apart, and shares are not added up", async () => {
  const folder = await temporaryFolder();
  const results = await convertAll(folder, { "plan.txt": planOf(...soundRows) });
  const plan = await readResult(results, "plan.poi.json");
  const none = { monthly: Array(12).fill(null), quarterly: Array(4).fill(null) };
  const series = (total: number) => ({
    physicalProgrammed: { ...none, total },
    physicalExecuted: { ...none, total: total - 1 },
    physicalProgress: { ...none, total: 90 },
    financialProgrammed: { ...none, total: total * 1000 },
  });
  const rows = plan.rows.map((row, k) => ({ ...row, organ: null, target: null, series: series(k + 2) }));
  const document = { ...plan.document, family: "seguimiento" };
  await writeFile(join(results, "plan.poi.json"), JSON.stringify({ ...plan, document, rows }));
  const store = await createStore(results, null);
  const families = indexFamilies(store.documents());
  const charts = makeOverview(store, families).charts.map(({ series, organs }) => [
    series.map((k) => families.list[0]!.series[k]!.key),
    organs[0]!.sums,
  ]);
  expect(charts).toEqual([
    [
      ["physicalProgrammed", "physicalExecuted"],
      [2 + 3 + 4, 1 + 2 + 3],
    ],
    [
      ["financialProgrammed", "financialExecuted"],
      [9000, 0],
    ],
  ]);
});

test("of the reports of one year, which repeat its plan, only the latest is added up", async () => {
  const paths = ["ii", "iii", "iv"].map((quarter) => join(root, `samples/quarters/poi-2023-${quarter}.txt`));
  const folder = await temporaryFolder();
  const store = await createStore(await convertPaths(paths, join(folder, "results")), null);
  const { charts } = makeOverview(store, indexFamilies(store.documents()));
  const named = charts.map(({ entity, year, documents }) => [
    entity,
    year,
    documents.map((k) => store.documents()[k]!.extraction.document.name),
  ]);
  expect(named).toEqual([["Municipalidad Distrital de Villa Ejemplo", 2023, ["poi-2023-iv.txt"]]]);
  // What the sample prints: 68 and 35 actions are planned, 64 and 35 were done.
  const works = charts[0]!.organs.find(({ organ }) => organ === "GERENCIA DE OBRAS");
  expect(works?.sums).toEqual([68 + 35, 13 + 17 + 16 + 13 + 7 + 10 + 11 + 7]);
});
