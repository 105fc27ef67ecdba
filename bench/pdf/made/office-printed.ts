import { buildTruth } from "../build-truth.ts";
import { countPages } from "../count-pages.ts";
import { A4_LANDSCAPE } from "../paper/look.ts";
import { printFods } from "../print/print-fods.ts";
import { printHtml } from "../print/print-html.ts";
import type { PrintPage } from "../print/with-chromium.ts";
import type { Sample } from "../samples.ts";
import type { Made } from "./made.ts";
import { runTool } from "./run-tool.ts";

/** LibreOffice prints ### where a number has no room, and cuts words: smaller letters leave room for all. */
const SMALLER = 0.85;

/** A sample as a spreadsheet that LibreOffice prints; where its pages end is LibreOffice's own. */
export async function officePrinted(sample: Sample): Promise<Made> {
  const fods = printFods(sample.plan, { ...sample.look, fontSize: sample.look.fontSize * SMALLER });
  const bytes = await runTool("soffice", { name: "plan.fods", bytes: fods }, "plan.pdf", (folder) => [
    // A profile of its own lets several run at once, and leaves the user's alone.
    `-env:UserInstallation=file://${folder}/profile`,
    "--headless",
    "--convert-to",
    "pdf",
    "plan.fods",
  ]);
  return await unpaged(sample, "libreoffice", bytes);
}

/** A sample as one long page of HTML, which Chromium parts where its paper ends, rows too. */
export async function flowPrinted(sample: Sample, printPage: PrintPage): Promise<Made> {
  return await unpaged(sample, "chromium-flow", await printPage(printHtml(sample.plan, sample.look, null)));
}

async function unpaged(sample: Sample, producer: string, bytes: Uint8Array): Promise<Made> {
  const { plan, look, about, name } = sample;
  const truth = buildTruth(plan, look.columns, {
    producer,
    look: about,
    pages: await countPages(bytes),
    pageOf: () => null,
  });
  return { name: `${name}-${producer}.pdf`, bytes, truth, expected: "right" };
}

/** A sample as a spreadsheet that was not fitted to the width of the paper: its columns go on on the pages beside. */
export function acrossPages(sample: Sample, order: "over" | "down"): Sample {
  const look = { ...sample.look, paper: A4_LANDSCAPE, across: { pages: 3, order } };
  return { ...sample, name: `${sample.name}-${order}`, look };
}
