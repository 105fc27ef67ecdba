import { expect, it } from "vitest";
import { createRowBuilder } from "../../src/emit/build-row.ts";
import { row as rowSchema } from "../../src/schema.ts";
import { familyOf } from "../blocks/support.ts";
import { matchExactly, settledRow } from "../support/settled-rows.ts";

const family = familyOf({
  columns: [
    { key: "total", header: ["TOTAL"] },
    { key: "approved", header: ["APROB."] },
  ],
});
const build = createRowBuilder({
  family,
  matchOrgan: matchExactly("Planes", "planes"),
  matchUnit: matchExactly("INFORME", "informe"),
});
const absences = { "physical.feb": { printed: "S.P.", meaning: "not-programmed" as const } };
const built = build(
  settledRow(
    {
      values: {
        "physical.jan": 0,
        "physical.feb": null,
        "physical.total": 12,
        "physical.approved": 10,
        "financial.approved": null,
      },
      absences,
    },
    { labels: { organ: "Planes", unit: "INFORME", activityCode: "AOI1" }, year: 2022 },
  ),
  "1-7",
);

it("is what the published schema says", () => {
  expect(rowSchema.parse(built)).toEqual(built);
});

it("has its own year, and its totals among its series", () => {
  expect(built.year).toBe(2022);
  expect(built.target).toBeNull();
  expect(built.series.physical).toEqual({
    monthly: [0, ...new Array(11).fill(null)],
    quarterly: new Array(4).fill(null),
    total: 12,
  });
  expect(built.series.financial!.total).toBeNull();
});

it("has further columns of a series beside it, and what is printed where there is no number", () => {
  expect(built.extra).toEqual({ physicalApproved: 10, financialApproved: null });
  expect(built.absences).toEqual(absences);
});

it("has none of these where nothing is printed", () => {
  const bare = build(settledRow({ values: { "physical.jan": 1 } }), "1-8");
  for (const key of ["year", "extra", "absences"]) expect(bare).not.toHaveProperty(key);
});
