import { expect, test } from "vitest";
import { createTokenMaker } from "../../src/read/make-token.ts";

test("a token says what is printed and on which page", () => {
  const makeToken = createTokenMaker();
  expect(makeToken("1,028", 3)).toEqual({ text: "1,028", page: 3, box: null });
  expect(makeToken("", 3)).toEqual({ text: "", page: 3, box: null });
});

test("equal tokens of a page are one object", () => {
  const makeToken = createTokenMaker();
  expect(makeToken("12", 1)).toBe(makeToken("12", 1));
  expect(makeToken("12", 1)).not.toBe(makeToken("13", 1));
});

test("a token keeps its own page, also where pages alternate", () => {
  const makeToken = createTokenMaker();
  expect([1, 2, 1].map((page) => makeToken("12", page).page)).toEqual([1, 2, 1]);
});

test("a shared token cannot be changed", () => {
  const token = createTokenMaker()("12", 1) as { text: string };
  expect(() => {
    token.text = "13";
  }).toThrow(TypeError);
});
