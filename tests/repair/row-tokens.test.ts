import { describe, expect, test } from "vitest";
import { prepareTokens, type TokenValue } from "../../src/repair/row-tokens.ts";
import { parseNumber } from "../../src/rules/number.ts";

const plain = { decimal: ".", thousands: null } as const;
const grouped = { decimal: ".", thousands: "," } as const;

function prepare(texts: readonly string[], backwards = false, format: typeof plain | typeof grouped = plain) {
  const parse = (text: string): TokenValue => {
    const value = parseNumber(text, format);
    return value === undefined ? Number.NaN : value;
  };
  return prepareTokens(texts.map(parse), texts, backwards, parse);
}

describe("cuts", () => {
  test("every way to part a number in two, the one for the earlier cell first", () => {
    expect(prepare(["112"]).cuts).toEqual([
      [
        [1, 12],
        [11, 2],
      ],
    ]);
  });

  test("read from the end, the later number comes first", () => {
    expect(prepare(["112"], true).cuts).toEqual([
      [
        [12, 1],
        [2, 11],
      ],
    ]);
  });

  test("no number begins with a 0, but 0 is a number", () => {
    expect(prepare(["105"]).cuts).toEqual([[[10, 5]]]);
    expect(prepare(["50"]).cuts).toEqual([[[5, 0]]]);
    expect(prepare(["100"]).cuts).toEqual([[[10, 0]]]);
  });

  test("a single digit and a blank cannot be parted", () => {
    expect(prepare(["7", ""]).cuts).toEqual([[], []]);
  });

  test("decimals stay whole: the mark belongs to one of the two", () => {
    expect(prepare(["1.52.5"]).cuts).toEqual([[[1.5, 2.5]]]);
    expect(prepare(["10.5"]).cuts).toEqual([[[1, 0.5]]]);
  });

  test("numbers with thousands run together", () => {
    expect(prepare(["1,2007"], false, grouped).cuts).toEqual([[[1200, 7]]]);
  });

  test("a text of hundreds of digits is not parted", () => {
    expect(prepare(["1".repeat(500)]).cuts).toEqual([[]]);
  });

  test("values follow the order of reading, texts that of print", () => {
    const { values, texts } = prepare(["1", "", "23"], true);
    expect(values).toEqual([23, null, 1]);
    expect(texts).toEqual(["1", "", "23"]);
  });
});

describe("joins", () => {
  test("a token and the next make one number", () => {
    expect(prepare(["1", "2", "3"]).joins).toEqual([12, 23, null]);
  });

  test("read from the end, the token before comes first in the number", () => {
    expect(prepare(["1", "2", "3"], true).joins).toEqual([23, 12, null]);
  });

  test("nothing joins a blank, and nothing is joined to a leading 0", () => {
    expect(prepare(["1", "", "3"]).joins).toEqual([null, null, null]);
    expect(prepare(["0", "5"]).joins).toEqual([null, null]);
    expect(prepare(["5", "0"]).joins).toEqual([50, null]);
  });

  test("halves that are no numbers alone may be one together", () => {
    expect(prepare(["12.", "5"]).joins).toEqual([12.5, null]);
    expect(prepare([",200", "1"], true, grouped).joins).toEqual([null, null]);
    expect(prepare(["1", ",200"], false, grouped).joins).toEqual([1200, null]);
  });

  test("two texts too long for one number are not joined", () => {
    expect(prepare(["1".repeat(30), "1".repeat(30)]).joins).toEqual([null, null]);
  });
});

describe("what is known of the row", () => {
  test("the longest run of equal numbers; blanks are no run", () => {
    expect(prepare(["1", "1", "2", "2", "2", "1"]).longestRun).toBe(3);
    expect(prepare(["", "", "", "4"]).longestRun).toBe(1);
    expect(prepare([]).longestRun).toBe(0);
  });

  test("what is no number makes no run", () => {
    expect(prepare(["x", "x", "x"]).longestRun).toBe(1);
  });

  test("whether there are blanks", () => {
    expect(prepare(["1", ""]).hasBlanks).toBe(true);
    expect(prepare(["1", "2"]).hasBlanks).toBe(false);
  });
});
