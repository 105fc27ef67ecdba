import { expect, it } from "vitest";
import { asTableFamily } from "../../src/rules/as-table-family.ts";
import { familyOf } from "../blocks/support.ts";
import { smallFamily } from "../support/settled-rows.ts";

it("a family of lines is itself", () => {
  expect(asTableFamily(smallFamily)).toBe(smallFamily);
});

it("a family of blocks has a label for each text and each code, contexts first", () => {
  expect(asTableFamily(familyOf()).labels.map(({ key }) => key)).toEqual([
    "organCode",
    "organ",
    "objectiveCode",
    "objective",
    "actionCode",
    "action",
    "activityCode",
    "activity",
    "unitCode",
    "unit",
  ]);
});

it("has the sums that hold in every row, with what rounding allows", () => {
  const family = familyOf({
    equations: [
      "physical.total = physical.jan..dec",
      { equation: "financial.total = financial.jan..dec", whole: 0.5, tolerance: 1 },
      { equation: "physical.q1 = physical.jan..mar", when: { label: "unit", in: ["A"] } },
      "financial.q1 = none",
    ],
  });
  const { equations } = asTableFamily(family);
  expect(equations.map(({ total, tolerance, whole }) => [total, tolerance, whole])).toEqual([
    ["physical.total", 0, undefined],
    ["financial.total", 1, 0.5],
  ]);
});

it("calls a series by its line and its group", () => {
  expect(asTableFamily(familyOf()).series).toEqual([
    { key: "physical", header: ["FÍSICO PROGRAMACIÓN"] },
    { key: "financial", header: ["FINANC. S/. PROGRAMACIÓN"] },
  ]);
});
