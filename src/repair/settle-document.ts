import type { Channel, Flag, PrintedRow, SettledDocument, SettledRow, Table } from "../document.ts";
import type { Family } from "../family.ts";
import type { Reconciliation } from "../schema.ts";
import { readAsPrinted } from "./as-printed.ts";
import { type Belief, weighByTotals } from "./column-totals.ts";
import { describeRow, type RowContext } from "./describe-row.ts";
import { doubtLoose } from "./doubt-loose.ts";
import { doubtOrders } from "./doubt-orders.ts";
import { errorModels } from "./error-model.ts";
import { explainGaps } from "./explain-gaps.ts";
import { fitToTotals } from "./fit-to-totals.ts";
import { groupTotals } from "./group-totals.ts";
import { holdToTotals } from "./hold-to-totals.ts";
import { type Likeness, learnLikeness } from "./likeness.ts";
import { neverHolds } from "./never-holds.ts";
import { createRowReader, type RowReader } from "./read-row.ts";
import type { Reading } from "./reading.ts";
import { reconcile } from "./reconcile.ts";
import { compileRowCode, type RowCode } from "./row-code.ts";
import type { TokenValue } from "./row-tokens.ts";
import { scaleTokens } from "./scale-tokens.ts";
import { setPercentApart } from "./set-percent-apart.ts";
import { settlePlaced } from "./settle-placed.ts";
import { settleTotals, totalAsPrinted } from "./settle-totals.ts";
import { reorderReading, silentBlocks } from "./swap-readings.ts";

type Copied = Exclude<Channel, "placed">;
/** A table that was copied, so that some of it may be lost or moved. */
type CopiedTable = Table & { readonly channel: Copied };

/** A reading is learnt from when it is this probable. */
const SURE_ENOUGH = 0.8;

/**
 * Reads every row of a document's tables together: alignment and arithmetic row by row, likeness learnt from the
 * sound rows, then the column totals, which weigh the readings that remain.
 */
export function settleDocument(tables: readonly Table[], family: Family): SettledDocument {
  const settled = tables.map((table) =>
    table.channel === "placed" ? settlePlaced(table, family) : settleTable(table as CopiedTable, family),
  );
  return {
    rows: settled.flatMap(({ rows }) => rows),
    reconciliation: settled.flatMap(({ reconciliation }) => reconciliation),
    flags: [...new Set(settled.flatMap(({ flags }) => flags))],
  };
}

