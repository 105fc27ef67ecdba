import { type Printed, printRow } from "../print-row.ts";
import type { Random } from "../random.ts";
import type { TruthDocument, TruthRow } from "../rows/truth-row.ts";
import { type DamagedRow, damageRow } from "./damage-row.ts";

export interface DamageOptions {
  /** Share of the rows that are damaged. */
  readonly rate: number;
  /** Kinds of damage to draw from, each as often as the others. */
  readonly channels: readonly string[];
  /** Totals are damaged at the same rate. */
  readonly damageTotals: boolean;
  readonly collapsed: boolean;
}

export interface DamagedDocument {
  readonly rows: readonly DamagedRow[];
  readonly totals: readonly DamagedRow[];
}

/**
 * Damages a share of a document's rows. A kind of damage is drawn first, then a row that it can touch, so
 * that kinds which few rows admit (a lost blank) are as frequent as the others. Undamaged rows have no
 * channels.
 */
export function damageDocument(
  document: TruthDocument,
  options: DamageOptions,
  random: Random,
): DamagedDocument {
  const print = (rows: readonly TruthRow[]) => rows.map((row) => printRow(row, document.thousands));
  const rows = print(document.rows);
  const wanted = Math.round(options.rate * rows.length);
  const totals = print(document.totals);
  const spoiltTotals = options.damageTotals ? totals.filter(() => random.chance(options.rate)).length : 0;
  return {
    rows: damageSome(rows, wanted, options, random),
    totals: damageSome(totals, spoiltTotals, options, random),
  };
}

function damageSome(
  truths: readonly Printed[],
  wanted: number,
  { channels, collapsed }: DamageOptions,
  random: Random,
): DamagedRow[] {
  const rows: DamagedRow[] = truths.map((printed) => ({ printed, channels: [] }));
  const untouched = new Set(rows.keys());
  let left = wanted;
  let usable = [...channels];
  while (left > 0 && usable.length > 0) {
    const channel = random.pick(usable);
    const hit = strike(truths, random.shuffle([...untouched]), channel, random, collapsed);
    if (hit === undefined) {
      usable = usable.filter((other) => other !== channel);
      continue;
    }
    rows[hit.index] = hit.row;
    untouched.delete(hit.index);
    left--;
  }
  return rows;
}

/** Damages the first of the rows that the channel can touch. */
function strike(
  truths: readonly Printed[],
  order: readonly number[],
  channel: string,
  random: Random,
  collapsed: boolean,
): { index: number; row: DamagedRow } | undefined {
  for (const index of order) {
    const row = damageRow(truths[index] as Printed, channel, random, collapsed);
    if (row !== undefined) return { index, row };
  }
  return undefined;
}
