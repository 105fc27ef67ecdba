import { buildTruth } from "./build-truth.ts";
import { countPages } from "./count-pages.ts";
import { layOut } from "./paper/lay-out.ts";
import { printHtml } from "./print/print-html.ts";
import { printPdfkit } from "./print/print-pdfkit.ts";
import type { PrintPage } from "./print/with-chromium.ts";
import type { Sample } from "./samples.ts";
import type { Truth } from "./truth.ts";

/** A sample's PDF, and what a reader must find in it. */
export interface PrintedSample {
  readonly pdf: Uint8Array;
  readonly truth: Truth;
}

/** A browser's rows may be higher than ours: its pages are filled to this share. */
const FILL = 0.85;

/** Prints a sample with the producer that it names. */
export async function printSample(sample: Sample, printPage: PrintPage): Promise<PrintedSample> {
  const { plan, look, producer, about } = sample;
  const browser = producer === "chromium";
  const [width, height] = look.paper;
  const { sheets, pages } = layOut(plan, browser ? { ...look, paper: [width, height * FILL] } : look);
  const pdf = browser ? await printPage(printHtml(plan, look, pages)) : await printPdfkit(sheets, plan.title);
  const count = await countPages(pdf);
  const expected = new Set(pages).size + (look.cover ? 2 : 0);
  if (browser && count !== expected)
    throw new Error(`${sample.name} has ${count} pages instead of ${expected}`);
  const truth = buildTruth(plan, look.columns, {
    producer,
    look: about,
    pages: count,
    pageOf: (item) => pages[item] ?? null,
  });
  return { pdf, truth };
}
