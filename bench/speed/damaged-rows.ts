import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import type { Table } from "../../src/document.ts";
import { readLines } from "../../src/read/read-lines.ts";
import { readTables } from "../../src/read/read-tables.ts";
import { settleDocument } from "../../src/repair/settle-document.ts";
import { loadTableFamily } from "../../tests/support/load-table-family.ts";
import { CHANNEL_NAMES } from "../damage/channels.ts";
import { damageDocument } from "../damage/damage-document.ts";
import { printDocument } from "../print-document.ts";
import { type Random, seededRandom } from "../random.ts";
import { makeDocument } from "../rows/make-document.ts";
import type { TruthDocument } from "../rows/truth-row.ts";
import { summariseTimes, type Times } from "./times.ts";

/** Documents read before the clock counts, so that the code is compiled. */
const WARM_UP = 5;

export interface DamagedTimes {
  /** Milliseconds for a damaged row settled by itself. */
  readonly alone: Times;
  /** Mean milliseconds that a damaged row adds to its document, totals and all. */
  readonly inDocument: number;
}

/** Times the repair alone: reading and matching are left out. */
export async function measureDamagedRows(documents: number): Promise<DamagedTimes> {
  const family = await loadTableFamily("sat-lima");
  const read = (text: string): readonly Table[] =>
    readTables(readLines(sourceFromBytes("text", new TextEncoder().encode(text))), family).tables;
  const clock = (tables: readonly Table[]) => {
    const start = performance.now();
    settleDocument(tables, family);
    return performance.now() - start;
  };
  const alone: number[] = [];
  let beyond = 0;
  for (let number = -WARM_UP; number < documents; number++) {
    const random = seededRandom(7_000 + number);
    const truth = makeDocument(random);
    const spoilt = printAt(truth, 0.3, random);
    const sound = printAt(truth, 0, random);
    const tables = read(spoilt.text);
    const rowTimes = tables.flatMap((table) =>
      table.rows
        .filter((row) => spoilt.damagedLines.has(row.line))
        .map((row) => clock([{ ...table, rows: [row] }])),
    );
    const extra = clock(tables) - clock(read(sound.text));
    if (number < 0) continue;
    alone.push(...rowTimes);
    beyond += extra;
  }
  return { alone: summariseTimes(alone), inDocument: beyond / alone.length };
}

function printAt(truth: TruthDocument, rate: number, random: Random) {
  const options = { rate, channels: CHANNEL_NAMES, damageTotals: false, collapsed: false };
  const damaged = damageDocument(truth, options, random);
  const printed = printDocument(truth, {
    rows: damaged.rows.map((row) => row.printed),
    totals: damaged.totals.map((row) => row.printed),
    collapsed: false,
    padded: true,
  });
  const lines = printed.rowLines.filter((_, row) => (damaged.rows[row]?.channels.length ?? 0) > 0);
  return { text: printed.text, damagedLines: new Set(lines) };
}
