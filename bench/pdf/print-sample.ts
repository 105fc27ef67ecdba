import { buildTruth } from "./build-truth.ts";
import { layOut } from "./paper/lay-out.ts";
import { printPdfkit } from "./print/print-pdfkit.ts";
import type { Sample } from "./samples.ts";

/** A sample's two files. */
export interface PrintedSample {
  readonly pdf: Uint8Array;
  /** JSON, one row to a line. */
  readonly truth: string;
}

/** Prints a sample and says what a reader must find in it. */
export async function printSample({ plan, look, producer, about }: Sample): Promise<PrintedSample> {
  const { sheets, pages } = layOut(plan, look);
  const truth = buildTruth(plan, look.columns, {
    producer,
    look: about,
    pages: sheets.length,
    pageOf: (item) => pages[item] ?? null,
  });
  return { pdf: await printPdfkit(sheets, plan.title), truth: JSON.stringify(truth) };
}
