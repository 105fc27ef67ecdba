import { PoiError } from "../src/errors.ts";
import type { Extraction, Row } from "../src/schema.ts";
import { PAIR } from "./damage/channels.ts";
import { type DamagedDocument, damageDocument } from "./damage/damage-document.ts";
import type { DamagedRow } from "./damage/damage-row.ts";
import { oracleReach } from "./oracle/oracle-reach.ts";
import { printDocument } from "./print-document.ts";
import { seededRandom } from "./random.ts";
import { makeDocument } from "./rows/make-document.ts";
import type { TruthDocument, TruthRow } from "./rows/truth-row.ts";
import { addToCalibration, type Calibration, emptyCalibration } from "./score/calibration.ts";
import { type RowScore, scoreRow } from "./score/score-row.ts";
import { addToTally, emptyTally, type Tally } from "./score/tally.ts";

export interface BenchmarkOptions {
  readonly seed: number;
  readonly documents: number;
  readonly rate: number;
  readonly channels: readonly string[];
  /** Totals printed under the table. */
  readonly totals: boolean;
  readonly damageTotals: boolean;
  readonly collapsed: boolean;
  /** Ask the oracle too; it costs more than the repair itself. */
  readonly oracle: boolean;
}

/** The thing under examination: the library's `extract` for sat-lima. */
export type Extract = (text: string) => Promise<Extraction>;

/** One row of the benchmark with all that is known of it. */
export interface Judged {
  readonly document: number;
  readonly truth: TruthRow;
  readonly damage: DamagedRow;
  readonly score: RowScore;
  readonly row: Row | undefined;
}

export interface BenchmarkResult {
  readonly options: BenchmarkOptions;
  /** Damaged rows by channel. */
  readonly channels: Map<string, Tally>;
  /** Damaged rows by shape and by execution. */
  readonly kinds: Map<string, Tally>;
  readonly undamaged: Tally;
  readonly totals: { damaged: Tally; undamaged: Tally };
  readonly calibration: { all: Calibration; damaged: Calibration };
  /** Rows that came out without a printed row behind them. */
  invented: number;
  /** Documents that `extract` refused; their rows are counted nowhere else. */
  unread: string[];
  /** Milliseconds spent in `extract`. */
  milliseconds: number;
}

/**
 * Generates documents, damages them, reads them and scores every row. `onRow` sees each activity row as it
 * is judged. The same options give the same documents on every machine.
 */
export async function runBenchmark(
  options: BenchmarkOptions,
  extract: Extract,
  onRow: (judged: Judged) => void = () => {},
): Promise<BenchmarkResult> {
  const result: BenchmarkResult = {
    options,
    channels: new Map(options.channels.map((channel) => [channel, emptyTally()])),
    kinds: new Map(),
    undamaged: emptyTally(),
    totals: { damaged: emptyTally(), undamaged: emptyTally() },
    calibration: { all: emptyCalibration(), damaged: emptyCalibration() },
    invented: 0,
    unread: [],
    milliseconds: 0,
  };
  for (let document = 0; document < options.documents; document++) {
    // Each document has chances of its own: any of them can be made again without those before it.
    const random = seededRandom(options.seed * 1_000_003 + document);
    const truth = withTotals(makeDocument(random), options.totals);
    const damaged = damageDocument(truth, options, random);
    const padded = random.chance(0.7);
    await judgeDocument(result, { truth, damaged, padded, document }, extract, onRow);
  }
  return result;
}

function withTotals(document: TruthDocument, totals: boolean): TruthDocument {
  return totals ? document : { ...document, totals: [] };
}

interface Trial {
  readonly document: number;
  readonly truth: TruthDocument;
  readonly damaged: DamagedDocument;
  readonly padded: boolean;
}

async function judgeDocument(
  result: BenchmarkResult,
  { document, truth, damaged, padded }: Trial,
  extract: Extract,
  onRow: (judged: Judged) => void,
): Promise<void> {
  const { collapsed } = result.options;
  const printed = printDocument(truth, {
    rows: damaged.rows.map((row) => row.printed),
    totals: damaged.totals.map((row) => row.printed),
    collapsed,
    padded,
  });
  const start = performance.now();
  const extraction = await extract(printed.text).catch((error: unknown) => {
    if (error instanceof PoiError) return error;
    throw error;
  });
  result.milliseconds += performance.now() - start;
  if (extraction instanceof PoiError) {
    result.unread.push(`document ${document}: ${extraction.message}`);
    return;
  }
  const byLine = new Map([...extraction.rows, ...extraction.totals].map((row) => [row.line, row]));
  result.invented +=
    extraction.rows.length + extraction.totals.length - truth.rows.length - truth.totals.length;
  const oracle = result.options.oracle ? oracleReach(truth, damaged, result.options.totals) : [];
  for (const [index, row] of truth.rows.entries()) {
    const damage = damaged.rows[index] as DamagedRow;
    const found = byLine.get(printed.rowLines[index] as number);
    const score = scoreRow(row.values, found);
    addRow(result, row, damage, score, oracle[index]);
    onRow({ document, truth: row, damage, score, row: found });
  }
  for (const [index, row] of truth.totals.entries()) {
    const isDamaged = (damaged.totals[index] as DamagedRow).channels.length > 0;
    const score = scoreRow(row.values, byLine.get(printed.totalLines[index] as number));
    addToTally(isDamaged ? result.totals.damaged : result.totals.undamaged, score);
  }
}

function addRow(
  result: BenchmarkResult,
  truth: TruthRow,
  damage: DamagedRow,
  score: RowScore,
  oracle: number | undefined,
): void {
  if (!score.missing) addToCalibration(result.calibration.all, score.confidence, score.bestRight);
  const channel = channelOf(damage);
  if (channel === undefined) {
    addToTally(result.undamaged, score);
    return;
  }
  if (!score.missing) addToCalibration(result.calibration.damaged, score.confidence, score.bestRight);
  for (const [map, key] of [
    [result.channels, channel],
    [result.kinds, `shape ${truth.shape}`],
    [result.kinds, `executed ${truth.execution}`],
  ] as const) {
    const tally = map.get(key) ?? emptyTally();
    map.set(key, tally);
    addToTally(tally, score, oracle);
  }
}

/** The name under which a row's damage is counted; undefined for a row that was left as it was. */
export function channelOf({ channels }: DamagedRow): string | undefined {
  return channels.length > 1 ? PAIR : channels[0];
}
