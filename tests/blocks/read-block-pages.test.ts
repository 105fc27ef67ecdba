import { describe, expect, it, test } from "vitest";
import { readBlockPages } from "../../src/blocks/read-block-pages.ts";
import type { Flag, Page, PrintedRow, Word } from "../../src/document.ts";
import type { Region } from "../../src/page-tables/region.ts";
import { wordAt, wordsAt } from "../page-tables/words.ts";
import { activityAt, evenly, familyOf, headerAt, lineAt, tablePage, WITH_YEARS } from "./support.ts";

const read = (pages: readonly Page[], family = familyOf()) => readBlockPages(pages, new Map(), family);
const rowsOf = (pages: readonly Page[], family = familyOf()): PrintedRow[] =>
  read(pages, family).tables.flatMap(({ rows }) => rows);
const textsOf = ({ tokens }: PrintedRow) => tokens.map(({ text }) => text);
const numbers = (...series: (string | number)[][]) => series.flat().map(String);
const doubtsOf = ({ doubts = [] }: PrintedRow) => doubts.map(({ code }) => code);

const TITLE = wordsAt("PLAN DE BLOQUES 2024", 300, 20);

describe("a page of activities", () => {
  const page = tablePage([
    ...TITLE,
    ...wordsAt("CENTRO DE COSTO : 0102 : OFICINA DE PLANES", 20, 36),
    ...headerAt(60),
    ...wordsAt("OEI.01 MEJORAR LA GESTION", 20, 76),
    ...wordsAt("AEI.01.02 GESTIONAR MEJOR", 20, 90),
    ...activityAt(
      110,
      { code: "AOI0001", activity: "Publicar los planes", unit: "060 : INFORME" },
      evenly(1),
      evenly(100),
    ),
    ...activityAt(140, { code: "AOI0002", activity: "Revisarlos", unit: "TALLER" }, evenly(2), evenly(50)),
    ...wordsAt("TOTAL AEI.01.02 1800", 20, 170),
    ...wordsAt("TOTAL GENERAL S/ 1800", 20, 190),
  ]);
  const document = read([page]);
  const [first, second, byAction, all] = document.tables[0]!.rows;

  it("gives a row an activity, with the context over it, codes apart from names", () => {
    expect(first!.labels).toEqual({
      organCode: "0102",
      organ: "OFICINA DE PLANES",
      objectiveCode: "OEI.01",
      objective: "MEJORAR LA GESTION",
      actionCode: "AEI.01.02",
      action: "GESTIONAR MEJOR",
      activityCode: "AOI0001",
      activity: "Publicar los planes",
      unitCode: "060",
      unit: "INFORME",
    });
    expect(second!.labels).toMatchObject({ activityCode: "AOI0002", activity: "Revisarlos", unit: "TALLER" });
    expect(second!.labels).not.toHaveProperty("unitCode");
  });

  it("puts each number in the cell of its line and its month", () => {
    const { cells } = document.tables[0]!;
    expect(cells).toHaveLength(26);
    expect([cells[0], cells[12], cells[13], cells[25]]).toEqual([
      "physical.jan",
      "physical.total",
      "financial.jan",
      "financial.total",
    ]);
    expect(textsOf(first!)).toEqual(numbers(evenly(1), evenly(100)));
    expect(textsOf(second!)).toEqual(numbers(evenly(2), evenly(50)));
  });

  it("says where each number stands", () => {
    // 1200, the thirteenth number of the second line, ends 756 points from the left.
    expect(first!.tokens[25]).toEqual({ text: "1200", page: 1, box: [736, 114.5, 756, 124] });
  });

  it("reads totals, each as which of the family's it is", () => {
    expect([byAction!.kind, byAction!.total, byAction!.labels]).toEqual([
      "total",
      0,
      { label: "TOTAL AEI.01.02" },
    ]);
    expect([all!.total, all!.labels]).toEqual([1, { label: "TOTAL GENERAL" }]);
    for (const total of [byAction!, all!])
      expect(textsOf(total)).toEqual([...new Array(25).fill(""), "1800"]);
  });

  it("takes title and year from what stands over the table, and leaves nothing unsaid", () => {
    expect(document.info).toMatchObject({ title: "PLAN DE BLOQUES 2024", year: 2024 });
    expect(document.flags).toEqual([]);
    expect(document.tables[0]!.channel).toBe("placed");
  });

  it("shows those who watch a row for each line of numbers", () => {
    const regions: Region[] = [];
    readBlockPages([page], new Map(), familyOf(), (found) => regions.push(...found));
    expect(regions.map(({ rows, hasHeader }) => [rows.length, hasHeader])).toEqual([[4, true]]);
  });
});

