import { expect, test } from "vitest";
import { createLongCodeDoubts, doubtCodes } from "../../src/blocks/doubt-codes.ts";
import { familyOf } from "./support.ts";

const rowsOf = (codes: readonly string[]) =>
  codes.map((activityCode) => ({
    kind: "activity" as const,
    page: 1,
    line: 1,
    text: "",
    labels: { activityCode },
    tokens: [],
  }));
const doubted = (prints: string[], ...codes: string[]) => {
  const family = familyOf({ code: { key: "activityCode", prints } });
  return doubtCodes(rowsOf(codes), family).flatMap(({ doubts, labels }) =>
    doubts === undefined ? [] : labels.activityCode,
  );
};

test("codes of figures count on, whatever became of their points", () => {
  expect(doubted(["#.#.#"], "5.1.1", "512", "51.3", "5.18", "5.1.5")).toEqual(["5.18", "5.1.5"]);
  expect(doubted(["#.#.#"], "538", "5.3.9", "5,310", "53.11")).toEqual([]);
  expect(doubted(["#.#.#"], "538", "5.3.8", "5.3.10")).toEqual(["538", "5.3.8", "5.3.10"]);
});

test("codes with letters are as long as most", () => {
  expect(doubted(["AOI#"], "AOI01", "AOI102", "AOI07", "AOI12", "AOI13")).toEqual(["AOI102"]);
  expect(doubted(["AOI#"], "AOI01", "AOI102")).toEqual([]);
});

test("a printed code is no longer than those of the same letters", () => {
  const long = (...codes: string[]) => {
    const rows = rowsOf(codes);
    const doubt = createLongCodeDoubts(rows, familyOf());
    return rows.flatMap((row) => (doubt(row).length > 0 ? row.labels.activityCode : []));
  };
  const others = ["AOI01", "AOI02", "AOI03", "AOI04", "AOI05", "AOI06", "AOI08"];
  expect(long(...others, "AOI072.2.3", "AOI7", "19AO000123")).toEqual(["AOI072.2.3"]);
  expect(long("AOI01", "AOI072.2.3")).toEqual([]);
});
