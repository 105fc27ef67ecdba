import { describe, expect, test } from "vitest";
import { alignRows } from "../../../../bench/pdf/score/align-rows.ts";

const align = (printed: string, read: string) =>
  alignRows(printed.length, read.length, (i, j) => (printed[i] === read[j] ? 0 : 1));

describe("alignRows", () => {
  test("pairs equal rows in order", () => {
    expect(align("abc", "abc")).toEqual({
      pairs: [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      lost: [],
      invented: [],
    });
    expect(align("", "")).toEqual({ pairs: [], lost: [], invented: [] });
  });

  test("one lost row does not make those after it wrong", () => {
    expect(align("abcd", "acd")).toMatchObject({ lost: [1], invented: [] });
    expect(align("acd", "abcd")).toMatchObject({ lost: [], invented: [1] });
    expect(align("abc", "")).toMatchObject({ lost: [0, 1, 2] });
  });

  test("a row that was read otherwise stays paired", () => {
    expect(align("abc", "axc")).toMatchObject({ lost: [], invented: [] });
  });

  test("thousands of rows are paired in a moment", () => {
    const rows = Array.from({ length: 9000 }, (_, index) => index);
    let asked = 0;
    const { pairs } = alignRows(rows.length, rows.length, (i, j) => {
      asked++;
      return i === j ? 0 : 1;
    });
    expect(pairs).toHaveLength(9000);
    // Each pair near the diagonal once to find the cost, and once on the way back: not all 81 million.
    expect(asked).toBeLessThan(9000 * 90);
  });
});