describe("an activity parted by a page break", () => {
  /** Lines of three activities, texts on two lines each; how far each stands under the one before. */
  const lines: [gap: number, (y: number) => Word[]][] = [1, 2, 3].flatMap(
    (n): [number, (y: number) => Word[]][] => [
      [
        n === 1 ? 0 : 30,
        (y) =>
          lineAt(y, {
            code: `AOI000${n}`,
            activity: `Publicar las ${n}`,
            unit: "INFORME",
            type: "FÍSICO",
            numbers: evenly(n),
          }),
      ],
      [12, (y) => lineAt(y, { activity: "guías del año", type: "FINANC. S/.", numbers: evenly(100 * n) })],
      [12, (y) => lineAt(y, { activity: `y sus ${n} anexos` })],
    ],
  );
  const broken = (at: number) => {
    const pages: Word[][] = [[...TITLE, ...headerAt(60)], []];
    let y = 80;
    for (const [i, [gap, print]] of lines.entries()) {
      y = i === at ? 45 : y + gap;
      pages[i < at ? 0 : 1]!.push(...print(y));
    }
    return pages.map((words, i) => tablePage(words, { number: i + 1 }));
  };

  it.each(lines.map((_, i) => i).slice(1))("before line %i comes out as if there were none", (at) => {
    const rows = rowsOf(broken(at));
    expect(rows).toHaveLength(3);
    for (const [i, row] of rows.entries()) {
      const n = i + 1;
      expect(textsOf(row)).toEqual(numbers(evenly(n), evenly(100 * n)));
      // A text that could be the next activity's is doubted, never given to it unsaid.
      if (doubtsOf(row).length > 0) expect(doubtsOf(row)).toEqual(["text-unsure"]);
      else
        expect(row.labels).toMatchObject({
          activityCode: `AOI000${n}`,
          activity: `Publicar las ${n} guías del año y sus ${n} anexos`,
        });
    }
  });

  it("in the middle of an activity leaves no doubt, and each number on its page", () => {
    const rows = rowsOf(broken(4));
    expect(rows.flatMap(doubtsOf)).toEqual([]);
    expect([...new Set(rows[1]!.tokens.map(({ page }) => page))]).toEqual([1, 2]);
    expect(rows[1]!.page).toBe(1);
  });

  it("leaves none where each page holds one activity", () => {
    const pages = [1, 2, 3, 4].map((n) =>
      tablePage(
        [
          ...(n === 1 ? headerAt(60) : []),
          ...activityAt(
            80,
            { code: `AOI000${n}`, activity: "Informar", unit: "INFORME" },
            evenly(n),
            evenly(n),
          ),
        ],
        { number: n },
      ),
    );
    const rows = rowsOf(pages);
    expect(rows.map(({ labels }) => labels.activityCode)).toEqual([
      "AOI0001",
      "AOI0002",
      "AOI0003",
      "AOI0004",
    ]);
    expect(rows.flatMap(doubtsOf)).toEqual([]);
  });

  it("may print the header again", () => {
    const [first, second] = broken(4);
    const again = { ...second!, words: [...headerAt(20), ...second!.words] };
    const rows = rowsOf([first!, again]);
    expect(rows.map(({ labels }) => labels.activityCode)).toEqual(["AOI0001", "AOI0002", "AOI0003"]);
    expect(textsOf(rows[1]!)).toEqual(numbers(evenly(2), evenly(200)));
  });
});

