import { expect, test } from "vitest";
import { bridgeRulings } from "../../src/ocr/bridge-rulings.ts";
import { eraseStrokes } from "../../src/ocr/erase-strokes.ts";
import { findRulings } from "../../src/ocr/find-rulings.ts";
import { whitenRulings } from "../../src/ocr/whiten-rulings.ts";
import { bitmapOf, fill, paper, write } from "./support.ts";

const DPI = 150;

/** A table of two rows and three columns, its figures in the cells. */
function table() {
  const image = paper(400, 200);
  for (const y of [20, 80, 140]) fill(image, 20, y, 382, y + 2);
  for (const x of [20, 140, 260, 380]) fill(image, x, 20, x + 2, 142);
  for (const [text, x, y] of [
    ["1", 70, 40],
    ["142", 160, 40],
    ["74", 300, 100],
  ] as const)
    write(image, text, x, y, 2);
  return image;
}

test("the lines of a table are found, and no figure is one", () => {
  const { horizontal, vertical } = findRulings(bitmapOf(table()), DPI);
  expect(horizontal.map(({ at, from, to }) => [Math.round(at), from, to])).toEqual([
    [21, 20, 382],
    [81, 20, 382],
    [141, 20, 382],
  ]);
  expect(vertical.map(({ at }) => Math.round(at))).toEqual([21, 141, 261, 381]);
});

test("a line that wanders by a pixel is one line", () => {
  const image = paper(400, 60);
  for (let x = 20; x < 380; x++) fill(image, x, 30 + (x > 200 ? 1 : 0), x + 1, 32 + (x > 200 ? 1 : 0));
  expect(findRulings(bitmapOf(image), DPI).horizontal).toHaveLength(1);
});

test("the side of a low cell is a line where it leads from one line to the next", () => {
  const image = paper(400, 100);
  for (const y of [20, 40]) fill(image, 20, y, 380, y + 2);
  fill(image, 200, 20, 202, 42);
  fill(image, 300, 24, 302, 40 - 6);
  expect(findRulings(bitmapOf(image), DPI).vertical.map(({ at }) => at)).toEqual([201]);
});

test("a word in bold print is no line", () => {
  const image = paper(400, 60);
  for (let x = 20; x < 160; x += 10) {
    fill(image, x, 20, x + 8, 23);
    fill(image, x, 20, x + 3, 34);
    fill(image, x, 31, x + 8, 34);
  }
  expect(findRulings(bitmapOf(image), DPI).horizontal).toEqual([]);
});

test("a line that steps from one thickness to another is a line", () => {
  const image = paper(400, 60);
  fill(image, 20, 30, 218, 34);
  fill(image, 218, 31, 380, 33);
  expect(findRulings(bitmapOf(image), DPI).horizontal).toHaveLength(1);
});

test("the heads of letters that all but fill a cell are no side of it", () => {
  const image = paper(400, 100);
  for (const y of [20, 60]) fill(image, 20, y, 380, y + 2);
  for (const x of [100, 140]) fill(image, x, 20, x + 2, 62);
  fill(image, 104, 30, 139, 33);
  fill(image, 105, 26, 138, 28);
  expect(findRulings(bitmapOf(image), DPI).horizontal.map(({ at }) => Math.round(at))).toEqual([21, 61]);
});

test("a shaded area is no line", () => {
  const image = paper(400, 60);
  fill(image, 20, 20, 380, 40);
  expect(findRulings(bitmapOf(image), DPI).horizontal).toEqual([]);
});

test("lines are taken out and letters that stand on them stay", () => {
  const image = paper(400, 60);
  fill(image, 20, 40, 380, 42);
  fill(image, 100, 25, 104, 42);
  const bitmap = bitmapOf(image);
  eraseStrokes(bitmap, findRulings(bitmap, DPI).horizontal);
  expect(bitmap.data.reduce((sum, ink) => sum + ink, 0)).toBe(4 * 15);
});

test("lines are painted over with their grey edge, and print beside them is not", () => {
  const image = paper(40, 20);
  fill(image, 20, 0, 22, 20);
  fill(image, 19, 0, 20, 20, 180);
  fill(image, 24, 5, 27, 15);
  const before = bitmapOf(image);
  const after = { ...before, data: before.data.slice() };
  fill(after, 20, 0, 22, 20);
  const { data } = whitenRulings(image, before, after);
  expect([...data.subarray(10 * 40 + 18, 10 * 40 + 28)]).toEqual([
    255, 255, 255, 255, 255, 255, 0, 0, 0, 255,
  ]);
});

test("a line that a stamp has broken is made whole, and one that ends elsewhere is not", () => {
  const line = (from: number, to: number) => ({ at: 100, from, to, top: 99, bottom: 101, thickness: 2 });
  const broken = [line(0, 200), line(260, 500)];
  const stamp = { left: 190, right: 270, top: 50, bottom: 150 };
  expect(bridgeRulings(broken, [stamp], "horizontal")).toMatchObject([{ from: 0, to: 500 }]);
  expect(bridgeRulings(broken, [{ ...stamp, top: 300, bottom: 400 }], "horizontal")).toHaveLength(2);
  expect(bridgeRulings(broken, [], "horizontal")).toEqual(broken);
});
