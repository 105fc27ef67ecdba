import { describe, expect, test } from "vitest";
import { CHANNEL_NAMES, CHANNELS, PAIR } from "../../../bench/damage/channels.ts";
import { damageRow, visibleOutcomes } from "../../../bench/damage/damage-row.ts";
import { collapse, samePrint, trimTail } from "../../../bench/print-row.ts";
import { seededRandom } from "../../../bench/random.ts";

const ones = ["12", ...Array(24).fill("1"), ...Array(8).fill("3")];
const rising = [
  "78",
  ..."1 2 3 4 5 6 7 8 9 10 11 12".split(" "),
  ..."1 2 3 4 5 6 7 8 9 10 11 12".split(" "),
].concat("6 6 15 15 24 24 33 33".split(" "));
const blank = Array(33).fill("");
const sparse = blank.map((_, cell) => ({ 0: "5", 3: "5", 15: "5", 25: "5", 26: "5" })[cell] ?? "");

/** What a channel can make of a row, joined for comparison, blanks after the last number dropped. */
const prints = (channel: string, row: string[]) =>
  CHANNELS[channel]!(row).map(({ printed }) => trimTail(printed).join(" "));

describe("each channel", () => {
  test("run-length-slip makes the seed's 12 | 1×22 | 3×10 of 24 ones", () => {
    const seed = ["12", ...Array(22).fill("1"), ...Array(10).fill("3")].join(" ");
    expect(prints("run-length-slip", ones)).toContain(seed);
    const lone = ["12", ...Array(23).fill("1"), ...Array(8).fill("3")].join(" ");
    expect(prints("run-length-slip", ones)).toContain(lone);
  });

  test("run-length-slip needs runs, keeps every value, and mostly keeps the count", () => {
    expect(CHANNELS["run-length-slip"]!(["5", "1", "2", "", "", "3"])).toEqual([]);
    const outcomes = CHANNELS["run-length-slip"]!(ones);
    const all = outcomes.reduce((sum, { weight }) => sum + weight, 0);
    const kept = outcomes
      .filter(({ printed }) => printed.length === 33)
      .reduce((sum, { weight }) => sum + weight, 0);
    expect(kept / all).toBeGreaterThan(0.4);
    for (const { printed } of outcomes) expect(new Set(printed)).toEqual(new Set(["12", "1", "3"]));
  });

  test("lost-number drops a number with its tab, or leaves the field empty", () => {
    expect(prints("lost-number", ["3", "1", "2"])).toEqual(
      expect.arrayContaining(["1 2", " 1 2", "3 2", "3  2", "3 1"]),
    );
    expect(CHANNELS["lost-number"]!(blank)).toEqual([]);
  });

  test("doubled-number prints a number twice", () => {
    expect(prints("doubled-number", ["3", "", "2"])).toEqual(["3 3  2", "3  2 2"]);
  });

  test("lost-blank and extra-blank move what follows", () => {
    expect(prints("lost-blank", ["3", "", "", "2", ""])).toEqual(["3  2", "3  2"]);
    expect(prints("extra-blank", ["3", "2", ""])).toEqual([" 3 2", "3  2"]);
    expect(CHANNELS["lost-blank"]!(ones)).toEqual([]);
  });

  test("misread-digit changes one digit of one number, look-alikes more often", () => {
    const outcomes = CHANNELS["misread-digit"]!(["17", ""]);
    expect(outcomes).toHaveLength(18);
    const weightOf = (text: string) => outcomes.find(({ printed }) => printed[0] === text)!.weight;
    expect(weightOf("77")).toBeGreaterThan(2 * weightOf("57"));
    for (const { printed } of outcomes) expect(printed[0]).toMatch(/^(\d7|1\d)$/);
  });

  test("merged-cells joins neighbours, with or without a space", () => {
    expect(prints("merged-cells", ["1", "12", "", "4"])).toEqual(["112  4", "1 12  4"]);
    expect(CHANNELS["merged-cells"]!(["1", "12"]).map(({ printed }) => printed.length)).toEqual([1, 1]);
  });

  test("split-cell parts a number between two digits", () => {
    const outcomes = CHANNELS["split-cell"]!(["112", "4"]).map(({ printed }) => printed);
    expect(outcomes).toEqual(
      expect.arrayContaining([
        ["1", "12", "4"],
        ["11", "2", "4"],
        ["1 12", "4"],
      ]),
    );
    expect(CHANNELS["split-cell"]!(["4", "5", ""])).toEqual([]);
    expect(CHANNELS["split-cell"]!(["1,5"])).toEqual([]);
  });

  test("swapped-neighbours changes the places of two unlike fields", () => {
    expect(prints("swapped-neighbours", ["1", "1", "2", ""])).toEqual(["1 2 1", "1 1  2"]);
  });

  test("wrong-meta touches META alone", () => {
    for (const { printed } of CHANNELS["wrong-meta"]!(rising))
      expect(printed.slice(1)).toEqual(rising.slice(1));
    const metas = CHANNELS["wrong-meta"]!(rising).map(({ printed }) => printed[0]);
    expect(metas).toEqual(expect.arrayContaining(["79", "73", "18", "156"]));
    expect(CHANNELS["wrong-meta"]!(["1,200"]).map(({ printed }) => printed[0])).toContain("1,201");
  });

  test("dropped-tail takes the last one to ten cells", () => {
    const lengths = CHANNELS["dropped-tail"]!(rising).map(({ printed }) => printed.length);
    expect(lengths).toEqual([32, 31, 30, 29, 28, 27, 26, 25, 24, 23]);
  });
});

describe("damageRow", () => {
  const rows = [ones, rising, sparse];

  test.each(CHANNEL_NAMES)("%s never leaves a row as it was", (channel) => {
    const random = seededRandom(11);
    for (const row of rows) {
      for (let draw = 0; draw < 100; draw++) {
        const damaged = damageRow(row, channel, random);
        if (damaged !== undefined) expect(samePrint(damaged.printed, row)).toBe(false);
      }
    }
  });

  test("leaves alone a row that a channel cannot touch", () => {
    expect(damageRow(ones, "lost-blank", seededRandom(1))).toBeUndefined();
    expect(damageRow(["5"], "swapped-neighbours", seededRandom(1))).toBeUndefined();
  });

  test("a pair is two different kinds of damage", () => {
    const random = seededRandom(12);
    for (let draw = 0; draw < 50; draw++) {
      const { channels } = damageRow(rising, PAIR, random)!;
      expect(channels).toHaveLength(2);
      expect(channels[0]).not.toBe(channels[1]);
    }
  });

  test("where blanks are gone, only what shows in the numbers counts", () => {
    expect(visibleOutcomes(sparse, "extra-blank", true)).toEqual([]);
    for (const { printed } of visibleOutcomes(rising, "merged-cells", true)) {
      expect(collapse(printed)).not.toBe(collapse(rising));
    }
  });

  test("is repeatable", () => {
    const draw = () => CHANNEL_NAMES.map((channel) => damageRow(rising, channel, seededRandom(3))?.printed);
    expect(draw()).toEqual(draw());
  });
});
