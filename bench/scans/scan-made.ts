import type { Canvas } from "@napi-rs/canvas";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { renderPage } from "../../src/pdf/render-page.ts";
import { withDocument } from "../../src/pdf/with-document.ts";
import type { Made } from "../pdf/made/made.ts";
import type { Random } from "../random.ts";
import { degrade, drawWear } from "./degrade.ts";
import { scanPdf } from "./scan-pdf.ts";

const POINTS_PER_INCH = 72;

/**
 * A document as a scan of it: the same pages, as pictures of `dpi` dots per inch. The same bytes each time.
 *
 * @param wear draws what scanner and hands did to each page; null leaves them clean
 */
export async function scanMade(made: Made, dpi: number, wear: Random | null = null): Promise<Made> {
  const scale = dpi / POINTS_PER_INCH;
  const options = made.password === undefined ? {} : { password: made.password };
  const canvases: Canvas[] = [];
  await withDocument(sourceFromBytes(made.name, made.bytes), options, async (document) => {
    for (let page = 1; page <= document.numPages; page++) {
      const { canvas } = await renderPage(await document.getPage(page), scale);
      canvases.push(wear === null ? canvas : await degrade(canvas, drawWear(wear), wear));
    }
  });
  const { password: _, ...rest } = made;
  return { ...rest, bytes: await scanPdf(canvases, scale) };
}
