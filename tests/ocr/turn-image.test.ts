import { expect, test } from "vitest";
import { turnImage } from "../../src/ocr/turn-image.ts";
import { turnOver } from "../../src/ocr/turn-over.ts";
import { bitmapOf, picture, rowsOf } from "./support.ts";

const letter = picture("##", "# ", "# ");

test.each([
  [0, ["##", "# ", "# "]],
  [90, ["###", "  #"]],
  [180, [" #", " #", "##"]],
  [270, ["#  ", "###"]],
] as const)("turned clockwise by %i degrees", (turn, rows) => {
  expect(rowsOf(turnImage(letter, turn))).toEqual(rows);
});

test("turned over, rows are columns; turned over twice, nothing has changed", () => {
  const bitmap = bitmapOf(picture("###", "  #"));
  expect([...turnOver(bitmap).data]).toEqual([1, 0, 1, 0, 1, 1]);
  expect(turnOver(turnOver(bitmap))).toEqual(bitmap);
});