describe("names of lines that stand off their numbers", () => {
  const family = familyOf({
    lines: {
      header: ["TIPO"],
      kinds: [
        { key: "physical", prints: ["PROG."] },
        { key: "financial", prints: ["EJEC."] },
      ],
    },
  });
  // Rows 40 points high: a name in the middle of each cell, numbers 5 points above or below.
  it.each([-5, 5, -9, 9])("%i points down are paired in order", (shift) => {
    const words = [1, 2, 3].flatMap((n) => [
      ...lineAt(80 * n + 40, { code: `AOI000${n}`, activity: "Informar", unit: "INFORME", type: "PROG." }),
      ...lineAt(80 * n + 40 + shift, { numbers: evenly(n) }),
      ...lineAt(80 * n + 70, { type: "EJEC." }),
      ...lineAt(80 * n + 70 + shift, { numbers: evenly(10 * n) }),
    ]);
    const rows = rowsOf([tablePage([...headerAt(60), ...words])], family);
    expect(rows.map(textsOf)).toEqual([1, 2, 3].map((n) => numbers(evenly(n), evenly(10 * n))));
    expect(rows.flatMap(doubtsOf)).toEqual([]);
  });

  it("an activity that lost a line is doubted, and its neighbours keep their numbers", () => {
    const words = [1, 2, 3].flatMap((n) => [
      ...lineAt(80 * n + 40, {
        code: `AOI000${n}`,
        activity: "Informar",
        unit: "INFORME",
        type: "PROG.",
        numbers: evenly(n),
      }),
      ...(n === 2 ? [] : lineAt(80 * n + 60, { type: "EJEC.", numbers: evenly(10 * n) })),
    ]);
    const rows = rowsOf([tablePage([...headerAt(60), ...words])], family);
    expect(rows).toHaveLength(3);
    expect(textsOf(rows[0]!)).toEqual(numbers(evenly(1), evenly(10)));
    expect(textsOf(rows[1]!)).toEqual(numbers(evenly(2), new Array(13).fill("")));
    expect(textsOf(rows[2]!)).toEqual(numbers(evenly(3), evenly(30)));
    expect(doubtsOf(rows[1]!)).toContain("lines-missing");
    expect(doubtsOf(rows[0]!)).not.toContain("lines-missing");
  });
});

describe("three years an activity", () => {
  const family = familyOf(WITH_YEARS);
  const YEARS = [2021, 2022, 2023];
  /** Two lines a year, 12 points apart; the year beside the first; the texts on the line given. */
  const block = (top: number, n: number, textLine: number) =>
    YEARS.flatMap((year, k) => [
      ...lineAt(top + 24 * k, { year: String(year), type: "FÍSICO", numbers: evenly(n + k) }),
      ...lineAt(top + 24 * k + 12, { type: "FINANC. S/.", numbers: evenly(100 * n + k) }),
    ]).concat(lineAt(top + 12 * textLine, { code: `AOI000${n}`, activity: "Informar", unit: "INFORME" }));
  const page = (textLine: number) =>
    tablePage([
      ...TITLE,
      ...headerAt(60, { years: true }),
      ...block(80, 1, textLine),
      ...block(170, 2, textLine),
      ...block(260, 3, textLine),
    ]);

  it.each([0, 2, 3, 5])("gives a row a year, with the code that stands on line %i", (textLine) => {
    const rows = rowsOf([page(textLine)], family);
    expect(rows.map(({ year, labels }) => [labels.activityCode, year])).toEqual(
      [1, 2, 3].flatMap((n) => YEARS.map((year) => [`AOI000${n}`, year])),
    );
    expect(rows.map(textsOf)).toEqual(
      [1, 2, 3].flatMap((n) => YEARS.map((_, k) => numbers(evenly(n + k), evenly(100 * n + k)))),
    );
    expect(rows.flatMap(doubtsOf)).toEqual([]);
  });

  it("parts activities where years begin again, even in a circle", () => {
    const circle = Array.from({ length: 40 }, (_, i) =>
      lineAt(80 + 24 * i, {
        ...(i % 3 === 0 && { code: `AOI${i}`, activity: "Uno", unit: "DOS" }),
        year: String(2021 + (i % 3)),
        type: "FÍSICO",
        numbers: evenly(i),
      }).concat(lineAt(92 + 24 * i, { type: "FINANC. S/.", numbers: evenly(i) })),
    ).flat();
    const rows = rowsOf([tablePage([...headerAt(60, { years: true }), ...circle], { height: 2000 })], family);
    expect(rows).toHaveLength(40);
    expect(rows.map(({ year }) => year)).toEqual(Array.from({ length: 40 }, (_, i) => 2021 + (i % 3)));
  });
});

