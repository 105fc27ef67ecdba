import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { grayImage } from "../../src/ocr/gray-image.ts";
import { liftStamps } from "../../src/ocr/lift-stamps.ts";

const DPI = 100;

/** White paper with a black bar, and what `draw` puts over it. */
function page(draw: (context: ReturnType<ReturnType<typeof createCanvas>["getContext"]>) => void) {
  const canvas = createCanvas(300, 200);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, 300, 200);
  context.fillStyle = "black";
  context.fillRect(140, 60, 6, 80);
  draw(context);
  return liftStamps(grayImage(canvas), DPI);
}
const at = ({ image }: ReturnType<typeof page>, x: number, y: number) => image.data[y * 300 + x]!;

const stamp = (colour: string) => (context: Parameters<Parameters<typeof page>[0]>[0]) => {
  context.strokeStyle = colour;
  context.lineWidth = 4;
  context.strokeRect(100, 80, 90, 40);
};

test.each(["rgb(60, 80, 190)", "rgb(200, 40, 50)"])(
  "a stamp in %s is lifted, the print under it stays",
  (colour) => {
    const lifted = page(stamp(colour));
    expect(at(lifted, 110, 80)).toBe(255);
    expect(at(lifted, 143, 70)).toBe(0);
    expect(lifted.stamps!.data[80 * 300 + 110]).toBe(0);
    expect(lifted.stamps!.data[150 * 300 + 250]).toBe(255);
  },
);

test("print under a stamp is told from the stamp by how light the stamp itself is", () => {
  // Ink that covers: print under it is not black but a darker blue.
  const lifted = page(stamp("rgba(40, 60, 160, 0.75)"));
  expect(at(lifted, 110, 80)).toBe(255);
  expect(at(lifted, 143, 80)).toBeLessThan(80);
});

test("a stroke that print has cut off a stamp is part of it, letters within it are not", () => {
  const lifted = page((context) => {
    stamp("rgb(60, 80, 190)")(context);
    context.fillStyle = "rgb(60, 80, 190)";
    context.fillRect(115, 95, 20, 3);
    context.fillRect(160, 95, 6, 8);
  });
  expect(at(lifted, 125, 96)).toBe(255);
  expect(at(lifted, 163, 99)).toBeLessThan(120);
});

test("a black stamp stays: nothing tells it from print", () => {
  const lifted = page(stamp("black"));
  expect(lifted.stamps).toBeNull();
  expect(at(lifted, 110, 80)).toBe(0);
});

test("coloured print, fills and table lines stay", () => {
  const lifted = page((context) => {
    context.fillStyle = "rgb(0, 0, 200)";
    context.fillRect(20, 20, 8, 10);
    context.fillStyle = "rgb(200, 210, 255)";
    context.fillRect(200, 20, 80, 40);
    context.fillStyle = "rgb(0, 0, 200)";
    context.fillRect(10, 190, 280, 2);
  });
  expect(lifted.stamps).toBeNull();
  expect(at(lifted, 24, 25)).toBeLessThan(60);
  expect(at(lifted, 100, 190)).toBeLessThan(60);
});

test("a picture without colour has no tint", () => {
  const canvas = createCanvas(4, 4);
  expect(grayImage(canvas)).toMatchObject({ width: 4, height: 4, tint: null });
  expect([...new Set(grayImage(canvas).data)]).toEqual([255]);
});
