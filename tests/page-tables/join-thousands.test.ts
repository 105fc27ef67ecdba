import { describe, expect, it } from "vitest";
import type { Word } from "../../src/document.ts";
import { areThousandsParted, joinThousands } from "../../src/page-tables/join-thousands.ts";
import { wordAt, wordsAt } from "./words.ts";

const textsOf = (words: readonly Word[]) =>
  joinThousands(words).map((number) => number.map(({ text }) => text).join(" "));

describe("joinThousands", () => {
  it("joins groups of three digits that stand a space apart", () => {
    expect(textsOf([...wordsAt("1 234 567", 20, 100), ...wordsAt("10 683.50", 100, 100)])).toEqual([
      "1 234 567",
      "10 683.50",
    ]);
  });

  it("joins nothing that stands further apart, or that is no group", () => {
    expect(textsOf([wordAt("12", 20, 100), wordAt("683", 50, 100)])).toEqual(["12", "683"]);
    expect(textsOf(wordsAt("1 12 1234 567 0.5 683", 20, 100))).toEqual([
      "1",
      "12",
      "1234",
      "567",
      "0.5",
      "683",
    ]);
  });
});

describe("joinThousands, beside a full column", () => {
  it("joins nothing over a gap that is wider than the spaces of its row", () => {
    const right = wordsAt("137 802", 20 + 32.5 + 3.1, 100);
    expect(textsOf([...wordsAt("66 718", 20, 100), ...right])).toEqual(["66 718", "137 802"]);
    expect(textsOf([...wordsAt("66 718", 20, 100), ...wordsAt("137 802", 20 + 32.5 + 0.5, 100)])).toEqual([
      "66 718",
      "137 802",
    ]);
  });
});

describe("areThousandsParted", () => {
  const spaced = [...wordsAt("1 234", 20, 100), ...wordsAt("10 683", 100, 100)];

  it("is so where rows would have more numbers than the table has columns", () => {
    expect(areThousandsParted([spaced, [wordAt("5", 30, 120), wordAt("7", 110, 120)]], 2)).toBe(true);
  });

  it("is so where all rows have blanks, and their numbers stand in more places than there are columns", () => {
    const row = (y: number, money: string, month: string, x: number) => [
      ...wordsAt(money, 70 - 5 * money.length, y),
      wordAt(month, x, y),
    ];
    const rows = [
      row(100, "46 136,50", "33", 100),
      row(120, "59 415,09", "3", 150),
      row(140, "4 715,05", "7", 200),
    ];
    expect(areThousandsParted(rows, 4)).toBe(true);
    expect(areThousandsParted(rows, 5)).toBe(false);
  });

  it("is not where columns of three digits stand close", () => {
    expect(areThousandsParted([wordsAt("100 200 300", 20, 100)], 3)).toBe(false);
    expect(areThousandsParted([spaced], 4)).toBe(false);
  });
});
