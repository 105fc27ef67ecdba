import { expect, test } from "vitest";
import { binarise } from "../../src/ocr/binarise.ts";
import { fill, paper } from "./support.ts";

const inkAt = (image: ReturnType<typeof paper>, x: number, y: number) =>
  binarise(image, 8).data[y * image.width + x];

test.each([255, 200, 150])("print on paper of shade %i is ink, and the paper is not", (shade) => {
  const image = paper(60, 40, shade);
  fill(image, 20, 15, 23, 25, shade - 100);
  expect(inkAt(image, 21, 20)).toBe(1);
  expect(inkAt(image, 50, 5)).toBe(0);
  expect(inkAt(image, 17, 20)).toBe(0);
});

test("the shadow of a lid is paper, and print in it is ink", () => {
  const image = paper(100, 40);
  for (let x = 0; x < 100; x++) fill(image, x, 0, x + 1, 40, 240 - x);
  fill(image, 80, 10, 83, 30, 60);
  const { data } = binarise(image, 8);
  expect(data.reduce((sum, ink) => sum + ink, 0)).toBe(3 * 20);
});

test("a shaded cell is paper up to its edge", () => {
  const image = paper(80, 60);
  fill(image, 20, 20, 60, 40, 210);
  expect(binarise(image, 8).data).not.toContain(1);
});

test("an area that is black throughout is ink", () => {
  const image = paper(60, 60);
  fill(image, 0, 0, 60, 60, 10);
  expect(inkAt(image, 30, 30)).toBe(1);
});
