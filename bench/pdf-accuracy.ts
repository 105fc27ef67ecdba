import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { formatTruth } from "./pdf/format-truth.ts";
import { loadSamples, truthPath } from "./pdf/load-samples.ts";
import type { Made } from "./pdf/made/made.ts";
import { GROUPS, makeGroup } from "./pdf/made/make-group.ts";
import { formatOutcome } from "./pdf/score/format-outcome.ts";
import { judge, type Outcome } from "./pdf/score/judge.ts";
import { type Cost, readApart } from "./pdf/score/read-apart.ts";
import { readDocument } from "./pdf/score/read-document.ts";
import { seededRandom } from "./random.ts";
import { scanMade } from "./scans/scan-made.ts";

const USAGE = `npm run bench:pdf -- [options] [file or folder…]

Reads PDFs whose truth stands beside them (<name>.truth.json) and says what is wrong. Without arguments: samples/.

  --made <groups>   makes documents to try the reader on instead: all, or some of
                    ${GROUPS.join(", ")}
  --seed <n>        where the group random begins: other looks; default 1
  --count <n>       how many documents that group has; default 60
  --keep <folder>   also writes what was made there
  --scanned <dpi>   turns the documents into pictures first, and reads them by OCR
  --wear <seed>     wears these pictures as bench:ocr does: skew, blur, noise, JPEG, stamps
  --scans <folder>  keeps what OCR read there: a second run looks only at what is made of it
  --only <text>     only documents with this in their names
  --verbose         names every wrong cell and text, instead of the first few
`;

const NOTES = 3;
/** Groups that can be read in this process; each document of the others gets one of its own, with limits. */
const HARMLESS = ["plain", "random", "rewritten", "browser", "office"];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    made: { type: "string" },
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "60" },
    keep: { type: "string" },
    scanned: { type: "string" },
    wear: { type: "string" },
    scans: { type: "string" },
    only: { type: "string", default: "" },
    verbose: { type: "boolean", short: "v", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

if (options.help) process.stdout.write(USAGE);
else await run();

async function run(): Promise<void> {
  let [documents, wrong, silent] = [0, 0, 0];
  const show = (made: Made, outcome: Outcome, cost: Cost | null) => {
    const right = judge(made.expected, outcome);
    documents++;
    if (!right) wrong++;
    const score = outcome.kind === "read" ? outcome.score : null;
    silent += score?.silent ?? 0;
    const took =
      cost === null
        ? ""
        : ` (${cost.cpuSeconds.toFixed(1)} s of processor, ${Math.round(cost.peakMegabytes)} MB)`;
    process.stdout.write(`${right ? "right" : "WRONG"} ${made.name}: ${formatOutcome(outcome)}${took}\n`);
    const notes = right && !options.verbose ? [] : (score?.notes ?? []);
    for (const note of options.verbose ? notes : notes.slice(0, NOTES))
      process.stdout.write(`      ${note}\n`);
  };
  if (options.made === undefined) {
    for (const made of loadSamples(positionals.length > 0 ? positionals : ["samples"])) {
      if (!made.path.includes(options.only)) continue;
      const wear = options.wear === undefined ? null : seededRandom(Number(options.wear));
      const seen = options.scanned === undefined ? made : await scanMade(made, Number(options.scanned), wear);
      show({ ...made, name: made.path }, await readDocument(seen, options.scans), null);
    }
  } else {
    for (const group of options.made === "all" ? GROUPS : options.made.split(",")) {
      for await (const made of makeGroup(group, {
        first: Number(options.seed),
        count: Number(options.count),
      })) {
        if (!made.name.includes(options.only)) continue;
        if (options.keep !== undefined) keep(made, options.keep);
        if (HARMLESS.includes(group)) show(made, await readDocument(made), null);
        else {
          const { outcome, cost } = await readApart(made);
          show(made, outcome, cost);
        }
      }
    }
  }
  process.stdout.write(`${documents} documents, ${wrong} wrong; ${silent} rows with silent errors\n`);
  if (wrong > 0) process.exitCode = 1;
}

function keep({ name, bytes, truth, expected, password }: Made, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), bytes);
  const more = { expected, ...(password !== undefined && { password }) };
  writeFileSync(
    join(folder, truthPath(name)),
    truth === null ? JSON.stringify(more) : formatTruth(truth, more),
  );
}
