import { describe, expect, it } from "vitest";
import { cellText } from "../../src/page-tables/cell-text.ts";
import { giveBackTexts, textsBefore } from "../../src/page-tables/overhanging-texts.ts";
import type { PlacedColumn } from "../../src/page-tables/region.ts";
import { wordAt, wordsAt } from "./words.ts";

describe("textsBefore", () => {
  it("finds what of a text stands before the table that it goes on in", () => {
    const name = wordsAt("SUBTOTAL GERENCIA", 60, 100);
    const beside = wordAt("Nota", 20, 200);
    expect([...textsBefore([100, 180, 240], [...name, beside])]).toEqual([name[0]]);
  });
});

describe("giveBackTexts", () => {
  const columns = (["label", "cell", "cell"] as const).map(
    (kind, i): PlacedColumn => ({ kind, name: `${i}`, text: "", left: 100 * i, right: 100 * (i + 1) }),
  );
  const settle = (words: readonly ReturnType<typeof wordAt>[]) => {
    const cells = columns.map(({ left, right }) => ({
      words: words.filter(({ box }) => box[0] >= left && box[0] < right),
      box: null,
    }));
    return giveBackTexts(cells, columns).map(({ words }) => cellText(words));
  };

  it("gives the end of a text that reaches into a number's cell back to the text", () => {
    const words = [...wordsAt("SUBTOTAL URBANO Y CATASTRO", 20, 100), wordAt("1,234", 170, 100)];
    expect(settle(words)).toEqual(["SUBTOTAL URBANO Y CATASTRO", "1,234", ""]);
  });

  it("leaves a text where there is no number, or a gap before it", () => {
    expect(settle([...wordsAt("SUBTOTAL URBANO", 70, 100), wordAt("9", 250, 100)])).toEqual([
      "SUBTOTAL",
      "URBANO",
      "9",
    ]);
    expect(settle([wordAt("Uno", 20, 100), wordAt("S/.", 110, 100), wordAt("12", 140, 100)])).toEqual([
      "Uno",
      "S/. 12",
      "",
    ]);
  });
});
