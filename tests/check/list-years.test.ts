import { basename } from "node:path";
import { expect, test } from "vitest";
import { listYears } from "../../src/check/list-years.ts";
import type { Extraction } from "../../src/schema.ts";
import { makeExtraction, makeRow, withResults } from "../support/results.ts";

const plan = (name: string, document: Partial<Extraction["document"]> = {}) =>
  makeExtraction([makeRow()], { name, ...document });

test("documents are sorted by entity and year, and within it by quarter", async () => {
  const results = {
    a: plan("a", { throughQuarter: 4 }),
    b: plan("b", { throughQuarter: 1 }),
    c: plan("c", { year: 2022 }),
    d: plan("d", { entity: "Archivo General" }),
    e: plan("e", { throughQuarter: null }),
    f: plan("f", { throughQuarter: 1 }),
  };
  await withResults(results, async (folder) => {
    const { years, unplaced } = await listYears(folder);
    expect(unplaced).toEqual([]);
    expect(
      years.map(({ entity, year, paths }) => [entity, year, paths.map((path) => basename(path))]),
    ).toEqual([
      ["Archivo General", 2023, ["d.poi.json"]],
      ["Municipalidad de Prueba", 2022, ["c.poi.json"]],
      ["Municipalidad de Prueba", 2023, ["e.poi.json", "b.poi.json", "f.poi.json", "a.poi.json"]],
    ]);
  });
});

test("how an entity is written makes no other entity", async () => {
  const results = { a: plan("a"), b: plan("b", { entity: "MUNICIPALIDAD  DE PRUEBA" }) };
  await withResults(results, async (folder) => {
    expect((await listYears(folder)).years).toHaveLength(1);
  });
});

test("a document is taken once, however often the folder has it", async () => {
  await withResults({ a: plan("same"), b: plan("same") }, async (folder) => {
    const [year] = (await listYears(folder)).years;
    expect(year!.paths.map((path) => basename(path))).toEqual(["a.poi.json"]);
  });
});

test("documents without entity or year are named", async () => {
  await withResults(
    { a: plan("a", { entity: null }), b: plan("b", { year: null }), c: plan("c") },
    async (folder) => {
      const { years, unplaced } = await listYears(folder);
      expect(unplaced).toEqual(["a.poi.json", "b.poi.json"]);
      expect(years).toHaveLength(1);
    },
  );
});

test("reports of other families print other numbers of the same plan, and are a year of their own", async () => {
  const results = { a: plan("a"), b: plan("b", { family: "other" }), c: plan("c") };
  await withResults(results, async (folder) => {
    const { years } = await listYears(folder);
    expect(years.map(({ paths }) => paths.map((path) => basename(path)))).toEqual([
      ["a.poi.json", "c.poi.json"],
      ["b.poi.json"],
    ]);
  });
});
