import type { DrawnPage } from "./draw-page.ts";
import { type Lie, levelBox } from "./find-lie.ts";

/** The page turned so that its print stands upright and level. */
export async function levelPage(page: DrawnPage, lie: Lie): Promise<DrawnPage> {
  if (lie.turns === 0 && lie.skew === 0) return page;
  const { canvas, scale, texts } = page;
  const { createCanvas } = await import("@napi-rs/canvas");
  const [across, down] = lie.turns % 2 === 0 ? [canvas.width, canvas.height] : [canvas.height, canvas.width];
  const level = createCanvas(across, down);
  const context = level.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, across, down);
  context.translate(across / 2, down / 2);
  context.rotate((lie.turns * Math.PI) / 2 - (lie.skew * Math.PI) / 180);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  const [width, height] = [canvas.width / scale, canvas.height / scale];
  return {
    canvas: level,
    scale,
    texts: texts.map(({ text, box }) => ({ text, box: levelBox(box, lie, width, height) })),
  };
}
