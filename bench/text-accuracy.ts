import { parseArgs } from "node:util";
import type { Made } from "./pdf/made/made.ts";
import { makeGroup } from "./pdf/made/make-group.ts";
import { readDocument } from "./pdf/score/read-document.ts";
import type { Truth } from "./pdf/truth.ts";
import { addToShapeTally, emptyShapeTally, type ShapeTally } from "./text/shape-tally.ts";
import { SHAPES } from "./text/shapes.ts";

const USAGE = `npm run bench:text -- [options]

Prints plans of known truth as PDFs, takes their text out as people do, and says what is read of it. Needs Debian's
packages poppler-utils and mupdf-tools; the groups browser and office need chromium and libreoffice as well.

  --seed <n>        where the looks drawn by lot begin; default 1
  --count <n>       how many of these; default 30
  --groups <list>   random, browser, office; default random
  --shapes <list>   some of ${Object.keys(SHAPES).join(", ")}; default all
  --verbose         names every silent number, every text that nothing calls in question, and rows lost
`;

const { values: options } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "30" },
    groups: { type: "string", default: "random" },
    shapes: { type: "string", default: Object.keys(SHAPES).join(",") },
    verbose: { type: "boolean", short: "v", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});

if (options.help) process.stdout.write(USAGE);
else await run();

async function run(): Promise<void> {
  const tallies = new Map(options.shapes.split(",").map((shape) => [shape, emptyShapeTally()]));
  let documents = 0;
  for (const group of options.groups.split(",")) {
    for await (const made of makeGroup(group, {
      first: Number(options.seed),
      count: Number(options.count),
    })) {
      if (made.truth === null) continue;
      documents++;
      for (const [shape, tally] of tallies)
        await readAs(shape, { ...made, truth: withoutPages(made.truth) }, tally);
    }
  }
  process.stdout.write(`${documents} documents, each as ${[...tallies.keys()].join(", ")}\n`);
  console.table(Object.fromEntries(tallies));
}

async function readAs(shape: string, made: Made, tally: ShapeTally): Promise<void> {
  const take = SHAPES[shape];
  if (take === undefined)
    throw new Error(`There is no shape '${shape}': there are ${Object.keys(SHAPES).join(", ")}`);
  const bytes = new TextEncoder().encode(await take(made.bytes));
  const outcome = await readDocument({ ...made, name: `${made.name}.txt`, bytes });
  if (outcome.kind !== "read" || outcome.score === null) {
    tally.refused++;
    if (options.verbose || outcome.kind === "broken")
      print(shape, made, [`${outcome.kind}: ${messageOf(outcome)}`]);
    return;
  }
  addToShapeTally(tally, outcome.score, outcome.flags);
  const worst = outcome.score.notes.filter((note) => /SILENT|UNSAID|lost|invented/.test(note));
  if (options.verbose) print(shape, made, worst);
}

function print(shape: string, { name }: Made, notes: readonly string[]): void {
  for (const note of notes) process.stdout.write(`${shape} ${name}: ${note}\n`);
}

function messageOf(outcome: object): string {
  return "message" in outcome ? String(outcome.message) : "no rows";
}

/** Text says little of where pages begin. */
function withoutPages(truth: Truth): Truth {
  const rows = (list: Truth["rows"]) => list.map((row) => ({ ...row, page: null }));
  return { ...truth, rows: rows(truth.rows), totals: rows(truth.totals) };
}
