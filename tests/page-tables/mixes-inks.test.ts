import { expect, test } from "vitest";
import { mixesInks } from "../../src/page-tables/mixes-inks.ts";
import { isInColour } from "../../src/pdf/colour-of.ts";
import { wordAt } from "./words.ts";

const inks = (...colors: string[]) =>
  mixesInks(colors.map((color, i) => wordAt("uno", 30 * i, 100, `${color} f1`)));

test("coloured ink is told from black and from the greys", () => {
  expect(isInColour("#0000b3 f1")).toBe(true);
  expect(isInColour("#8a8a90 f1")).toBe(false);
});

test("words in coloured ink beside others may be a stamp's", () => {
  expect(inks("#000000", "#0000b3", "#000000")).toBe(true);
  expect(inks("#0000b3", "#0000b3")).toBe(false);
  expect(inks("#0000b3", "#b30000")).toBe(false);
  expect(inks("#000000", "#444444")).toBe(false);
  expect(inks()).toBe(false);
});