describe("numbers that no row holds", () => {
  const words = [
    ...headerAt(60),
    ...activityAt(80, { code: "AOI1", activity: "Uno", unit: "INFORME" }, evenly(1), evenly(2)),
  ];

  it("are named with their page and line", () => {
    const stray = lineAt(400, { numbers: [7, 8, 9, 10, 11] });
    const { flags } = read([tablePage([...words, ...stray])]);
    expect(flags).toHaveLength(1);
    expect(flags[0]).toMatchObject({ code: "line-not-read", severity: "warning" });
    // Two lines of header, two of the activity, then this.
    expect(flags[0]!.message).toMatch(/^Page 1, line 5 .*7 +8 +9 +10 +11/);
  });

  it("in a stamp are named too", () => {
    const stamp = [wordAt("FIRMADO", 95, 81, "#ff0000 f9"), wordAt("4711", 132.5, 81, "#ff0000 f9")];
    const { flags, tables } = read([tablePage([...words, ...stamp])]);
    expect(flags.map(({ code }) => code)).toContain("stamp-left-out");
    expect(tables[0]!.rows[0]!.labels.activity).toBe("Uno");
  });
});

test("numbers among the lines of an activity that came into no cell are a doubt of it, where it lacks them", () => {
  const numbers = evenly(5);
  const torn = [
    ...lineAt(80, {
      code: "AOI0001",
      activity: "Informar",
      unit: "INFORME",
      type: "FÍSICO",
      numbers: evenly(1),
    }),
    ...lineAt(96, { numbers: ["", ...numbers.slice(1)] }),
    ...lineAt(102, { type: "FINANC. S/.", numbers: [numbers[0]!] }),
  ];
  const next = activityAt(
    130,
    { code: "AOI0002", activity: "Vigilar", unit: "INFORME" },
    evenly(2),
    evenly(2),
  );
  const rows = rowsOf([tablePage([...headerAt(60), ...torn, ...next])]);
  expect(rows.map(doubtsOf)).toEqual([["line-not-read"], []]);
});

test("what is wrong with the text of a page is a doubt of its rows, and of no other", () => {
  const doubt: Flag = { code: "text-hidden", severity: "error", cells: [], message: "x" };
  const pages = [1, 2].map((n) =>
    tablePage(
      [
        ...headerAt(60),
        ...activityAt(80, { code: `AOI${n}`, activity: "Uno", unit: "INFORME" }, evenly(1), evenly(2)),
      ],
      { number: n },
    ),
  );
  const { tables } = readBlockPages(pages, new Map([[2, doubt]]), familyOf());
  expect(tables.flatMap(({ rows }) => rows).map((row) => [row.page, doubtsOf(row)])).toEqual([
    [1, []],
    [2, ["text-hidden"]],
  ]);
});

describe("a document without a table of the family", () => {
  it.each<[string, Word[]]>([
    ["no word", []],
    ["prose", wordsAt("El plan operativo no tiene cuadros", 20, 100)],
    ["a header with nothing under it", headerAt(60)],
  ])("is refused with what was read: %s", (_, words) => {
    expect(() => read([tablePage(words)])).toThrow(
      expect.objectContaining({
        code: "no-table",
        message: `No table of the family small-blocks was found: 1 pages with ${words.length} words were read`,
      }),
    );
  });
});

