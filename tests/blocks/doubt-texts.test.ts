import { expect, test } from "vitest";
import { isHalf, mixesSizes, reachesOver } from "../../src/blocks/doubt-texts.ts";
import type { Word } from "../../src/document.ts";
import { wordAt } from "../page-tables/words.ts";
import { layoutOf } from "./support.ts";

const { columns } = layoutOf();
const reaches = (texts: Record<string, readonly Word[]>) =>
  reachesOver("activity", columns, new Map(columns.map(({ name }) => [name, texts[name] ?? []])));

test.each(["227 :", "AEI.01.02 -", ": NORMA", "150102 - ANCÓN 087 -"])(
  "%s is a code or a name without the other",
  (text) => {
    expect(isHalf(text)).toBe(true);
  },
);

test.each(["227 : A", "INFORME", "227", "ETAPA :"])("%s is whole", (text) => {
  expect(isHalf(text)).toBe(false);
});

test("a word that reaches into an empty column may be two", () => {
  // The next column begins at 228.
  const word = wordAt("LIMAREPORTE", 200, 100);
  expect(reaches({ activity: [word] })).toBe(true);
  expect(reaches({ activity: [word], unit: [wordAt("DIAS", 240, 100)] })).toBe(false);
  expect(reaches({ activity: [wordAt("LIMA", 200, 100)] })).toBe(false);
});

test("words of another size may be a stamp's", () => {
  const ofSize = (size: number) => ({ ...wordAt("uno", 20, 100), size });
  expect(mixesSizes([ofSize(4), ofSize(4), ofSize(6.5)])).toBe(true);
  expect(mixesSizes([ofSize(4), ofSize(5)])).toBe(false);
  expect(mixesSizes([])).toBe(false);
});
