import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { printSample } from "./pdf/print-sample.ts";
import { samples } from "./pdf/samples.ts";

// Makes the samples anew: node bench/make-samples.ts [folder]. Chromium's dates change with every run.
const folder = process.argv[2] ?? "samples";
for (const sample of samples()) {
  const into = join(folder, sample.plan.family);
  mkdirSync(into, { recursive: true });
  const { pdf, truth } = await printSample(sample);
  writeFileSync(join(into, `${sample.name}.pdf`), pdf);
  writeFileSync(join(into, `${sample.name}.truth.json`), truth);
  process.stdout.write(`${join(into, sample.name)}.pdf ${pdf.length} bytes\n`);
}
