import fc from "fast-check";
import { expect, test } from "vitest";
import { findComponents } from "../../src/ocr/find-components.ts";
import { bitmapOf, picture } from "./support.ts";

const found = (...rows: string[]) => findComponents(bitmapOf(picture(...rows)));

test("ink that touches at a corner is one component", () => {
  expect(found("#  ", " # ", "  #")).toMatchObject([{ left: 0, top: 0, right: 3, bottom: 3, area: 3 }]);
});

test("a U is one component although its arms meet only at its foot", () => {
  expect(found("# # #", "# # #", "### #")).toMatchObject([
    { left: 0, right: 3, area: 7 },
    { left: 4, right: 5, area: 3 },
  ]);
});

test("runs are the ink itself", () => {
  const [one] = found("## ##", " ### ");
  expect([...one!.runs]).toEqual([0, 0, 2, 0, 3, 5, 1, 1, 4]);
});

test("every pixel of ink belongs to exactly one component", () => {
  const bits = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 80, maxLength: 80 });
  fc.assert(
    fc.property(bits, (ink) => {
      const components = findComponents({ width: 10, height: 8, data: Uint8Array.from(ink) });
      expect(components.reduce((sum, { area }) => sum + area, 0)).toBe(ink.reduce((a, b) => a + b, 0));
    }),
  );
});
