import { expect, test } from "vitest";
import { cutPiece } from "../../src/ocr/cut-piece.ts";
import { findComponents } from "../../src/ocr/find-components.ts";
import { findPieces } from "../../src/ocr/find-pieces.ts";
import type { Stroke } from "../../src/ocr/find-strokes.ts";
import type { GrayImage } from "../../src/ocr/gray-image.ts";
import { letterHeight } from "../../src/ocr/letter-height.ts";
import { bitmapOf, fill, paper, write } from "./support.ts";

const wall = (at: number): Stroke => ({ at, from: 0, to: 200, top: at - 1, bottom: at + 1, thickness: 2 });
const pieces = (image: GrayImage, walls: readonly Stroke[] = []) =>
  findPieces(findComponents(bitmapOf(image)), 21, walls);

test("figures of one number are a piece, numbers of two columns are two", () => {
  const image = paper(300, 60);
  write(image, "142", 10, 10);
  write(image, "74", 120, 10);
  expect(pieces(image).map(({ left, right }) => [left, right])).toEqual([
    [10, 61],
    [120, 153],
  ]);
});

test("numbers on both sides of a line are two, however near", () => {
  const image = paper(300, 60);
  write(image, "14", 10, 10);
  write(image, "2", 48, 10);
  expect(pieces(image)).toHaveLength(1);
  expect(pieces(image, [wall(46)])).toHaveLength(2);
});

test("a comma belongs to its number, dust to nothing", () => {
  const image = paper(300, 60);
  write(image, "1,472", 10, 10);
  fill(image, 200, 15, 203, 18);
  const [piece, ...others] = pieces(image);
  expect(others).toEqual([]);
  expect(piece!.parts).toHaveLength(5);
});

test("lines of text one below the other are two pieces", () => {
  const image = paper(300, 100);
  write(image, "1427", 10, 10);
  write(image, "7241", 10, 40);
  expect(pieces(image)).toHaveLength(2);
});

test("a piece is cut without its neighbours, its ink black and its paper white", () => {
  const image = paper(300, 60, 200);
  fill(image, 20, 10, 24, 30, 90);
  fill(image, 26, 10, 30, 30, 90);
  const [one] = findPieces(findComponents(bitmapOf(image)).slice(0, 1), 20, []);
  const cut = cutPiece(image, one!);
  const column = (x: number) => cut.data[10 * cut.width + x - cut.left];
  expect(column(22)).toBe(0);
  expect(column(24)).toBe(255);
  expect(cut.width).toBe(8);
});

test("letters are as high as most capitals and figures", () => {
  const image = paper(400, 60);
  write(image, "1472014720", 10, 10);
  expect(letterHeight(findComponents(bitmapOf(image)), 150)).toBe(21);
  expect(letterHeight([], 150)).toBe(15);
});
