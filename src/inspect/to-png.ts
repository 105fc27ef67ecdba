import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Drawing, Shape } from "./drawing.ts";
import { HALO } from "./to-svg.ts";
import { turnMatrix } from "./turn-matrix.ts";

/** Pixels per point: numbers of 3 points can be read. */
const SCALE = 3;
/** 40 million pixels take 160 MB. */
const MAX_PIXELS = 40_000_000;
/** A font of our own name, so that the picture is the same whatever fonts the machine has. */
const FONT = "poi-inspect";

/** Paints a drawing as the bytes of a PNG. */
export async function toPng({ box: [left, top, right, bottom], layers }: Drawing): Promise<Uint8Array> {
  const { createCanvas, GlobalFonts } = await import("@napi-rs/canvas");
  if (!GlobalFonts.has(FONT)) {
    const pdfjs = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
    GlobalFonts.registerFromPath(join(pdfjs, "standard_fonts", "LiberationSans-Regular.ttf"), FONT);
  }
  const [width, height] = [right - left, bottom - top];
  const scale = Math.min(SCALE, Math.sqrt(MAX_PIXELS / (width * height)));
  const canvas = createCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.translate(-left, -top);
  for (const { shapes } of layers) {
    for (const shape of shapes) {
      context.save();
      await paint(context, shape);
      context.restore();
    }
  }
  return await canvas.encode("png");
}

async function paint(context: SKRSContext2D, shape: Shape): Promise<void> {
  if (shape.kind === "rect") {
    const [left, top, right, bottom] = shape.box;
    if (shape.fill !== undefined) {
      context.globalAlpha = shape.opacity ?? 1;
      context.fillStyle = shape.fill;
      context.fillRect(left, top, right - left, bottom - top);
      context.globalAlpha = 1;
    }
    if (shape.stroke !== undefined) {
      context.strokeStyle = shape.stroke;
      context.lineWidth = shape.width ?? 0.5;
      context.strokeRect(left, top, right - left, bottom - top);
    }
  } else if (shape.kind === "line") {
    const [x1, y1, x2, y2] = shape.box;
    context.strokeStyle = shape.stroke;
    context.lineWidth = shape.width;
    if (shape.dash !== undefined) context.setLineDash([shape.dash, shape.dash]);
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  } else if (shape.kind === "text") {
    context.translate(shape.x, shape.y);
    if (shape.isUpwards === true) context.rotate(-Math.PI / 2);
    context.font = `${shape.size}px "${FONT}"`;
    context.textAlign = shape.fromEnd === true ? "end" : "start";
    context.lineJoin = "round";
    context.lineWidth = shape.size * HALO;
    context.strokeStyle = "#ffffff";
    context.strokeText(shape.text, 0, 0);
    context.fillStyle = shape.color;
    context.fillText(shape.text, 0, 0);
  } else {
    const { loadImage } = await import("@napi-rs/canvas");
    const { width, height, turns, opacity } = shape;
    const [across, down] = turns % 2 === 1 ? [height, width] : [width, height];
    context.globalAlpha = opacity;
    context.transform(...turnMatrix(turns, width, height));
    context.drawImage(await loadImage(Buffer.from(shape.png)), 0, 0, across, down);
  }
}
