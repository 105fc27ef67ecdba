import { describe, expect, it } from "vitest";
import type { Page, Word } from "../../src/document.ts";
import { joinSheets, onPages, partRegion, type Sheet } from "../../src/page-tables/join-sheets.ts";
import type { Region } from "../../src/page-tables/region.ts";
import { town } from "../read/family-fixture.ts";
import { pageOf, wordAt, wordsAt } from "./words.ts";

const HEIGHTS = [120, 140, 160, 190, 210, 240, 260];
const numbers = (y: number, count: number, x: number) =>
  Array.from({ length: count }, (_, i) => wordAt(`${i + 1}`, x + 40 * i, y));

/** Rows that say what they are, with their first numbers. */
const first = (number: number, heights = HEIGHTS) =>
  pageOf({
    number,
    words: heights.flatMap((y) => [...wordsAt("Supervisar obras", 20, y), ...numbers(y, 3, 300)]),
  });
/** What goes on beside them, under some heads. */
const next = (number: number, heights = HEIGHTS, words: readonly Word[] = []) =>
  pageOf({
    number,
    words: [wordAt("ABR", 20, 100), ...heights.flatMap((y) => numbers(y, 5, 20)), ...words],
  });
/** Rows that say what they are, all of whose numbers stand on other pages. */
const texts = (number: number, heights = HEIGHTS, header = ["ÓRGANO", "ACTIVIDAD POI"]) =>
  pageOf({
    number,
    words: [
      ...header.flatMap((text, i) => wordsAt(text, 20 + 150 * i, 100)),
      ...heights.flatMap((y) => wordsAt("Supervisar obras", 20, y)),
    ],
  });
const lower = HEIGHTS.map((y) => y + 7);

const numbersOf = (pages: readonly Page[]) =>
  pages.map((page) => (page as Partial<Sheet>).parts?.map((part) => part.page.number) ?? page.number);
const join = (...pages: Page[]) => numbersOf(joinSheets(pages, [town]));

