import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sourceFromBytes } from "../src/acquire/source-from-bytes.ts";
import { extract } from "../src/extract.ts";
import { formatBlockTruth } from "./blocks/format-truth.ts";
import { loadReports, type StoredReport } from "./blocks/load-reports.ts";
import { PRODUCERS } from "./blocks/look.ts";
import { FAMILIES } from "./blocks/plan/block-plan.ts";
import { printReports } from "./blocks/print-reports.ts";
import { makeReport } from "./blocks/report.ts";
import { type BlockScore, scoreBlocks } from "./blocks/score/score-blocks.ts";
import { type BlockTruth, truthOf } from "./blocks/truth.ts";
import { withChromium } from "./pdf/print/with-chromium.ts";

const USAGE = `npm run bench:blocks -- [options] [folder…]

Makes reports of the families that print an activity on several lines, reads them, and says what is wrong. With folders:
reads the PDFs there whose truth stands beside them (<name>.truth.json).

  --documents <n>     of each family and producer (4)
  --seed <n>          of the first; the others follow (1)
  --centres <n>       cost centres in each (3)
  --activities <n>    in each group, at most (6)
  --producer <name>   chromium, libreoffice, weasyprint or wkhtmltopdf; the first two by default
  --only <text>       only documents with this in their names
  --keep <folder>     also writes what was made there
  --family <auto|own> whether the family is recognised, or given (own)
  --verbose           names everything that is wrong, instead of the first few
`;

const NOTES = 4;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    documents: { type: "string", default: "4" },
    seed: { type: "string", default: "1" },
    centres: { type: "string", default: "3" },
    activities: { type: "string", default: "6" },
    producer: { type: "string" },
    only: { type: "string", default: "" },
    keep: { type: "string" },
    family: { type: "string", default: "own" },
    verbose: { type: "boolean", short: "v", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

type Document = Omit<StoredReport, "path">;

if (options.help) process.stdout.write(USAGE);
else
  await run(
    positionals.length > 0
      ? positionals.flatMap(loadReports).filter(({ name }) => name.includes(options.only))
      : await made(),
  );

async function made(): Promise<Document[]> {
  const size = { centres: Number(options.centres), activities: Number(options.activities) };
  const producers = PRODUCERS.filter((one) =>
    options.producer === undefined ? ["chromium", "libreoffice"].includes(one) : options.producer === one,
  );
  const reports = Array.from({ length: Number(options.documents) }, (_, i) => Number(options.seed) + i)
    .flatMap((seed) =>
      FAMILIES.flatMap((family) => producers.map((producer) => makeReport(family, producer, seed, size))),
    )
    .filter(({ name }) => name.includes(options.only));
  const printed = await withChromium((printPage) => printReports(reports, printPage));
  return [...printed].map(([report, pdf]) => {
    const { name } = report;
    const truth = truthOf(report);
    if (options.keep !== undefined) {
      mkdirSync(options.keep, { recursive: true });
      writeFileSync(join(options.keep, `${name}.pdf`), pdf);
      writeFileSync(join(options.keep, `${name}.truth.json`), formatBlockTruth(truth));
    }
    return { name, pdf, truth };
  });
}

async function run(documents: readonly Document[]): Promise<void> {
  const sums = new Map<string, BlockScore[]>();
  for (const { name, pdf, truth } of documents) {
    const score = await scoreOf(name, pdf, truth);
    sums.set(truth.family, [...(sums.get(truth.family) ?? []), score]);
    const isRight = score.right === score.rows && score.notes.length === 0;
    process.stdout.write(`${isRight ? "right" : "WRONG"} ${name}: ${format([score])}\n`);
    for (const note of options.verbose ? score.notes : score.notes.slice(0, NOTES))
      process.stdout.write(`      ${note.slice(0, options.verbose ? 2000 : 400)}\n`);
  }
  for (const [family, scores] of sums)
    process.stdout.write(`${family}: ${scores.length} documents, ${format(scores)}\n`);
  process.stdout.write(`all: ${documents.length} documents, ${format([...sums.values()].flat())}\n`);
}

async function scoreOf(name: string, pdf: Uint8Array, truth: BlockTruth): Promise<BlockScore> {
  const family = options.family === "own" ? truth.family : "auto";
  try {
    return scoreBlocks(truth, await extract(sourceFromBytes(`${name}.pdf`, pdf), { family, ocr: "off" }));
  } catch (cause) {
    const { length } = truth.rows;
    const none = { right: 0, doubted: 0, wrongFlagged: 0, wrongSilent: 0, invented: 0, misjudged: 0 };
    return { ...none, rows: length, missing: length, notes: [String(cause)] };
  }
}

function format(scores: readonly BlockScore[]): string {
  const sum = (count: (score: BlockScore) => number) => scores.reduce((all, score) => all + count(score), 0);
  return [
    `${sum(({ rows }) => rows)} rows`,
    `${sum(({ right }) => right)} right`,
    `${sum(({ doubted }) => doubted)} right in review`,
    `${sum(({ misjudged }) => misjudged)} misjudged`,
    `${sum(({ wrongFlagged }) => wrongFlagged)} wrong flagged`,
    `${sum(({ wrongSilent }) => wrongSilent)} wrong silent`,
    `${sum(({ missing }) => missing)} missing`,
    `${sum(({ invented }) => invented)} invented`,
  ].join(", ");
}
