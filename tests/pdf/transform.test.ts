import fc from "fast-check";
import { expect, it } from "vitest";
import { applyTransform, compose, IDENTITY, type Transform } from "../../src/pdf/transform.ts";

const number = fc.integer({ min: -20, max: 20 });
const transform: fc.Arbitrary<Transform> = fc.tuple(number, number, number, number, number, number);

it("takes a point as ISO 32000-1, 8.3.4 says: x' = a·x + c·y + e, y' = b·x + d·y + f", () => {
  expect(applyTransform([2, 3, 5, 7, 11, 13], 1, 10)).toEqual([2 + 50 + 11, 3 + 70 + 13]);
});

it("composes so that the inner one comes first", () => {
  const shift: Transform = [1, 0, 0, 1, 10, 0];
  const double: Transform = [2, 0, 0, 2, 0, 0];
  expect(applyTransform(compose(double, shift), 1, 1)).toEqual([22, 2]);
  expect(applyTransform(compose(shift, double), 1, 1)).toEqual([12, 2]);
});

it("composes any two into one that does what both do one after the other", () => {
  fc.assert(
    fc.property(transform, transform, number, number, (outer, inner, x, y) => {
      expect(applyTransform(compose(outer, inner), x, y)).toEqual(
        applyTransform(outer, ...applyTransform(inner, x, y)),
      );
      expect(compose(outer, IDENTITY)).toEqual(outer.map((value) => value + 0));
    }),
  );
});
