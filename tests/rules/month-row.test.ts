import { describe, expect, it } from "vitest";
import { createMonthRow } from "../../src/rules/month-row.ts";
import { town } from "../read/family-fixture.ts";

const monthRow = createMonthRow(town);
const INITIALS = "E F M A M J J A S O N D".split(" ");
const NUMBERS = INITIALS.map((_, i) => String(i + 1));
const ORDERS = NUMBERS.map((_, i) => i);

describe("months of a header by initial or number", () => {
  it.each([
    ["initials", INITIALS],
    ["numbers", NUMBERS],
    ["two digits", NUMBERS.map((text) => text.padStart(2, "0"))],
    ["two digits that cells break", NUMBERS.map((text) => text.padStart(2, "0").split("").join(" "))],
  ])("are told by all %s of a line, beside other names", (_, names) => {
    expect(monthRow(["ACTIVIDAD", ...names, "TOTAL"])).toEqual([null, ...ORDERS, null]);
  });

  it("begin again for another series, of which the first may be all", () => {
    expect(monthRow([...INITIALS, ...INITIALS.slice(0, 6)])).toEqual([...ORDERS, ...ORDERS.slice(0, 6)]);
  });

  it.each([
    ["part of a year", NUMBERS.slice(0, 6)],
    ["columns that are counted", [...NUMBERS, "13", "14"]],
    ["a row", ["12", ...NUMBERS]],
    ["series under months", ["P", "E", "P", "E"]],
  ])("are none in %s", (_, texts) => {
    expect(monthRow(texts).every((order) => order === null)).toBe(true);
  });
});
