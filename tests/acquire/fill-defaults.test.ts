import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkBlockFamilyShape, checkFamilyShape, checkNamesShape } from "../../src/acquire/check-shape.ts";
import { fillBlockFamily, fillFamily, fillNames } from "../../src/acquire/fill-defaults.ts";

const pipelines = new URL("../../pipelines/", import.meta.url);

/** Families that ship are compiled without the schema, so it is here that they are held against it. */
describe.each(readdirSync(pipelines))("the shipped family %s", (id) => {
  const read = (name: string) => JSON.parse(readFileSync(new URL(`${id}/${name}`, pipelines), "utf8"));

  test("has a family.json without mistakes, and its defaults are the schema's", () => {
    const family = read("family.json");
    if ("layout" in family) expect(checkBlockFamilyShape(family)).toEqual({ data: fillBlockFamily(family) });
    else expect(checkFamilyShape(family)).toEqual({ data: fillFamily(family) });
  });

  test.each(["organs.json", "units.json"])("has a %s without mistakes, if it has one", (name) => {
    if (!existsSync(new URL(`${id}/${name}`, pipelines))) return;
    expect(checkNamesShape(read(name))).toEqual({ data: fillNames(read(name)) });
  });
});

test("every default is filled in as the schema does", () => {
  const written = {
    id: "bare",
    version: "1",
    name: "Bare",
    description: "Nothing that can be left out",
    entity: null,
    recognise: { title: ["PLAN"] },
    labels: [{ key: "organ", header: ["ORGAN"] }],
    target: { header: ["TARGET"] },
    series: [{ key: "programmed", header: ["PROGRAMMED"] }],
    months: Array.from({ length: 12 }, (_, i) => [`M${i}`]),
    quarters: Array.from({ length: 4 }, (_, i) => [`Q${i}`]),
    columns: ["organ"],
    equations: [],
    footer: { source: ["Source"], preparedBy: ["By"] },
    reviewBelow: 0.9,
  };
  const filled = fillFamily(written);
  expect(filled.recognise.words).toEqual([]);
  expect(filled.labels).toEqual([{ key: "organ", header: ["ORGAN"], values: [] }]);
  expect([filled.extra, filled.totals]).toEqual([[], []]);
  expect(checkFamilyShape(written)).toEqual({ data: filled });
});

test("aliases may be bare texts, or names with years, or left out", () => {
  const written = [
    { id: "a", name: "A" },
    { id: "b", name: "B", aliases: ["Bee", { name: "Be", to: 2012 }] },
  ];
  const filled = fillNames(written);
  expect(filled).toEqual([
    { id: "a", name: "A", aliases: [] },
    { id: "b", name: "B", aliases: [{ name: "Bee" }, { name: "Be", to: 2012 }] },
  ]);
  expect(checkNamesShape(written)).toEqual({ data: filled });
});
