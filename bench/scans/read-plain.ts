import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Canvas } from "@napi-rs/canvas";
import { createWorker } from "tesseract.js";
import type { Page } from "../../src/document.ts";

/**
 * Reads whole pages as anyone would who gives them to tesseract.js: automatic layout, Spanish, nothing else.
 *
 * @param pages each drawn when its turn comes
 */
export async function readPlain(
  pages: readonly (() => Promise<Canvas>)[],
  scale: number,
  take: (page: Page, index: number) => void,
): Promise<void> {
  const data = dirname(createRequire(import.meta.url).resolve("@tesseract.js-data/spa/package.json"));
  const langPath = join(data, "4.0.0_best_int");
  const worker = await createWorker("spa", 1, { langPath, gzip: true, cacheMethod: "none" });
  for (const [index, draw] of pages.entries()) {
    const canvas = await draw();
    const { data: read } = await worker.recognize(canvas.toBuffer("image/png"), {}, { blocks: true });
    const words = (read.blocks ?? []).flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ lines }) => lines.flatMap((line) => line.words)),
    );
    take(
      {
        number: index + 1,
        width: canvas.width / scale,
        height: canvas.height / scale,
        words: words.map(({ text, bbox }) => ({
          text,
          angle: 0,
          style: "",
          size: (bbox.y1 - bbox.y0) / scale,
          box: [bbox.x0 / scale, bbox.y0 / scale, bbox.x1 / scale, bbox.y1 / scale],
        })),
        horizontal: [],
        vertical: [],
        fills: [],
        turns: 0,
      },
      index,
    );
  }
  await worker.terminate();
}
