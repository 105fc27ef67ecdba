import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { listFamilies } from "../../src/acquire/load-family.ts";
import type { Family } from "../../src/family.ts";
import { isBlockFamily } from "../../src/is-block-family.ts";
import { createMatcher } from "../../src/match/match-name.ts";
import { seriesCells } from "../../src/rules/cell-names.ts";
import { fold } from "../../src/text/fold.ts";

const pipelines = new URL("../../pipelines/", import.meta.url);
const families = await listFamilies();

describe("the folders in pipelines/", () => {
  it("are all families", async () => {
    const folders = (await readdir(pipelines)).sort();
    expect(families.map(({ id }) => id)).toEqual(folders);
  });
});

/** What every family owes its users, whichever it is. */
describe.each(families)("the family $id", (family) => {
  it("says what it is in a README of its own", async () => {
    const readme = await readFile(new URL(`${family.id}/README.md`, pipelines), "utf8");
    expect(readme).toMatch(new RegExp(`^# ${family.id}\n`));
    for (const heading of ["## Arithmetic", "## Sources"]) expect(readme).toContain(heading);
  });
});

const tableFamilies = families.filter((family): family is Family => !isBlockFamily(family));

describe.each(tableFamilies)("the family $id", (family) => {
  it("has a column for every cell of its equations, and for the twelve months of a series", () => {
    for (const { total, terms, text } of family.equations) {
      for (const cell of [total, ...terms]) expect(family.columns, text).toContain(cell);
    }
    for (const { key } of family.series) {
      expect(family.columns).toEqual(expect.arrayContaining(seriesCells(key).slice(0, 12)));
    }
  });

  it("puts labels before numbers, and lets no equation stand twice", () => {
    const labels = new Set(family.labels.map(({ key }) => key));
    const firstNumber = family.columns.findIndex((column) => !labels.has(column));
    expect(family.columns.slice(firstNumber).filter((column) => labels.has(column))).toEqual([]);
    const sums = family.equations.map(({ total, terms }) => [total, ...[...terms].sort()].join(" "));
    expect(new Set(sums).size).toBe(sums.length);
  });

  it("knows September as SET and as SEP, and months by their full names", () => {
    expect(family.months[8]!.map(fold)).toEqual(expect.arrayContaining(["SET", "SEP"]));
    expect(family.months[11]!.map(fold)).toEqual(expect.arrayContaining(["DIC", "DICIEMBRE"]));
  });

  it("counts totals by values that the label may have", () => {
    for (const { rows } of family.totals) {
      if (typeof rows === "string") continue;
      const { values } = family.labels.find(({ key }) => key === rows.label)!;
      const named = "in" in rows ? rows.in : rows.notIn;
      if (values.length > 0) expect(values).toEqual(expect.arrayContaining(named));
    }
  });

  const lists = [
    ["organs", family.organs],
    ["units", family.units],
  ] as const;
  it.each(lists)("matches its %s to themselves, in capitals without accents too", (_, names) => {
    const match = createMatcher(names);
    for (const { id, name } of names) {
      expect(match(name)).toMatchObject({ id, method: "exact", score: 1 });
      expect(match(fold(name))).toMatchObject({ id, score: 1 });
    }
  });

  it.each(lists)("matches the aliases of its %s in the years they were used", (_, names) => {
    for (const { id, aliases } of names) {
      for (const { name, from, to } of aliases) {
        expect(createMatcher(names)(name)).toMatchObject({ id, method: "alias" });
        expect(createMatcher(names, from ?? to ?? 2023)(name)).toMatchObject({ id, method: "alias" });
        if (to !== undefined) expect(createMatcher(names, to + 1)(name).id).toBeNull();
        if (from !== undefined) expect(createMatcher(names, from - 1)(name).id).toBeNull();
      }
    }
  });

  it("matches the values its labels print to its units", () => {
    const match = createMatcher(family.units);
    for (const value of family.labels.find(({ key }) => key === "unit")?.values ?? []) {
      expect(match(value).id, value).not.toBeNull();
    }
  });
});
