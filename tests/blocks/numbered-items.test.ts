import { expect, test } from "vitest";
import { chooseSide, findItems, type Items, readItems, type Side } from "../../src/blocks/numbered-items.ts";
import type { Word } from "../../src/document.ts";
import { pageOf } from "../page-tables/words.ts";

const SIZE = 6;
const [first, second] = [pageOf({}), pageOf({ number: 2 })];
type Placed = readonly [text: string, y: number];

/** A word of letters half as wide as high, that stands on a line. */
function word(text: string, left: number, y: number): Word {
  return {
    text,
    box: [left, y - 0.8 * SIZE, left + text.length * 3, y + 0.2 * SIZE],
    size: SIZE,
    angle: 0,
    style: "",
  };
}

/** Numbers in a column of their own, and lines of text beside them, on a page. */
function part(numbers: readonly Placed[], lines: readonly Placed[], page = first) {
  const words = [
    ...numbers.map(([text, y]) => word(text, 0, y)),
    ...lines.map(([text, y]) => word(text, 10, y)),
  ];
  return { page, words };
}

function read(items: Items | null, side: Side | null = null) {
  return readItems(items!, side);
}

/** Two lines, none and one: with their numbers at the first, at the last of the lines of each. */
const atFirsts = findItems([
  part(
    [
      ["1", 10],
      ["2", 31],
      ["3", 45],
    ],
    [
      ["a", 10],
      ["b", 17],
      ["c", 45],
    ],
  ),
]);
const atLasts = findItems([
  part(
    [
      ["1", 17],
      ["2", 31],
      ["3", 45],
    ],
    [
      ["a", 10],
      ["b", 17],
      ["c", 45],
    ],
  ),
]);

test("numbers in the middle of their lines", () => {
  const lines: Placed[] = [
    ["one", 10],
    ["goes-on", 17],
    ["two", 26],
    ["two-b", 33],
    ["two-c", 40],
    ["three", 47],
  ];
  const items = findItems([
    part(
      [
        ["1", 13.5],
        ["2", 33],
        ["3", 47],
      ],
      lines,
    ),
  ]);
  const text = "1 one goes-on 2 two two-b two-c 3 three";
  expect(read(items)).toEqual({ text, isSure: true });
  expect(read(items, "middle")).toEqual({ text, isSure: true });
});

test("numbers beside the first or the last line of their texts, one of which has none", () => {
  expect(read(atFirsts, "first")).toEqual({ text: "1 a b 2 3 c", isSure: true });
  expect(read(atLasts, "last")).toEqual({ text: "1 a b 2 3 c", isSure: true });
});

test("the side is that of most texts of the document, and of none where all fit", () => {
  expect(chooseSide([atFirsts!, atFirsts!])).toBe("first");
  expect(chooseSide([atLasts!, atLasts!, atFirsts!])).toBe("last");
  const single = findItems([
    part(
      [
        ["1", 10],
        ["2", 20],
      ],
      [
        ["a", 10],
        ["b", 20],
      ],
    ),
  ])!;
  expect(chooseSide([single, single])).toBeNull();
  expect(read(single)).toEqual({ text: "1 a 2 b", isSure: true });
});

test("lines that stand apart are of two texts", () => {
  // By places alone, the second line could belong to either number.
  const items = findItems([
    part(
      [
        ["1", 10],
        ["2", 45],
      ],
      [
        ["a", 10],
        ["b", 31],
        ["c", 38],
        ["d", 45],
      ],
    ),
  ]);
  expect(read(items, "last")).toEqual({ text: "1 a 2 b c d", isSure: true });
});

test("numbers that stand beside no line where the document's do are in doubt", () => {
  expect(read(atFirsts, "middle").isSure).toBe(false);
});

test("a text goes on on the next page where its number says so", () => {
  const before = part(
    [
      ["1", 10],
      ["2", 24],
    ],
    [
      ["a", 10],
      ["b", 24],
      ["b2", 31],
    ],
  );
  const goesOn = findItems([
    before,
    part(
      [["3", 27]],
      [
        ["b3", 20],
        ["c", 27],
      ],
      second,
    ),
  ]);
  expect(read(goesOn, "first")).toEqual({ text: "1 a 2 b b2 b3 3 c", isSure: true });
  expect(read(goesOn, "middle").isSure).toBe(false);
  const whole = findItems([
    part([["1", 10]], [["a", 10]]),
    part(
      [["2", 23.5]],
      [
        ["b", 20],
        ["b2", 27],
      ],
      second,
    ),
  ]);
  expect(read(whole, "middle")).toEqual({ text: "1 a 2 b b2", isSure: true });
});

test("an item that goes on on the next page is that whose number stands nearest, in doubt", () => {
  const before = part(
    [
      ["1", 10],
      ["2", 24],
      ["3", 31],
    ],
    [
      ["a", 10],
      ["c", 31],
      ["c2", 38],
    ],
  );
  const goesOn = findItems([before, part([], [["c3", 20]], second)]);
  expect(read(goesOn, "middle")).toEqual({ text: "1 a 2 3 c c2 c3", isSure: false });
});

test("numbers that do not count up are of two activities", () => {
  const items = findItems([
    part(
      [
        ["3", 10],
        ["1", 20],
      ],
      [
        ["a", 10],
        ["b", 20],
      ],
    ),
  ]);
  expect(read(items).isSure).toBe(false);
});

test("a number within a text, or one alone, is no number of an item", () => {
  const within = [word("meta", 0, 10), word("2", 20, 10), word("de", 0, 17), word("3", 20, 17)];
  expect(findItems([{ page: first, words: within }])).toBeNull();
  expect(findItems([part([["1", 10]], [["meta", 10]])])).toBeNull();
});

test("what has more items or lines than any text is none", () => {
  const many = Array.from({ length: 300 }, (_, i): Placed => ["a", 10 + 7 * i]);
  expect(
    findItems([
      part(
        [
          ["1", 10],
          ["2", 20],
        ],
        many,
      ),
    ]),
  ).toBeNull();
});

test("a word that its line breaks at a hyphen is one", () => {
  const items = findItems([
    part(
      [
        ["1", 10],
        ["2", 31],
      ],
      [
        ["123-", 10],
        ["2019", 17],
        ["b", 31],
      ],
    ),
  ]);
  expect(read(items, "first").text).toBe("1 123-2019 2 b");
});