test("what stands to the left of the first column is no part of an activity", () => {
  const words = [
    ...TITLE,
    ...headerAt(60),
    ...activityAt(110, { code: "AOI0001", activity: "Publicar" }, evenly(1), evenly(100)),
    wordAt("POI", 2, 114),
  ];
  const edges = [17, 88, 228, 325, 393, ...evenly(0).map((_, k) => 393 + 28 * (k + 1))];
  const page = tablePage(words, { vertical: edges.map((at) => ({ at, from: 40, to: 140 })) });
  expect(rowsOf([page])[0]!.labels).toMatchObject({ activityCode: "AOI0001", activity: "Publicar" });
});

describe("codes of figures alone", () => {
  const family = familyOf({ code: { key: "activityCode", prints: ["#.#.#"] } });
  const page = tablePage([
    ...TITLE,
    ...headerAt(60),
    ...activityAt(110, { code: "5.1.1", activity: "Plan 2021" }, evenly(1), evenly(100)),
    ...activityAt(140, { code: "5.1.2", activity: "Plan 2022" }, evenly(2), evenly(50)),
    ...wordsAt("5.1.3 Perdido", 20, 240),
  ]);

  it("are told from years in texts by their column, and from amounts by their points", () => {
    const { tables, flags } = read([page], family);
    const [first, second] = tables[0]!.rows;
    expect(first!.labels).toMatchObject({ activityCode: "5.1.1", activity: "Plan 2021" });
    expect(second!.labels).toMatchObject({ activityCode: "5.1.2", activity: "Plan 2022" });
    expect([doubtsOf(first!), doubtsOf(second!)]).toEqual([[], []]);
    expect(flags.filter(({ code }) => code === "activity-not-read").map(({ message }) => message)).toEqual([
      expect.stringContaining("5.1.3"),
    ]);
  });
});

describe("numbers of which a page may show but a part", () => {
  const page = (...words: Word[]) =>
    tablePage([
      ...TITLE,
      ...headerAt(60),
      ...activityAt(100, { code: "AOI0001", activity: "Publicar" }, evenly(1), evenly(100)),
      ...words,
    ]);

  it("are doubted, each by its cell, where an edge cuts them", () => {
    const [row] = rowsOf([
      {
        ...page(),
        words: page().words.map((word) => (word.text === "1200" ? { ...word, isCut: true } : word)),
      },
    ]);
    expect(row!.doubts).toMatchObject([{ code: "number-cut", cells: ["financial.total"] }]);
  });

  it("are doubted where others stand close under them", () => {
    const [row] = rowsOf([page(...lineAt(124, { numbers: [5, 5] }))]);
    expect(doubtsOf(row!)).toContain("line-not-read");
  });

  it("are doubted with the text that an edge cuts", () => {
    const cut = page().words.map((word) => (word.text === "Publicar" ? { ...word, isCut: true } : word));
    expect(doubtsOf(rowsOf([{ ...page(), words: cut }])[0]!)).toEqual(["text-cut"]);
  });

  it("are not doubted where a page break cuts through a text, which goes on", () => {
    const cut = (words: Word[]) => words.map((word) => ({ ...word, isCut: true }));
    const first = tablePage([
      ...TITLE,
      ...headerAt(60),
      ...lineAt(100, { code: "AOI0001", type: "FÍSICO", numbers: evenly(1) }),
      ...cut(wordsAt("Publicar", 90, 100)),
    ]);
    const second = tablePage(
      [...lineAt(20, { type: "FINANC. S/.", numbers: evenly(100) }), ...cut(wordsAt("los planes", 90, 20))],
      { number: 2 },
    );
    expect(doubtsOf(rowsOf([first, second])[0]!)).toEqual([]);
  });
});

