import { CHANNELS } from "../damage/channels.ts";
import type { DamagedDocument } from "../damage/damage-document.ts";
import { type DamagedRow, visibleOutcomes } from "../damage/damage-row.ts";
import { type Printed, printRow, samePrint } from "../print-row.ts";
import type { TruthDocument, TruthRow } from "../rows/truth-row.ts";
import { blankPrior } from "./blank-prior.ts";
import { fillHoles, type NumberStyle, readCents } from "./fill-holes.ts";
import { rowPrior } from "./row-prior.ts";
import { undoDamage } from "./undo-damage.ts";

/** Another row that prints the same, once damaged. */
interface Alternative {
  /** How much likelier than the truth, the print being what it is. */
  readonly odds: number;
  /** What it would change in the column sums, cell by cell in hundredths. */
  readonly change: readonly number[];
}

/**
 * For each row, the probability that an oracle reads it right: one that knows the channels and the shapes
 * exactly, weighs all rows that one damage turns into this print, and takes the likeliest. Totals, where
 * printed, rule an alternative out unless one other row's alternative makes the sums come right again; a
 * damaged totals row counts as read. Totals say nothing of whether an empty cell is blank or 0. Undefined for
 * undamaged rows, and for pairs where no totals are printed: two damages are too many to undo one by one.
 */
export function oracleReach(
  document: TruthDocument,
  damaged: DamagedDocument,
  totals: boolean,
): (number | undefined)[] {
  const alternatives = document.rows.map((truth, index) => {
    const damage = damaged.rows[index] as DamagedRow;
    return damage.channels.length === 1 ? findAlternatives(document, truth, damage.printed) : [];
  });
  return document.rows.map((truth, index) => {
    const { channels } = damaged.rows[index] as DamagedRow;
    if (channels.length === 0 || (channels.length > 1 && !totals)) return undefined;
    const own = alternatives[index] as Alternative[];
    if (!totals) return reach(own.map(({ odds }) => odds));
    const group = isEquipment(truth);
    const others = alternatives.flatMap((list, other) =>
      other !== index && isEquipment(document.rows[other] as TruthRow) === group ? list : [],
    );
    return reach(
      own.flatMap((mine) => {
        if (mine.change.every((change) => change === 0)) return [mine.odds];
        return others.filter((other) => cancels(mine, other)).map((other) => mine.odds * other.odds);
      }),
    );
  });
}

function isEquipment({ labels }: TruthRow): boolean {
  return labels.unit === "EQUIPOS";
}

function cancels(a: Alternative, b: Alternative): boolean {
  return a.change.every((change, cell) => change + (b.change[cell] as number) === 0);
}

/** 1 where nothing is likelier than the truth, 0 where something is, a share where some are as likely. */
function reach(odds: readonly number[]): number {
  if (odds.some((ratio) => ratio > 1 + 1e-9)) return 0;
  return 1 / (1 + odds.filter((ratio) => ratio > 1 - 1e-9).length);
}

function findAlternatives(document: TruthDocument, truth: TruthRow, printed: Printed): Alternative[] {
  const { thousands, blankQuarters, throughQuarter } = document;
  const style: NumberStyle = { decimals: truth.decimals, thousands, blankQuarters };
  const own = printRow(truth, thousands);
  const candidates = undoDamage(printed, throughQuarter).flatMap((row) => fillHoles(row, style));
  const rows = new Map([own, ...candidates].map((row) => [row.join("\t"), row]));
  const centsOf = (row: Printed) => row.map((field) => readCents(field) as number);
  const weigh = (row: Printed) =>
    likelihood(row, printed) * rowPrior(centsOf(row), throughQuarter) * blankPrior(row, document);
  const ownCents = centsOf(own);
  const ownWeight = weigh(own);
  rows.delete(own.join("\t"));
  return [...rows.values()].flatMap((row) => {
    const weight = weigh(row);
    if (weight === 0) return [];
    const change = centsOf(row).map((value, cell) => value - (ownCents[cell] as number));
    return [{ odds: weight / ownWeight, change }];
  });
}

/** The probability of this print, the row being this one and each channel as likely as the others. */
function likelihood(row: Printed, printed: Printed): number {
  let sum = 0;
  for (const channel of Object.keys(CHANNELS)) {
    const outcomes = visibleOutcomes(row, channel);
    const all = outcomes.reduce((total, { weight }) => total + weight, 0);
    const hits = outcomes.filter((outcome) => samePrint(outcome.printed, printed));
    if (hits.length > 0) sum += hits.reduce((total, { weight }) => total + weight, 0) / all;
  }
  return sum;
}