describe("joinSheets", () => {
  it.each<[string, Page[], (number | number[])[]]>([
    [
      "sheet by sheet",
      [first(1), next(2), first(3, lower), next(4, lower)],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "all first pages before the others",
      [first(1), first(2, lower), next(3), next(4, lower)],
      [
        [1, 3],
        [2, 4],
      ],
    ],
    ["three of them side by side", [first(1), next(2), next(3)], [[1, 2, 3]]],
    [
      "three side by side, first pages first",
      [first(1), first(2, lower), next(3), next(4, lower), next(5), next(6, lower)],
      [
        [1, 3, 5],
        [2, 4, 6],
      ],
    ],
    [
      "with remarks behind the last numbers",
      [
        first(1),
        next(
          2,
          HEIGHTS,
          HEIGHTS.flatMap((y) => wordsAt("sin obras", 300, y)),
        ),
      ],
      [[1, 2]],
    ],
    ["after pages of another table", [first(1, [300, 310, 320]), first(2), next(3)], [1, [2, 3]]],
    ["of texts alone, whose units stand beside the numbers", [texts(1), first(2), next(3)], [[1, 2, 3]]],
    ["of texts alone, after a cover", [texts(1, [500, 700]), texts(2), next(3)], [1, [2, 3]]],
    [
      "of texts alone, a short one after a long one",
      [texts(1), first(2), texts(3, [150], []), first(4, [150])],
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])("joins the pages of sheets that are printed %s", (_, pages, expected) => {
    expect(join(...pages)).toEqual(expected);
  });

  it.each<[string, Page[]]>([
    ["say themselves what their rows are", [first(1), first(2), first(3)]],
    ["have their numbers at other heights", [first(1), next(2, lower)]],
    [
      "have a total alone",
      [first(1), pageOf({ number: 2, words: [...wordsAt("TOTAL", 20, 120), ...numbers(120, 3, 300)] })],
    ],
    ["stand beside too few rows", [first(1, [120, 140]), next(2, [120, 140])]],
    ["stand after prose with lines at their heights", [texts(1, HEIGHTS, []), first(2)]],
    [
      "have a text before their last numbers",
      [
        first(1),
        next(
          2,
          HEIGHTS,
          HEIGHTS.flatMap((y) => wordsAt("sin ejecutar", 65, y)),
        ),
      ],
    ],
  ])("leaves pages alone that %s", (_, pages) => {
    expect(joinSheets(pages, [town]) === pages).toBe(true);
  });

  it("sets the places of a page beside those of the one before it, and lines where the ones there end", () => {
    const [plain] = joinSheets([first(1), next(2)], []);
    expect(plain!.width).toBe(1200);
    expect(plain!.words.find(({ text }) => text === "ABR")!.box[0]).toBe(620);
    const lines = (...at: number[]) => at.map((x) => ({ at: x, from: 90, to: 270 }));
    const [ruled] = joinSheets(
      [
        { ...first(1), vertical: lines(15, 280, 560) },
        { ...next(2), vertical: lines(15, 50, 215) },
      ],
      [],
    );
    expect(ruled!.vertical.map(({ at }) => at)).toEqual([15, 280, 560, 560, 595, 760]);
    expect(ruled!.words.find(({ text }) => text === "ABR")!.box[0]).toBe(565);
  });

  it("sets those that follow as the first ones are, though only these have lines around their header", () => {
    const header = (...at: number[]) => at.map((x) => ({ at: x, from: 90, to: 110 }));
    const pages = [
      { ...first(1), vertical: header(15, 280, 560) },
      { ...next(2), vertical: header(15, 50, 215) },
    ];
    const [, second] = joinSheets([...pages, first(3), next(4)], []);
    expect(second!.words.find(({ text }) => text === "ABR")!.box[0]).toBe(565);
  });
});

describe("a table of a sheet", () => {
  const [sheet] = joinSheets([first(1), next(2)], []) as [Sheet];
  const column = (name: string, left: number, right: number) =>
    ({ kind: name === "activity" ? "label" : "cell", name, text: name, left, right }) as const;
  const region: Region = {
    page: sheet,
    // The second one meets the third in the middle of what is blank between the pages.
    columns: [
      column("activity", Number.NEGATIVE_INFINITY, 290),
      column("jan", 290, 530),
      column("apr", 530, Number.POSITIVE_INFINITY),
    ],
    rows: [
      {
        cells: [
          { words: wordsAt("Supervisar", 20, 120), box: null },
          { words: [wordAt("1", 300, 120)], box: null },
          { words: [wordAt("7", 620, 120)], box: [615, 110, 640, 130] },
        ],
        at: 120,
        top: 110,
        bottom: 130,
        isBand: false,
      },
    ],
    hasHeader: true,
    box: [0, 100, 1200, 270],
  };

  it("is parted to what stands on each page", () => {
    const parts = partRegion(region);
    expect(parts.map(({ page, columns }) => [page.number, columns.map(({ name }) => name)])).toEqual([
      [1, ["activity", "jan"]],
      [2, ["apr"]],
    ]);
    expect(parts[1]!.rows[0]!.cells[0]).toMatchObject({
      words: [{ box: [20, 112.5, 25, 122] }],
      box: [15, 110, 40, 130],
    });
    expect(parts[1]!.columns[0]!.left).toBe(-70);
  });

  it("has each cell in its place on its own page", () => {
    const { page, columns, rows } = onPages(region);
    expect(page.number).toBe(1);
    expect(columns.map(({ name }) => name)).toEqual(["activity", "jan", "apr"]);
    expect(rows[0]!.cells.map((cell) => [cell.page, cell.words[0]!.box[0]])).toEqual([
      [undefined, 20],
      [undefined, 300],
      [2, 20],
    ]);
  });

  it("is left alone where its page is no sheet", () => {
    const alone = { ...region, page: pageOf({}) };
    expect(onPages(alone)).toBe(alone);
  });
});
