import { describe, expect, test } from "vitest";
import { parsePages } from "../src/parse-pages.ts";

const chosen = (text: string) => [1, 2, 3, 4, 5, 6, 7, 8].filter(parsePages(text));

describe("a choice of pages", () => {
  test.each([
    ["1-3,7", [1, 2, 3, 7]],
    ["5", [5]],
    [" 2 - 3 , 8 ", [2, 3, 8]],
    ["3-3,3", [3]],
  ])("%s is %j", (text, pages) => {
    expect(chosen(text)).toEqual(pages);
  });

  test.each(["", "0", "3-1", "1,,2", "a", "-2", "1-", "1.5", "1e3", "99999999999"])(
    "%j is refused, with what was given",
    (text) => {
      expect(() => parsePages(text)).toThrow(`current value is "${text}"`);
    },
  );
});
