import type { BenchmarkResult } from "../run-benchmark.ts";
import { type Calibration, expectedCalibrationError } from "./calibration.ts";
import { sumTallies, type Tally } from "./tally.ts";

/** The report as text, for people; figures are explained in bench/README.md. */
export function formatReport(result: BenchmarkResult): string {
  const { options, channels, kinds, undamaged, totals, calibration } = result;
  const damaged = sumTallies(channels.values());
  const blocks = [
    `seed ${options.seed} · ${options.documents} documents · rate ${options.rate} · totals ${
      options.totals ? (options.damageTotals ? "damaged at the same rate" : "undamaged") : "not printed"
    }${options.collapsed ? " · collapsed" : ""}`,
    damagedTable("damaged rows by channel", [...channels, ["all", damaged]]),
    damagedTable(
      "damaged rows by kind",
      [...kinds].sort(([a], [b]) => a.localeCompare(b)),
    ),
    [
      "undamaged rows",
      `  ${undamaged.rows} rows · in review ${undamaged.review} (${perThousand(undamaged.review, undamaged.rows)} ‰) · ` +
        `changed without review ${undamaged.silent} · missing ${undamaged.missing}`,
    ].join("\n"),
    ["totals rows", totalsLine("undamaged", totals.undamaged), totalsLine("damaged", totals.damaged)].join(
      "\n",
    ),
    calibrationBlock("calibration, all rows", calibration.all),
    calibrationBlock("calibration, damaged rows", calibration.damaged),
    [`documents that could not be read: ${result.unread.length}`, ...result.unread.slice(0, 5)].join("\n  "),
    `rows without a printed row behind them: ${result.invented}\n` +
      `time in extract: ${(result.milliseconds / 1000).toFixed(1)} s, ` +
      `${(result.milliseconds / Math.max(1, damaged.rows + undamaged.rows)).toFixed(2)} ms a row`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

const COLUMNS = [
  "rows",
  "silent",
  "‰",
  "blank/0",
  "missing",
  "repaired %",
  "oracle %",
  "of oracle %",
  "review",
  "right in review",
  "truth offered",
];

function damagedTable(title: string, entries: readonly (readonly [string, Tally])[]): string {
  const rows = entries.map(([name, tally]) => [name, ...damagedCells(tally)]);
  return table([[title, ...COLUMNS], ...rows]);
}

function damagedCells(tally: Tally): string[] {
  const repaired = share(tally.settled, tally.rows);
  const oracle = tally.oracleJudged === 0 ? Number.NaN : share(tally.oracle, tally.oracleJudged);
  return [
    String(tally.rows),
    String(tally.silent),
    perThousand(tally.silent, tally.rows),
    String(tally.silentBlankZero),
    String(tally.missing),
    percent(repaired),
    percent(oracle),
    percent(repaired / oracle),
    String(tally.review),
    String(tally.reviewRight),
    String(tally.reviewOffered),
  ];
}

function totalsLine(name: string, { rows, silent, review, settled }: Tally): string {
  return `  ${name}: ${rows} rows · silent ${silent} · right without review ${settled} · in review ${review}`;
}

function calibrationBlock(title: string, calibration: Calibration): string {
  const lines = [...calibration.bins, ...calibration.topBins].map((bin) => [
    `${bin.low}–${bin.high}`,
    String(bin.rows),
    bin.rows === 0 ? "–" : (bin.confidence / bin.rows).toFixed(4),
    bin.rows === 0 ? "–" : (bin.right / bin.rows).toFixed(4),
  ]);
  const error = expectedCalibrationError(calibration).toFixed(4);
  return table([[`${title} (ECE ${error})`, "rows", "stated", "observed"], ...lines]);
}

function share(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : part / whole;
}

function percent(value: number): string {
  return Number.isFinite(value) ? (100 * value).toFixed(1) : "–";
}

function perThousand(part: number, whole: number): string {
  return whole === 0 ? "–" : ((1000 * part) / whole).toFixed(1);
}

/** Left-aligned first column, the others right-aligned. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}
