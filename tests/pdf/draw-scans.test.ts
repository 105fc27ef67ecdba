import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { scanPdf } from "../../bench/scans/scan-pdf.ts";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { drawScans } from "../../src/pdf/draw-scans.ts";
import { readPdf } from "../../src/pdf/read-pdf.ts";

function paper(width: number, height: number, ink = true): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "black";
  if (ink) context.fillRect(10, 10, 50, 50);
  return canvas;
}

async function draw(bytes: Uint8Array) {
  const source = sourceFromBytes("scan.pdf", bytes);
  const [page] = (await readPdf(source)).pages;
  return await drawScans(source, {}, (drawPage) => drawPage({ ...page!, number: 1 }));
}

test.each([
  ["its own resolution", 200, 200],
  ["a lower one than is of use", 72, 150],
  ["a higher one than is of use", 600, 300],
])("a page is drawn at %s", async (_, has, drawn) => {
  const { canvas, scale } = await draw(await scanPdf([paper(2 * has, 3 * has)], has / 72));
  expect(scale * 72).toBeCloseTo(drawn, 0);
  expect(Math.abs(canvas.height - 3 * drawn)).toBeLessThanOrEqual(1);
});

test("empty paper is an empty page", async () => {
  const { canvas } = await draw(await scanPdf([paper(300, 400, false)], 2));
  expect(canvas.width).toBeGreaterThan(0);
});

test("a page whose picture cannot be unpacked is an error", async () => {
  const pdf = Buffer.from(await scanPdf([paper(300, 400)], 2));
  const jpeg = pdf.indexOf(Buffer.from([0xff, 0xd8, 0xff]));
  expect(jpeg).toBeGreaterThan(0);
  pdf.fill(0x55, jpeg, jpeg + 1200);
  await expect(draw(pdf)).rejects.toMatchObject({ code: "pdf-damaged", place: { page: 1 } });
});