function settleTable(
  whole: CopiedTable,
  family: Family,
): { rows: SettledRow[]; reconciliation: Reconciliation[]; flags: Flag[] } {
  // Where blanks travel, a percentage stands in its column like any other number.
  const { table, putBack } =
    whole.channel === "collapsed"
      ? setPercentApart(whole)
      : { table: whole, putBack: (row: SettledRow) => row };
  const code = compileRowCode(table.cells, family);
  const model = errorModels[table.channel];
  const { rows, scale, parse } = scaleTokens(table);
  const channels = table.rows.map(({ blanksLost }): Copied => (blanksLost ? "collapsed" : table.channel));
  const printed = rows.map((tokens) => readAsPrinted(code, tokens, scale));
  const readAll = (
    sound: Iterable<readonly (number | null)[]>,
  ): { likeness: Likeness; beliefs: Belief[]; readerOf: (row: number) => RowReader } => {
    const likeness = learnLikeness(code, sound);
    const readers = new Map(
      [...new Set(channels)].map((channel) => [
        channel,
        createRowReader(code, errorModels[channel], likeness, scale, parse),
      ]),
    );
    const readerOf = (k: number) => readers.get(channels[k] as Copied) as RowReader;
    const beliefs = table.rows.map((row, k) => {
      const tokens = rows[k] as readonly TokenValue[];
      const read = readerOf(k).read(row, tokens, printed[k] ?? null);
      if (row.kind === "total" && read.readings.every(({ broken }) => broken.length > 0))
        return totalAsPrinted(code, tokens, scale);
      return { ...read, prior: read.probabilities, probabilities: [...read.probabilities] };
    });
    return { likeness, beliefs, readerOf };
  };
  const isSound = (reading: Reading | null) => reading !== null && reading.broken.length === 0;
  const sound = printed.filter(isSound);
  let { likeness, beliefs, readerOf } = readAll(sound.map((reading) => settledValues(reading)));
  // Where blanks leave no trace, rows with blanks are sound only once they are read: what they show is learnt then.
  if (table.channel === "collapsed") {
    const sure = beliefs.filter(({ probabilities }) => (probabilities[0] ?? 0) > SURE_ENOUGH);
    ({ likeness, beliefs, readerOf } = readAll(
      sure.map(({ readings }) => settledValues(readings[0] ?? null)),
    ));
  }
  const own = new Map(
    beliefs.flatMap((belief, k) => (channels[k] === "collapsed" ? [[belief, { ...belief }] as const] : [])),
  );
  const groups = groupTotals(table.rows, family).map(({ total, members }) => ({
    label: (table.rows[total] as PrintedRow).labels.label ?? "",
    row: total,
    total: beliefs[total] as Belief,
    rows: members.map((member) => beliefs[member] as Belief),
  }));
  const blocks = silentBlocks(code);
  const stretches = columnStretches(code, blocks);
  const isAdded = (cell: number) => code.isAdded[cell] as boolean;
  weighByTotals(groups, code.cells.length, stretches);
  const places = new Map(beliefs.map((belief, k) => [belief, k]));
  const tokensOf = (belief: Belief) => rows[places.get(belief) as number] as readonly TokenValue[];
  const readAs = (belief: Belief, amounts: readonly number[]) => {
    const k = places.get(belief) as number;
    return readerOf(k).readAs(table.rows[k] as PrintedRow, tokensOf(belief), amounts);
  };
  if (fitToTotals(groups, blocks, tokensOf, readAs)) weighByTotals(groups, code.cells.length, stretches);
  explainGaps(code, groups, tokensOf, {
    readAs,
    reorder: (reading, order) => reorderReading(code, model, likeness, reading, order),
    costOf: readerOf(0).costOf,
    swapped: model.swapped,
  });
  settleTotals(code, scale, groups, (row) => rows[row] as readonly TokenValue[]);
  if (own.size > 0) holdToTotals(code, own, groups, family.reviewBelow);
  doubtLoose(code, likeness, beliefs);
  doubtOrders(code, model, likeness, groups, blocks);

  const context: Omit<RowContext, "evidence" | "numbers" | "isSound" | "tabular"> = {
    code,
    scale,
    reviewBelow: family.reviewBelow,
  };
  const reconciliation = reconcile(code.cells, groups, scale, isAdded);
  const evidence = evidenceOf(groups, beliefs, reconciliation);
  const described = table.rows.map((row, k) => {
    const settled = describeRow(row, beliefs[k] as Belief, {
      ...context,
      tabular: channels[k] === "tabular",
      isSound: isSound(printed[k] ?? null),
      numbers: rows[k] as readonly TokenValue[],
      evidence: (cell) => evidence(k, cell),
    });
    return withDoubts(putBack(settled, k));
  });
  // Where hardly a row can be read by its columns, one that can be has as many numbers by chance.
  const flags = neverHolds(beliefs.filter(({ readings }) => readings.length === 0).length, beliefs.length);
  if (flags.length === 0) return { rows: described, reconciliation, flags };
  return {
    rows: described.map((row) => ({ ...row, flags: [...row.flags, ...flags] })),
    reconciliation,
    flags,
  };
}

/** Adds what was doubted when the row was read. */
function withDoubts(row: SettledRow): SettledRow {
  const { doubts } = row.printed;
  return doubts === undefined ? row : { ...row, flags: [...row.flags, ...doubts] };
}

function settledValues(reading: Reading | null): (number | null)[] {
  return (reading?.values ?? []).map((value) => value ?? null);
}

/** The columns that say the same of a row: the months of a quarter with the quarter, and every other by itself. */
function columnStretches(code: RowCode, blocks: readonly (readonly number[])[]): number[][] {
  const quarters = blocks.map((months) => {
    const sum = code.terms.findIndex(
      (terms) => terms.length === months.length && terms.every((cell) => months.includes(cell)),
    );
    return sum < 0 ? [...months] : [...months, sum];
  });
  const within = new Set(quarters.flat());
  const others = [...code.cells.keys()].filter((cell) => !within.has(cell)).map((cell) => [cell]);
  return [...quarters, ...others].filter(([cell]) => code.isAdded[cell as number]);
}

/** For a row and a cell, the total that agrees with the sum of its column, if its own arithmetic is sound. */
function evidenceOf(
  groups: readonly { label: string; total: Belief; rows: readonly Belief[] }[],
  beliefs: readonly Belief[],
  reconciliation: readonly Reconciliation[],
): (row: number, cell: string) => string | null {
  const sound = new Set(groups.filter(({ total }) => total.reliance === undefined).map(({ label }) => label));
  const groupOf = new Map(groups.flatMap(({ label, rows }) => rows.map((belief) => [belief, label])));
  const matching = new Map(
    reconciliation
      .filter(({ verdict, label }) => verdict === "match" && sound.has(label))
      .map(({ label, cell, published }) => [`${label}\n${cell}`, `${label}: ${cell} = ${published}`]),
  );
  return (row, cell) => matching.get(`${groupOf.get(beliefs[row] as Belief)}\n${cell}`) ?? null;
}
