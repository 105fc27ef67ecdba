import { expect, test } from "vitest";
import { binarise } from "../../src/ocr/binarise.ts";
import { findSkew } from "../../src/ocr/find-skew.ts";
import { levelImage } from "../../src/ocr/level-image.ts";
import { fill, paper } from "./support.ts";

/** A page of dashes, as lines of text are from afar. */
function page() {
  const image = paper(800, 600);
  for (let y = 60; y < 540; y += 30) for (let x = 60; x < 700; x += 23) fill(image, x, y, x + 15, y + 8);
  return image;
}

test.each([-3.2, -1.5, -0.4, 0, 1.1, 2.5])(
  "a page askew by %f degrees is found so, and made level",
  (skew) => {
    const askew = levelImage(page(), -skew);
    const found = findSkew(binarise(askew, 10));
    expect(Math.abs(found - skew)).toBeLessThan(0.06);
    expect(Math.abs(findSkew(binarise(levelImage(askew, found), 10)))).toBeLessThan(0.06);
  },
);

test("an empty page is level", () => {
  expect(findSkew({ width: 50, height: 50, data: new Uint8Array(2500) })).toBe(0);
});

test("a level page is not touched", () => {
  const image = page();
  expect(levelImage(image, 0.01)).toBe(image);
});
