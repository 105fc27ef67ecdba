import { expect, test } from "vitest";
import { doubtCodes } from "../../src/blocks/doubt-codes.ts";
import { familyOf } from "./support.ts";

const doubted = (prints: string[], ...codes: string[]) => {
  const family = familyOf({ code: { key: "activityCode", prints } });
  const rows = codes.map((activityCode) => ({
    kind: "activity" as const,
    page: 1,
    line: 1,
    text: "",
    labels: { activityCode },
    tokens: [],
  }));
  return doubtCodes(rows, family).flatMap(({ doubts, labels }) =>
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
