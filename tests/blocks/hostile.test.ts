import { expect, it, test } from "vitest";
import { readBlockPages } from "../../src/blocks/read-block-pages.ts";
import type { Word } from "../../src/document.ts";
import { settleBlocks } from "../../src/repair/settle-blocks.ts";
import { wordAt, wordsAt } from "../page-tables/words.ts";
import { activityAt, evenly, familyOf, headerAt, lineAt, tablePage } from "./support.ts";

/** Many more than a stack has room for, or a table of their square. */
const MANY = 20_000;
const family = familyOf();
const sound = [
  ...headerAt(60),
  ...activityAt(80, { code: "AOI1", activity: "Uno", unit: "INFORME" }, evenly(1), evenly(2)),
];

/** A word in a font of one point, two words to five points. */
const tiny = (text: string, x: number, y = 200): Word => ({
  text,
  box: [x, y - 0.75, x + 0.5 * text.length, y + 0.2],
  size: 1,
  angle: 0,
  style: "s",
});
const column = (text: string, x: number, count = MANY) =>
  Array.from({ length: count }, (_, i) => wordAt(text, x, 120 + 12 * i));
const row = (texts: readonly string[], pitch: number, count = MANY / texts.length) =>
  Array.from({ length: Math.floor(count) }, (_, i) =>
    texts.map((text, k) => tiny(text, 20 + (i * texts.length + k) * pitch)),
  ).flat();

/** Each stands on the page with a sound activity. */
const cases: [string, () => Word[]][] = [
  ["names of lines without numbers", () => column("FÍSICO", 330)],
  ["one text without end", () => column("palabra", 100)],
  ["a line of words", () => row(["palabra"], 3.8)],
  ["a line of numbers", () => row(["1"], 2)],
  ["a line of heads", () => row(["TIPO"], 4)],
  ["heads under each other", () => column("TIPO", 330)],
  ["heads that begin and do not go on", () => row(["ACTIVIDAD"], 4.6)],
  ["a head that goes on in marks alone", () => [tiny("ACTIVIDAD", 15), ...row(["."], 0.6)]],
  [
    "a header of months by the thousand",
    () => [
      ...["CODIGO", "U.M.", "TIPO"].map((text, k) => wordAt(text, 10 * k, 200)),
      ...row(["ENE", "FEB", "MAR"], 2),
      wordAt("PROGRAMACIÓN", 300, 188),
    ],
  ],
  [
    "totals under each other",
    () => wordsAt("TOTAL GENERAL 1", 20, 0).flatMap(({ text }, k) => column(text, 20 + 50 * k, MANY / 3)),
  ],
  ["totals side by side", () => row(["TOTAL", "GENERAL", "1"], 4)],
  ["contexts under each other", () => column("OEI.01", 20)],
  ["contexts side by side", () => row(["OEI.01"], 4)],
  ["absences", () => row(["S.P."], 2.1)],
  [
    "lines of numbers without a name",
    () =>
      Array.from({ length: MANY / 10 }, (_, i) =>
        lineAt(120 + 12 * i, { numbers: new Array(10).fill(7) }),
      ).flat(),
  ],
  ["digits without end", () => [wordAt(`AEI${"1".repeat(MANY)}x`, 20, 200)]],
  ["points without end", () => [wordAt(`${".".repeat(MANY)}x`, 20, 200)]],
  ["spaces within a word", () => [wordAt(`A1${" ".repeat(MANY)}x`, 100, 104)]],
  ["control characters, half pairs and marks that turn the text", () => column("\0\x07\u202e\ud800", 100)],
  ["words of nothing", () => column("", 100)],
];

it.each(cases)("%s: the activity is read as if alone, or doubted", (_, words) => {
  const page = tablePage([...sound, ...words()], { width: 20 * MANY, height: 12 * MANY + 1000 });
  const { tables } = readBlockPages([page], new Map(), family);
  const { rows } = settleBlocks(tables, family);
  const [first] = rows;
  expect(first!.printed.labels.activityCode).toContain("AOI1");
  expect(first!.tokens["physical.total"]?.text).toBe("12");
  expect(first!.values["financial.total"]).toBe(24);
});

test("a page of ten metres, and one whose activity stands at its end", () => {
  const end = 28_346;
  const shifted = sound.map((word): Word => {
    const [left, top, right, bottom] = word.box;
    return { ...word, box: [left, top + end - 200, right, bottom + end - 200] };
  });
  const { tables } = readBlockPages([tablePage(shifted, { height: end })], new Map(), family);
  expect(settleBlocks(tables, family).rows.map(({ status }) => status)).toEqual(["verified"]);
});

test("hundreds of activities are each read, with no doubt among them", () => {
  const words = Array.from({ length: 400 }, (_, i) =>
    activityAt(80 + 30 * i, { code: `AOI${i}`, activity: "Uno", unit: "INFORME" }, evenly(1), evenly(2)),
  );
  const page = tablePage([...headerAt(60), ...words.flat()], { height: 13_000 });
  const { tables } = readBlockPages([page], new Map(), family);
  const { rows } = settleBlocks(tables, family);
  expect(rows).toHaveLength(400);
  expect(rows.every(({ status, flags }) => status === "verified" && flags.length === 0)).toBe(true);
  expect(rows.map(({ printed }) => printed.labels.activityCode)).toEqual(
    Array.from({ length: 400 }, (_, i) => `AOI${i}`),
  );
});
