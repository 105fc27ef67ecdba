import { describe, expect, test } from "vitest";
import { CHANNEL_NAMES } from "../../bench/damage/channels.ts";
import { type BenchmarkOptions, type Judged, runBenchmark } from "../../bench/run-benchmark.ts";
import { formatExample } from "../../bench/score/format-example.ts";
import { formatReport } from "../../bench/score/format-report.ts";
import { sumTallies } from "../../bench/score/tally.ts";
import { PoiError } from "../../src/errors.ts";
import type { Extraction, Row } from "../../src/schema.ts";

const options: BenchmarkOptions = {
  seed: 3,
  documents: 3,
  rate: 0.3,
  channels: CHANNEL_NAMES,
  totals: true,
  damageTotals: false,
  collapsed: false,
  oracle: false,
};

/** Reads every line with a number field cell by cell, believes all it reads, and repairs nothing. */
async function believeEverything(text: string): Promise<Extraction> {
  const all = text.split("\n").flatMap((line, index): Row[] => {
    const fields = line.split("\t");
    const numbers = fields.slice(4).map((field) => (field === "" ? null : Number(field.replaceAll(",", ""))));
    if (!/\d/.test(fields.slice(4).join("")) || fields[4] === undefined) return [];
    const at = (cell: number) => numbers[cell] ?? null;
    const series = (first: number, quarter: number) => ({
      monthly: Array.from({ length: 12 }, (_, month) => at(first + month)),
      quarterly: [0, 2, 4, 6].map((step) => at(quarter + step)),
    });
    const row = {
      line: index + 1,
      target: at(0),
      series: { programmed: series(1, 25), executed: series(13, 26) },
      status: "verified",
      needsReview: false,
      confidence: 1,
      flags: [],
      repairs: [],
      candidates: [],
      labels: { organ: fields[0]! },
    };
    return [row as unknown as Row];
  });
  const isTotal = (row: Row) => row.labels.organ!.startsWith("TOTAL");
  return {
    rows: all.filter((row) => !isTotal(row)),
    totals: all.filter(isTotal),
  } as unknown as Extraction;
}

const nothing = async () => ({ rows: [], totals: [] }) as unknown as Extraction;

describe("runBenchmark", () => {
  test("finds no fault with a faithful reading of undamaged documents", async () => {
    const result = await runBenchmark({ ...options, rate: 0 }, believeEverything);
    expect(result.undamaged.rows).toBeGreaterThan(170);
    expect(result.undamaged).toMatchObject({ silent: 0, review: 0, missing: 0 });
    expect(result.totals.undamaged).toMatchObject({ rows: 6, silent: 0 });
    expect(result.invented).toBe(0);
  });

  test("finds damaged rows wrong for a reader that believes all it reads", async () => {
    const right: Judged[] = [];
    const result = await runBenchmark(options, believeEverything, (judged) => {
      if (judged.damage.channels.length > 0 && judged.score.right) right.push(judged);
    });
    const damaged = sumTallies(result.channels.values());
    const share = damaged.rows / (damaged.rows + result.undamaged.rows);
    expect(share).toBeCloseTo(0.3, 1);
    expect(damaged.silent).toBe(damaged.rows - right.length);
    // All that does no harm is a number too many behind the last cell.
    for (const { damage } of right) expect(damage.printed.length).toBeGreaterThan(33);
    expect(right.length).toBeLessThan(damaged.rows / 10);
    expect(result.undamaged.silent).toBe(0);
  });

  test("counts rows that are not there as missing", async () => {
    const result = await runBenchmark(options, nothing);
    expect(result.undamaged.missing).toBe(result.undamaged.rows);
    expect(sumTallies(result.channels.values()).silent).toBe(sumTallies(result.channels.values()).rows);
  });

  test("shows each activity row once, undamaged ones without a channel", async () => {
    const seen: Judged[] = [];
    const result = await runBenchmark(options, believeEverything, (judged) => seen.push(judged));
    expect(seen).toHaveLength(result.undamaged.rows + sumTallies(result.channels.values()).rows);
    expect(seen.filter(({ damage }) => damage.channels.length === 0)).toHaveLength(result.undamaged.rows);
  });

  test("makes the same documents again", async () => {
    const texts = async (seed: number) => {
      const list: string[] = [];
      await runBenchmark({ ...options, seed }, async (text) => {
        list.push(text);
        return believeEverything(text);
      });
      return list;
    };
    expect(await texts(3)).toEqual(await texts(3));
    expect(await texts(4)).not.toEqual(await texts(3));
  });

  test("notes documents that cannot be read, and lets bugs through", async () => {
    const refuse = async () => {
      throw new PoiError("no-table", "No table was found");
    };
    const result = await runBenchmark(options, refuse);
    expect(result.unread).toHaveLength(3);
    expect(result.unread[0]).toContain("No table was found");
    expect(result.undamaged.rows).toBe(0);
    const crash = async () => {
      throw new TypeError("x is undefined");
    };
    await expect(runBenchmark(options, crash)).rejects.toThrow(TypeError);
  });

  test("prints no totals when there are to be none, and no blanks when collapsed", async () => {
    const texts: string[] = [];
    await runBenchmark({ ...options, documents: 1, totals: false, collapsed: true }, async (text) => {
      texts.push(text);
      return nothing();
    });
    expect(texts[0]).not.toContain("TOTAL ");
    expect(texts[0]).not.toMatch(/\t| {2}/);
  });
});

describe("the report", () => {
  test("has a line for each channel and one for all of them", async () => {
    const report = formatReport(await runBenchmark({ ...options, oracle: true }, believeEverything));
    for (const channel of [...CHANNEL_NAMES, "all"])
      expect(report).toMatch(new RegExp(`^${channel} +\\d`, "m"));
    expect(report).toContain("ECE");
    expect(report).not.toContain("NaN");
  });

  test("shows truth, print and what came out of an example", async () => {
    const seen: Judged[] = [];
    await runBenchmark({ ...options, channels: ["wrong-meta"] }, believeEverything, (judged) => {
      if (judged.damage.channels.length > 0) seen.push(judged);
    });
    const example = formatExample(seen[0]!);
    expect(example).toContain("[wrong-meta]");
    expect(example).toContain(seen[0]!.damage.printed.join("|"));
    expect(example).toContain("no review · wrong");
  });
});
