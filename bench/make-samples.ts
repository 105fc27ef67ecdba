import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatBlockTruth } from "./blocks/format-truth.ts";
import { printReports } from "./blocks/print-reports.ts";
import { blockSamples } from "./blocks/samples.ts";
import { truthOf } from "./blocks/truth.ts";
import { formatTruth } from "./pdf/format-truth.ts";
import { withChromium } from "./pdf/print/with-chromium.ts";
import { printSample } from "./pdf/print-sample.ts";
import { samples } from "./pdf/samples.ts";

// node bench/make-samples.ts [folder]: makes the PDFs of samples/ anew, each with its truth. What pdfkit prints is
// the same at every run; Chromium and LibreOffice write the date into their PDFs.
const folder = process.argv[2] ?? "samples";
await withChromium(async (printPage) => {
  for (const sample of samples()) {
    const { pdf, truth } = await printSample(sample, printPage);
    const into = join(folder, sample.plan.family);
    mkdirSync(into, { recursive: true });
    writeFileSync(join(into, `${sample.name}.pdf`), pdf);
    writeFileSync(join(into, `${sample.name}.truth.json`), formatTruth(truth));
    process.stdout.write(`${join(into, `${sample.name}.pdf`)}: ${truth.pages} pages, ${pdf.length} bytes\n`);
  }
  for (const [report, pdf] of await printReports(blockSamples(), printPage)) {
    const path = join(folder, report.plan.family, report.name);
    mkdirSync(join(folder, report.plan.family), { recursive: true });
    writeFileSync(`${path}.pdf`, pdf);
    writeFileSync(`${path}.truth.json`, formatBlockTruth(truthOf(report)));
    process.stdout.write(`${path}.pdf: ${pdf.length} bytes\n`);
  }
});
