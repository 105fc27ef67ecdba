import { expect, test } from "vitest";
import { endsEarly, lacksColumns } from "../../src/blocks/header-gaps.ts";
import type { PlacedColumn } from "../../src/page-tables/region.ts";
import { monthKeys } from "../../src/rules/cell-names.ts";
import { familyOf } from "./support.ts";

/** Heads 30 points apart; each named by its key, none where it is empty. */
const lacks = (...keys: string[]) =>
  lacksColumns(
    keys.flatMap((key, k): PlacedColumn[] =>
      key === ""
        ? []
        : [{ kind: "cell", name: `programmed.${key}`, text: key, left: 30 * k, right: 30 * k + 20 }],
    ),
    familyOf(),
  );

test("a whole header lacks nothing", () => {
  expect(lacks(...monthKeys, "total")).toBe(false);
  expect(lacks(...monthKeys.slice(0, 6), "total")).toBe(false);
});

test("a month that was not read leaves its place, or its name", () => {
  expect(lacks(...monthKeys.map((key) => (key === "may" ? "" : key)), "total")).toBe(true);
  expect(lacks(...monthKeys.filter((key) => key !== "may"), "total")).toBe(true);
  expect(lacks(...monthKeys.slice(1), "total")).toBe(true);
  expect(lacks(...monthKeys.slice(0, 9), "", "", "", "total")).toBe(true);
});

test("months without the total that the family adds up lack it", () => {
  expect(lacks(...monthKeys)).toBe(true);
});

test("a header ends early without the total of its months, or without a group", () => {
  const family = familyOf({
    groups: [
      { key: "programmed", header: ["PROGRAMACIÓN"] },
      { key: "progress", header: ["% AVANCE"] },
    ],
    series: [
      { key: "physical", line: "physical", group: "programmed" },
      { key: "financial", line: "financial", group: "programmed" },
      { key: "share", group: "progress" },
    ],
    oncePerBlock: ["progress"],
  });
  const ends = (...names: string[]) =>
    endsEarly(
      names.map(
        (name, k): PlacedColumn => ({ kind: "cell", name, text: name, left: 30 * k, right: 30 * k + 20 }),
      ),
      family,
    );
  const months = monthKeys.map((key) => `programmed.${key}`);
  expect(ends(...months, "programmed.total", "#once progress.total")).toBe(false);
  expect(ends(...months, "programmed.total")).toBe(true);
  expect(ends(...months.slice(0, 10), "#once progress.total")).toBe(true);
  // Halves of a year have a total too.
  expect(ends(...months.slice(0, 6), "programmed.total", "#once progress.total")).toBe(false);
});
