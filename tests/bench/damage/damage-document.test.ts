import { describe, expect, test } from "vitest";
import { CHANNEL_NAMES } from "../../../bench/damage/channels.ts";
import { type DamageOptions, damageDocument } from "../../../bench/damage/damage-document.ts";
import { printRow, samePrint } from "../../../bench/print-row.ts";
import { seededRandom } from "../../../bench/random.ts";
import { makeDocument } from "../../../bench/rows/make-document.ts";

const document = makeDocument(seededRandom(21), 80);
const truth = document.rows.map((row) => printRow(row, document.thousands));

function damage(options: Partial<DamageOptions>) {
  const all = { rate: 0.3, channels: CHANNEL_NAMES, damageTotals: false, collapsed: false, ...options };
  return damageDocument(document, all, seededRandom(22));
}

describe("damageDocument", () => {
  test.each([
    [0, 0],
    [0.1, 8],
    [0.3, 24],
    [1, 80],
  ])("at rate %d damages %d of 80 rows", (rate, count) => {
    const { rows } = damage({ rate });
    expect(rows.filter(({ channels }) => channels.length > 0)).toHaveLength(count);
  });

  test("changes the print of exactly the rows it says it damaged", () => {
    for (const [index, { printed, channels }] of damage({}).rows.entries()) {
      expect(samePrint(printed, truth[index]!)).toBe(channels.length === 0);
    }
  });

  test("keeps to the channels asked for", () => {
    const { rows } = damage({ channels: ["wrong-meta"] });
    expect(new Set(rows.flatMap(({ channels }) => channels))).toEqual(new Set(["wrong-meta"]));
  });

  test("stops where no more rows can be touched", () => {
    const { rows } = damage({ rate: 1, channels: ["lost-blank"] });
    const touched = rows.filter(({ channels }) => channels.length > 0).length;
    const withBlanks = truth.filter((printed) =>
      printed
        .slice(0, 33)
        .join("|")
        .match(/\|\|+\d/),
    ).length;
    expect(touched).toBe(withBlanks);
  });

  test("touches totals only when told to", () => {
    const untouched = (options: Partial<DamageOptions>) =>
      damage(options).totals.every(({ channels }) => channels.length === 0);
    expect(untouched({ rate: 1 })).toBe(true);
    expect(untouched({ rate: 1, damageTotals: true })).toBe(false);
  });
});
