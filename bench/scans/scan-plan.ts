import type { Canvas } from "@napi-rs/canvas";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { renderPage } from "../../src/pdf/render-page.ts";
import { withDocument } from "../../src/pdf/with-document.ts";
import { seededRandom } from "../random.ts";
import { makeDocument } from "../rows/make-document.ts";
import type { TruthDocument } from "../rows/truth-row.ts";
import { degrade, drawWear } from "./degrade.ts";
import { type DrawnPlan, drawPlan } from "./draw-plan.ts";
import { scanPdf } from "./scan-pdf.ts";

/** A plan that was drawn and scanned, with its truth. */
export interface ScannedPlan {
  readonly plan: TruthDocument;
  readonly drawn: DrawnPlan;
  readonly canvases: readonly Canvas[];
  readonly pdf: Uint8Array;
}

export const POINTS_PER_INCH = 72;

/** A plan of so many rows as a scanner gives it back; the same seed gives the same scan. */
export async function scanPlan(
  seed: number,
  rows: number,
  paper: "A3" | "A4",
  dpi: number,
): Promise<ScannedPlan> {
  const random = seededRandom(seed);
  const scale = dpi / POINTS_PER_INCH;
  const plan = makeDocument(random, rows);
  const drawn = await drawPlan(plan, paper);
  const canvases: Canvas[] = [];
  await withDocument(sourceFromBytes("plan.pdf", drawn.bytes), {}, async (document) => {
    for (const k of drawn.pages.keys()) {
      const { canvas } = await renderPage(await document.getPage(k + 1), scale);
      canvases.push(await degrade(canvas, drawWear(random), random));
    }
  });
  return { plan, drawn, canvases, pdf: await scanPdf(canvases, scale) };
}
