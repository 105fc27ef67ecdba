import { describe, expect, test } from "vitest";
import {
  addToCalibration,
  emptyCalibration,
  expectedCalibrationError,
} from "../../../bench/score/calibration.ts";
import type { RowScore } from "../../../bench/score/score-row.ts";
import { addToTally, emptyTally, isSilent, sumTallies } from "../../../bench/score/tally.ts";
import { summariseTimes } from "../../../bench/speed/times.ts";

const score = (changes: Partial<RowScore>): RowScore => ({
  missing: false,
  review: false,
  status: "verified",
  confidence: 1,
  right: true,
  blankZeroOnly: false,
  bestRight: true,
  truthOffered: true,
  ...changes,
});

describe("a tally", () => {
  test("counts a wrong row as silent only without review", () => {
    expect(isSilent(score({ right: false }))).toBe(true);
    expect(isSilent(score({ right: false, review: true }))).toBe(false);
    expect(isSilent(score({}))).toBe(false);
  });

  test("adds up rows of each fate", () => {
    const tally = emptyTally();
    addToTally(tally, score({}), 1);
    addToTally(tally, score({ right: false }), 0.5);
    addToTally(tally, score({ right: false, blankZeroOnly: true }));
    addToTally(tally, score({ review: true }));
    addToTally(tally, score({ review: true, right: false, truthOffered: true }));
    addToTally(tally, score({ missing: true, right: false }));
    expect(tally).toEqual({
      rows: 6,
      silent: 3,
      silentBlankZero: 1,
      missing: 1,
      settled: 1,
      review: 2,
      reviewRight: 1,
      reviewOffered: 2,
      oracle: 1.5,
      oracleJudged: 2,
    });
    expect(sumTallies([tally, tally]).rows).toBe(12);
  });
});

describe("calibration", () => {
  test("is without error where what is stated is what is observed", () => {
    const calibration = emptyCalibration();
    for (let row = 0; row < 4; row++) addToCalibration(calibration, 0.75, row < 3);
    for (let row = 0; row < 10; row++) addToCalibration(calibration, 1, true);
    expect(expectedCalibrationError(calibration)).toBeCloseTo(0, 12);
  });

  test("weighs the gap of each bin by its rows", () => {
    const calibration = emptyCalibration();
    // Three rows stated 0.95, one of them right: a gap of 0.95 − 1/3. One row stated 0.05 and wrong: 0.05.
    for (const right of [true, false, false]) addToCalibration(calibration, 0.95, right);
    addToCalibration(calibration, 0.05, false);
    expect(expectedCalibrationError(calibration)).toBeCloseTo((3 * (0.95 - 1 / 3) + 0.05) / 4, 12);
  });

  test("puts each confidence in one bin, edges and 1 included", () => {
    const calibration = emptyCalibration();
    for (const confidence of [0, 0.1, 0.55, 0.9, 1]) addToCalibration(calibration, confidence, true);
    expect(calibration.bins.map((bin) => bin.rows)).toEqual([1, 1, 0, 0, 0, 1, 0, 0, 0, 2]);
    expect(calibration.topBins.map((bin) => bin.rows)).toEqual([1, 0, 0, 1]);
  });

  test("of no rows is 0", () => {
    expect(expectedCalibrationError(emptyCalibration())).toBe(0);
  });
});

describe("summariseTimes", () => {
  test("gives median, 99th percentile and slowest", () => {
    const times = summariseTimes(Array.from({ length: 200 }, (_, index) => 200 - index));
    expect(times).toEqual({ runs: 200, median: 101, p99: 199, slowest: 200 });
  });

  test("of nothing is 0", () => {
    expect(summariseTimes([])).toEqual({ runs: 0, median: 0, p99: 0, slowest: 0 });
  });
});
