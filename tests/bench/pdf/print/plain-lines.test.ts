import { expect, test } from "vitest";
import type { FillMark, LineMark } from "../../../../bench/pdf/paper/sheet.ts";
import { plainLines } from "../../../../bench/pdf/print/plain-lines.ts";

const line: LineMark = { kind: "line", x1: 10, y1: 20, x2: 110, y2: 20, width: 0.5, colour: "#ff0000" };
const fill: FillMark = { kind: "fill", x: 0, y: 5, width: 10, height: 4, colour: "#0000ff" };

test("draws a rule as a line, its y turned upwards", () => {
  expect(plainLines([line], "lines")).toBe(
    "1.000 0.000 0.000 RG 0.5 w 10.000 -20.000 m 110.000 -20.000 l S\n",
  );
});

test("draws a rule as a thin rectangle around it", () => {
  expect(plainLines([line], "fills")).toBe("1.000 0.000 0.000 rg 10.000 -20.250 100.000 0.500 re f\n");
  const upright: LineMark = { ...line, x2: 10, y2: 60 };
  expect(plainLines([upright], "fills")).toContain("9.750 -60.000 0.500 40.000 re");
});

test("draws a rule as dashes from its one end to its other", () => {
  const drawn = plainLines([line], "dashes");
  const dashes = [...drawn.matchAll(/([\d.]+) -20.000 m ([\d.]+) -20.000 l/g)].map((match) => [
    Number(match[1]),
    Number(match[2]),
  ]);
  expect(dashes.length).toBeGreaterThan(15);
  expect(dashes[0]?.[0]).toBe(10);
  expect(dashes.at(-1)?.[1]).toBeLessThanOrEqual(110);
  for (const [index, [from = 0]] of dashes.slice(1).entries())
    expect(from).toBeGreaterThan(dashes[index]?.[1] as number);
});

test("fills an area in any style", () => {
  for (const style of ["lines", "fills", "dashes"] as const) {
    expect(plainLines([fill], style)).toBe("0.000 0.000 1.000 rg 0.000 -9.000 10.000 4.000 re f\n");
  }
});