describe("texts that are printed over each other", () => {
  const activities = (...words: Word[]) =>
    tablePage([
      ...TITLE,
      ...headerAt(60),
      ...activityAt(100, { code: "AOI0001", activity: "Publicar" }, evenly(1), evenly(100)),
      ...activityAt(140, { code: "AOI0002", activity: "Revisar" }, evenly(1), evenly(100)),
      ...activityAt(220, { code: "AOI0003", activity: "Informar" }, evenly(1), evenly(100)),
      ...activityAt(260, { code: "AOI0004", activity: "Publicar" }, evenly(1), evenly(100)),
      ...words,
    ]);

  it("doubt the activity, and those before and after", () => {
    const rows = rowsOf([activities(...lineAt(135, { activity: "los planes" }))]);
    expect(rows.map((row) => doubtsOf(row).includes("text-unsure"))).toEqual([true, true, true, false]);
  });

  it("doubt the context that they are printed over, until the next", () => {
    const context = [wordAt("OEI.01", 20, 86), wordAt("MEJORAR", 40, 86)];
    const next = wordsAt("OEI.02 GESTIONAR", 20, 190);
    const rows = rowsOf([activities(...context, ...next)]);
    expect(rows.map(doubtsOf)).toEqual([["context-unsure"], ["context-unsure"], [], []]);
  });
});

it("doubts an activity in a text of which some words are in coloured ink", () => {
  const rowOf = (style: string) => {
    const texts = { code: "AOI0001", activity: "Publicar los planes", unit: "INFORME" };
    const activity = activityAt(110, texts, evenly(1), evenly(100));
    const words = activity.map((word) => (word.text === "planes" ? { ...word, style } : word));
    return rowsOf([tablePage([...TITLE, ...headerAt(60), ...words])])[0]!;
  };
  expect(doubtsOf(rowOf("#0000b3 f2"))).toContain("text-unsure");
  expect(doubtsOf(rowOf("#333333 f2"))).not.toContain("text-unsure");
});

it("names pages of numbers that hold no table of the family", () => {
  const page = tablePage([
    ...TITLE,
    ...headerAt(60),
    ...activityAt(110, { code: "AOI0001", activity: "Publicar", unit: "INFORME" }, evenly(1), evenly(100)),
  ]);
  const other = tablePage([100, 120, 140].flatMap((y) => wordsAt("Obras 1 2 3 4 5 6 7", 20, y)));
  const { flags } = read([
    { ...other, number: 1 },
    { ...page, number: 2 },
  ]);
  expect(flags.map(({ code, message }) => [code, message.slice(0, 6)])).toEqual([
    ["table-not-read", "Page 1"],
  ]);
});

it("doubts an activity whose text holds another's code", () => {
  const withName = (activity: string) =>
    rowsOf([
      tablePage([
        ...TITLE,
        ...headerAt(60),
        ...activityAt(100, { code: "AOI0001", activity, unit: "OBRA" }, evenly(1), evenly(100)),
      ]),
    ]);
  expect(doubtsOf(withName("Publicar")[0]!)).toEqual([]);
  const [row] = withName("Publicar AOI0002 Ver");
  expect(row!.doubts!.map(({ message }) => message)).toContain("Its activity holds the code of an activity");
});

it("joins a code that a page break parts, and doubts it", () => {
  const first = tablePage([
    ...TITLE,
    ...headerAt(60),
    ...lineAt(100, { code: "AOI00", activity: "Publicar", type: "FÍSICO", numbers: evenly(1) }),
  ]);
  const second = tablePage(lineAt(20, { code: "12", type: "FINANC. S/.", numbers: evenly(100) }), {
    number: 2,
  });
  const [row] = rowsOf([first, second]);
  expect(row!.labels.activityCode).toBe("AOI0012");
  expect(doubtsOf(row!)).toContain("code-not-read");
});

test("a code without a name after its mark is doubted: its name may stand in the column beside it", () => {
  const page = (unit: string) =>
    tablePage([
      ...TITLE,
      ...headerAt(60),
      ...activityAt(110, { code: "AOI0001", activity: "Publicar", unit }, evenly(1), evenly(100)),
      ...activityAt(
        140,
        { code: "AOI0002", activity: "Revisar", unit: "060 : TALLER" },
        evenly(2),
        evenly(50),
      ),
    ]);
  expect(rowsOf([page("227 :")]).map(doubtsOf)).toEqual([["text-unsure"], []]);
  expect(rowsOf([page("227 : A")]).map(doubtsOf)).toEqual([[], []]);
});
