import { describe, expect, it } from "vitest";
import { accountFor } from "../../../bench/conservation/account-for.ts";
import type { Page, Word } from "../../../src/document.ts";
import type { Extraction } from "../../../src/schema.ts";
import { pageOf, wordAt } from "../../page-tables/words.ts";

/** Three numbers of a row at 100, and the text before them. */
const WORDS = [
  wordAt("Informar", 20, 100),
  wordAt("12", 200, 100),
  wordAt("1,000", 250, 100),
  wordAt("7", 300, 100),
];

interface Cell {
  readonly text: string;
  readonly page: number;
  readonly box: readonly number[] | null;
}

const cellOf = (...words: readonly Word[]): Cell => ({
  text: words.map(({ text }) => text).join(" "),
  page: 1,
  box: [words[0]!.box[0], words[0]!.box[1], words.at(-1)!.box[2], words.at(-1)!.box[3]],
});

function account(
  words: readonly Word[],
  cells: readonly Cell[],
  row: object = {},
  flags: readonly object[] = [],
  page: Partial<Page> = {},
) {
  const whole = {
    page: 1,
    needsReview: false,
    flags: [],
    ...row,
    source: {
      text: words.map(({ text }) => text).join(" "),
      cells: Object.fromEntries(cells.map((cell, i) => [`programmed.${i}`, cell])),
      ...("text" in row ? { text: row.text } : {}),
    },
  };
  const extraction = { rows: [whole], totals: [], flags } as unknown as Extraction;
  return accountFor([pageOf({ words, ...page })], extraction);
}

const found = ({ unaccounted }: ReturnType<typeof account>) =>
  unaccounted.map(({ what, text }) => `${what} ${text}`);

describe("accountFor", () => {
  const [, twelve, thousand, seven] = WORDS as [Word, Word, Word, Word];
  const all = [cellOf(twelve), cellOf(thousand), cellOf(seven)];

  it("finds every number in its cell, and counts no texts", () => {
    expect(account(WORDS, all)).toEqual({ numbers: 3, unaccounted: [] });
  });

  it("names a number that is in no cell, with its page and place", () => {
    const lost = account(WORDS, [all[0]!, all[2]!], { text: "Informar 12 7" });
    expect(lost.unaccounted).toEqual([{ what: "lost", page: 1, text: "1,000", box: thousand.box }]);
  });

  it("tells a number that went into the row's text from one that is gone", () => {
    expect(found(account(WORDS, [all[0]!, all[2]!]))).toEqual(["in-text 1,000"]);
  });

  it("is content with a flag that names the number, not with one that names a longer one", () => {
    const flag = (message: string) => [{ message }];
    const cells = [all[0]!, all[2]!];
    expect(found(account(WORDS, cells, {}, flag('Line 3 was not read: "Informar 1,000"')))).toEqual([]);
    expect(found(account(WORDS, cells, {}, flag("Line 3 was not read: 21,000")))).toEqual(["in-text 1,000"]);
  });

  it("names a number that is in two cells", () => {
    expect(found(account(WORDS, [...all, all[1]!]))).toEqual(["doubled 1,000"]);
  });

  it("names numbers that share a cell, unless the row is sent to review or they are one with parted thousands", () => {
    const shared = [cellOf(twelve), cellOf(thousand, seven)];
    expect(found(account(WORDS, shared))).toEqual(["merged 1,000", "merged 7"]);
    expect(found(account(WORDS, shared, { needsReview: true }))).toEqual([]);
    const parted = [wordAt("1", 200, 100), wordAt("000", 207, 100), wordAt("7", 300, 100)];
    expect(found(account(parted, [cellOf(parted[0]!, parted[1]!), cellOf(parted[2]!)]))).toEqual([]);
  });

  it("counts a row under the table that no cell was made of, and neither header nor footnote", () => {
    const under = [twelve, thousand, seven].map((word) => wordAt(word.text, word.box[0], 150));
    const header = [wordAt("2023", 200, 50)];
    const footnote = [wordAt("2", 200, 300)];
    const result = account([...header, ...WORDS, ...under, ...footnote], all, { text: "" });
    expect(result.numbers).toBe(6);
    expect(found(result)).toEqual(["lost 12", "lost 1,000", "lost 7"]);
  });

  it("does not take a cell at the same place of another page for a number's", () => {
    const elsewhere = { ...all[1]!, page: 2 };
    expect(found(account(WORDS, [all[0]!, elsewhere, all[2]!], { text: "" }))).toEqual(["lost 1,000"]);
  });

  it("finds the cells of a page that was turned to be read where they are seen", () => {
    const cells = all.map(({ box, ...cell }) => {
      const [left, top, right, bottom] = box as [number, number, number, number];
      return { ...cell, box: [800 - bottom, left, 800 - top, right] };
    });
    const turned = { turns: 3 } as const;
    expect(account(WORDS, cells, {}, [], turned)).toEqual({ numbers: 3, unaccounted: [] });
  });

  it("finds no tables where nothing was read", () => {
    expect(account(WORDS, [])).toEqual({ numbers: 0, unaccounted: [] });
  });
});
