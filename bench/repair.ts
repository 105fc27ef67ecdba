import { parseArgs } from "node:util";
import { extract } from "../src/extract.ts";
import { CHANNEL_NAMES } from "./damage/channels.ts";
import { type BenchmarkOptions, channelOf, type Judged, runBenchmark } from "./run-benchmark.ts";
import { expectedCalibrationError } from "./score/calibration.ts";
import { formatExample } from "./score/format-example.ts";
import { formatReport } from "./score/format-report.ts";
import { isSilent, sumTallies } from "./score/tally.ts";

/** `npm run bench:repair -- --help` explains the options; bench/README.md explains the figures. */
const HELP = `Damages rows whose truth is known, reads them, and reports what came out.

  --seed <n>          default 1; other seeds give other documents
  --documents <n>     default 100
  --rate <0..1>       share of rows damaged, default 0.3
  --channel <name>    one kind of damage only; may be given more than once
                      ${CHANNEL_NAMES.join(", ")}
  --no-totals         no totals rows under the table
  --damage-totals     totals rows are damaged at the same rate
  --collapsed         blanks gone, single spaces between all words and numbers
  --no-oracle         skip the oracle, for speed
  --dump <n>          print n silent errors of each channel (and wrong undamaged rows)
  --dump-review <n>   print n damaged rows of each channel that went to review (and undamaged ones)
  --json              the figures as JSON
`;

const { values: flags } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    documents: { type: "string", default: "100" },
    rate: { type: "string", default: "0.3" },
    channel: { type: "string", multiple: true, default: [...CHANNEL_NAMES] },
    totals: { type: "boolean", default: true },
    "damage-totals": { type: "boolean", default: false },
    collapsed: { type: "boolean", default: false },
    oracle: { type: "boolean", default: true },
    dump: { type: "string", default: "0" },
    "dump-review": { type: "string", default: "0" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
  allowNegative: true,
});

if (flags.help) process.stdout.write(HELP);
else await main();

async function main(): Promise<void> {
  const unknown = flags.channel.filter((channel) => !CHANNEL_NAMES.includes(channel));
  if (unknown.length > 0) {
    process.stderr.write(`Unknown channel ${unknown.join(", ")}; known are ${CHANNEL_NAMES.join(", ")}\n`);
    process.exitCode = 1;
    return;
  }
  const options: BenchmarkOptions = {
    seed: Number(flags.seed),
    documents: Number(flags.documents),
    rate: Number(flags.rate),
    channels: flags.channel,
    totals: flags.totals,
    damageTotals: flags["damage-totals"],
    collapsed: flags.collapsed,
    oracle: flags.oracle && !flags.collapsed,
  };
  const silent = collectExamples(Number(flags.dump), ({ score }) => isSilent(score));
  const review = collectExamples(Number(flags["dump-review"]), ({ score }) => score.review);
  const result = await runBenchmark(
    options,
    (text) => extract(text, { family: "sat-lima" }),
    (judged) => {
      silent.see(judged);
      review.see(judged);
    },
  );
  if (flags.json) {
    const channels = { ...Object.fromEntries(result.channels), all: sumTallies(result.channels.values()) };
    const calibrationError = {
      all: expectedCalibrationError(result.calibration.all),
      damaged: expectedCalibrationError(result.calibration.damaged),
    };
    const kinds = Object.fromEntries(result.kinds);
    process.stdout.write(`${JSON.stringify({ ...result, channels, kinds, calibrationError }, null, 2)}\n`);
    return;
  }
  for (const [title, { examples }] of [
    ["SILENT ERRORS", silent],
    ["IN REVIEW", review],
  ] as const) {
    if (examples.length > 0) process.stdout.write(`${title}\n\n${examples.join("\n\n")}\n\n`);
  }
  process.stdout.write(formatReport(result));
}

/** Keeps the first `limit` examples of each channel that the test picks. */
function collectExamples(limit: number, picks: (judged: Judged) => boolean) {
  const seen = new Map<string, number>();
  const examples: string[] = [];
  return {
    examples,
    see(judged: Judged): void {
      if (!picks(judged)) return;
      const channel = channelOf(judged.damage) ?? "undamaged";
      const count = seen.get(channel) ?? 0;
      if (count >= limit) return;
      seen.set(channel, count + 1);
      examples.push(formatExample(judged));
    },
  };
}
