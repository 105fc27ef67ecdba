import { expect, test } from "vitest";
import { lightenFills } from "../../src/ocr/lighten-fills.ts";
import { preparePage } from "../../src/ocr/prepare-page.ts";
import { fill, paper, write } from "./support.ts";

const DPI = 200;

/** A dark cell of 120 by 40 pixels with two light strokes in it. */
function darkCell(shade: number, print = 255) {
  const image = paper(200, 100);
  fill(image, 40, 30, 160, 70, shade);
  fill(image, 80, 40, 84, 60, print);
  fill(image, 100, 40, 104, 60, print);
  return image;
}
const shadeAt = ({ width, data }: { width: number; data: Uint8Array }, x: number, y: number) =>
  data[y * width + x];

test.each([0, 60, 110])("light print on a fill of %i is dark print on paper", (shade) => {
  const { image, fills } = lightenFills(darkCell(shade), DPI);
  expect(fills).toEqual([{ left: 40, top: 30, right: 160, bottom: 70 }]);
  expect([shadeAt(image, 50, 50), shadeAt(image, 82, 50), shadeAt(image, 10, 10)]).toEqual([255, 0, 255]);
});

test("what was read in a dark cell is doubted, and beside it nothing is", () => {
  const { spoiled, image } = preparePage(darkCell(60), DPI, null);
  expect([spoiled![50 * image.width + 82], spoiled![50 * image.width + 20]]).toEqual([1, 0]);
});

test("cells side by side are each turned over, and the light lines between them dark", () => {
  const whole = darkCell(40);
  fill(whole, 120, 30, 122, 70, 255);
  const { image } = lightenFills(whole, DPI);
  expect([shadeAt(image, 110, 35), shadeAt(image, 130, 35), shadeAt(image, 82, 50)]).toEqual([255, 40, 0]);
});

test("a fill with nothing light in it stays: it may hide what was printed", () => {
  const image = paper(200, 100);
  fill(image, 40, 30, 160, 70, 20);
  expect(lightenFills(image, DPI)).toEqual({ image, fills: [] });
});

test("print that hardly differs from its fill is none", () => {
  const image = darkCell(60, 100);
  expect(lightenFills(image, DPI).fills).toEqual([]);
});

test("dark letters stay, however large and bold", () => {
  const image = paper(200, 200);
  write(image, "0", 20, 20, 20);
  const before = image.data.slice();
  expect(lightenFills(image, DPI).fills).toEqual([]);
  expect(image.data).toEqual(before);
});
