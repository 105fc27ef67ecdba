import { expect, test } from "vitest";
import { layOut } from "../../../bench/blocks/layouts/lay-out.ts";
import { FAMILIES } from "../../../bench/blocks/plan/block-plan.ts";
import { makeReport } from "../../../bench/blocks/report.ts";
import { placeCells } from "../../../bench/blocks/sheet/sheet.ts";
import { toFods } from "../../../bench/blocks/sheet/to-fods.ts";
import { toHtml } from "../../../bench/blocks/sheet/to-html.ts";
import { truthOf } from "../../../bench/blocks/truth.ts";

const SIZE = { centres: 3, activities: 4 };
const reports = FAMILIES.flatMap((family) =>
  [1, 2, 3, 4, 5, 6].map((seed) =>
    makeReport(family, seed % 2 === 0 ? "chromium" : "libreoffice", seed, SIZE),
  ),
);

test("the same seed makes the same report, another seed another", () => {
  for (const family of FAMILIES) {
    const [one, again, other] = [7, 7, 8].map((seed) => truthOf(makeReport(family, "chromium", seed, SIZE)));
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  }
});

test.each(reports.map((report) => [report.name, report] as const))(
  "%s fills its grid, and prints its truth",
  (_, report) => {
    const sheet = layOut(report.plan, report.look.layout);
    for (const { placed, covered } of placeCells(sheet)) {
      const taken = placed.reduce((sum, { cell }) => sum + cell.across, covered.size);
      expect(taken).toBeLessThanOrEqual(sheet.columns.length);
    }
    const texts = sheet.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.texts)).join("\n");
    for (const { labels } of truthOf(report).rows) {
      expect(texts).toContain(labels.activityCode);
      expect(texts).toContain(labels.activity);
      if (report.plan.family !== "ficha-poi") expect(texts).toContain(labels.action);
    }
    expect(toHtml(sheet, report.look)).toContain("</table>");
    expect(toFods(sheet, report.look)).toContain("</office:document>");
  },
);

test("reports print other words and numbers than CEPLAN's application, unless they are to be usual", () => {
  const looks = (isUsual: boolean) =>
    Array.from({ length: 12 }, (_, seed) => makeReport("ceplan-b6", "chromium", seed, SIZE, { isUsual }));
  const words = (isUsual: boolean) => new Set(looks(isUsual).map(({ plan }) => plan.columns.progressWord));
  expect([...words(true)]).toEqual(["% AVANCE"]);
  expect(words(false).size).toBeGreaterThan(2);
  expect(looks(true).every(({ look }) => look.numbers.seldom === undefined)).toBe(true);
});

test("totals are what their months add up to, but where the truth says that they are not", () => {
  const sums = reports
    .filter(({ plan }) => plan.family === "ceplan-b5")
    .flatMap((report) => truthOf(report).rows)
    .map(({ cells, isWrong }) => {
      const months = Object.entries(cells).filter(
        ([key]) => key.startsWith("physical.") && key !== "physical.total",
      );
      const sum = months.reduce((all, [, value]) => all + (value ?? 0), 0);
      return { isWrong, holds: Math.abs(sum - cells["physical.total"]!) < 0.001 };
    });
  expect(sums.filter(({ isWrong }) => !isWrong).every(({ holds }) => holds)).toBe(true);
  expect(sums.length).toBeGreaterThan(40);
});
