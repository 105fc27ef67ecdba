import { expect, test } from "vitest";
import { joinCodes } from "../../src/blocks/join-codes.ts";
import { wordAt, wordsAt } from "../page-tables/words.ts";

const texts = (text: string) => joinCodes(wordsAt(text, 20, 100)).map((word) => word.text);

test.each([
  ["060 : INFORME", ["060 :", "INFORME"]],
  ["150103 - ATE", ["150103 -", "ATE"]],
  ["05.03 - OFICINA", ["05.03 -", "OFICINA"]],
  ["12 117 : EVENTOS", ["12", "117 :", "EVENTOS"]],
  ["546 :", ["546 :"]],
])("%s is a code and its name", (text, parts) => {
  expect(texts(text)).toEqual(parts);
});

test.each(["12 - 3", "2021 - 2023", "12 -", "1,200 : x", "S.P. - ND", "[ 1 : 52,329.00 ]"])(
  "%s is none",
  (text) => {
    expect(texts(text)).toEqual(text.split(" "));
  },
);

test("a mark of another cell is no code's", () => {
  const words = [wordAt("12", 20, 100), wordAt("-", 60, 100), wordAt("KM", 90, 100)];
  expect(joinCodes(words)).toEqual(words);
});

test("a code is known in a typewriter's font, whose signs stand further apart", () => {
  const words = [wordAt("05.03", 20, 100), wordAt("-", 50, 100), wordAt("OFICINA", 60, 100)];
  expect(joinCodes(words).map(({ text }) => text)).toEqual(["05.03 -", "OFICINA"]);
});
