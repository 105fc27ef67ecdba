import { describe, expect, it } from "vitest";
import { findBlockHeaders, LINE_COLUMN, ONCE, YEAR_COLUMN } from "../../src/blocks/find-block-headers.ts";
import { findHeads } from "../../src/blocks/find-heads.ts";
import { createHeaderVocabulary } from "../../src/blocks/header-vocabulary.ts";
import type { Word } from "../../src/document.ts";
import { textLines } from "../../src/page-tables/text-lines.ts";
import { monthKeys } from "../../src/rules/cell-names.ts";
import { wordAt, wordsAt } from "../page-tables/words.ts";
import { evenly, familyOf, headerAt, lineAt, numberEnd, WITH_YEARS } from "./support.ts";

const find = (words: readonly Word[], family = familyOf(), once: readonly string[] = []) =>
  findBlockHeaders(textLines(words), createHeaderVocabulary(family), once).map(({ columns }) =>
    columns.map(({ name }) => name),
  );
const CELLS = [...monthKeys, "total"].map((key) => `programmed.${key}`);

describe("a header", () => {
  it("names its columns from left to right", () => {
    expect(find(headerAt(60))).toEqual([["activityCode", "activity", "unit", LINE_COLUMN, ...CELLS]]);
  });

  it("may have a column of years", () => {
    expect(find(headerAt(60, { years: true }), familyOf(WITH_YEARS))[0]).toContain(YEAR_COLUMN);
  });

  it("may print a head on two lines", () => {
    const words = headerAt(60).filter(({ text }) => text !== "OPERATIVA");
    expect(find([...words, wordAt("OPERATIVA", 90, 71)])[0]).toContain("activity");
  });

  it("comes as often as it is printed, from the top", () => {
    expect(find([...headerAt(400), ...headerAt(60)])).toHaveLength(2);
  });

  it("may hold a group that is printed once for all lines", () => {
    const family = familyOf({
      groups: [
        { key: "programmed", header: ["PROGRAMACIÓN"] },
        { key: "progress", header: ["% AVANCE"] },
      ],
      oncePerBlock: ["progress"],
    });
    const words = [...headerAt(60), ...wordsAt("% AVANCE", numberEnd(12) + 20, 60)];
    expect(find(words, family, ["progress"])[0]!.at(-1)).toBe(`${ONCE}progress.total`);
    expect(find(words, family)[0]!.at(-1)).toBe("progress.total");
  });

  it("is none without the column of lines, without a group, or in a text", () => {
    const without = (text: string) => headerAt(60).filter((word) => word.text !== text);
    expect(find(without("TIPO"))).toEqual([]);
    expect(find(without("PROGRAMACIÓN"))).toEqual([]);
    expect(find(wordsAt("El TIPO de CODIGO y la U.M. de la PROGRAMACIÓN ENE FEB MAR", 20, 60))).toEqual([]);
  });

  it("has no word of a text under the lines of an activity, though it be one of heads, and so reaches no other header", () => {
    const words = [
      ...headerAt(60),
      ...lineAt(72, { type: "FÍSICO", numbers: evenly(1) }),
      ...lineAt(84, { unit: "TOTAL" }),
      ...headerAt(130),
    ];
    const headers = findBlockHeaders(textLines(words), createHeaderVocabulary(familyOf()), []);
    expect(headers.map(({ unknown }) => unknown)).toEqual([[], []]);
  });

  it("has no word of a text over a context", () => {
    const words = [
      ...lineAt(24, { activity: "de la sede", unit: "CODIGO" }),
      ...wordsAt("OEI.02 MEJORAR", 20, 36),
      ...headerAt(60),
    ];
    const isContext = (line: readonly Word[]) => line[0]!.text.startsWith("OEI");
    const [header] = findBlockHeaders(
      textLines(words),
      createHeaderVocabulary(familyOf()),
      [],
      undefined,
      isContext,
    );
    expect(header!.box[1]).toBeGreaterThan(36);
    expect(header!.unknown).toEqual([]);
  });

  it("has no group over it that it says again", () => {
    const words = [...lineAt(34, { activity: "de la sede", unit: "PROGRAMACIÓN" }), ...headerAt(60)];
    const [header] = findBlockHeaders(textLines(words), createHeaderVocabulary(familyOf()), []);
    expect(header!.box[1]).toBeGreaterThan(34);
    expect(header!.columns.map(({ name }) => name)).toContain("unit");
    expect(header!.unknown).toEqual([]);
  });

  it("has no group under it that it says over its columns", () => {
    const words = [...headerAt(60), ...lineAt(80, { activity: "de la sede", unit: "PROGRAMACIÓN" })];
    const [header] = findBlockHeaders(textLines(words), createHeaderVocabulary(familyOf()), []);
    expect(header!.box[3]).toBeLessThan(70);
    expect(header!.columns.map(({ name }) => name)).toEqual([
      "activityCode",
      "activity",
      "unit",
      LINE_COLUMN,
      ...CELLS,
    ]);
  });

  it("may begin beside a context that stands a little higher", () => {
    const words = [...wordsAt("OEI.02 MEJORAR", 20, 44), ...headerAt(60)];
    const isContext = (line: readonly Word[]) => line[0]!.text.startsWith("OEI");
    const [header] = findBlockHeaders(
      textLines(words),
      createHeaderVocabulary(familyOf()),
      [],
      undefined,
      isContext,
    );
    expect(header?.columns.map(({ name }) => name)).toEqual(find(headerAt(60))[0]);
  });

  it("has the marks of its heads", () => {
    const family = familyOf({
      labels: [
        { key: "activityCode", header: ["CODIGO"] },
        { key: "activity", header: ["ACTIVIDAD OPERATIVA / INVERSIONES"] },
        { key: "unit", header: ["U.M."] },
      ],
    });
    const stroke = wordAt("/", 90, 72);
    const words = [...headerAt(60), stroke, wordAt("INVERSIONES", 97.5, 72)];
    const [header] = findBlockHeaders(textLines(words), createHeaderVocabulary(family), []);
    expect(header!.words).toContain(stroke);
  });

  it("names the words among its heads that are none", () => {
    const unknown = (word: Word) =>
      findBlockHeaders(textLines([...headerAt(60), word]), createHeaderVocabulary(familyOf()), []).flatMap(
        (header) => header.unknown.map(({ text }) => text),
      );
    expect(unknown(wordAt("SALDO", numberEnd(12) + 20, 57))).toEqual(["SALDO"]);
    expect(unknown(wordAt("SALDO", numberEnd(12) + 20, 80))).toEqual([]);
  });

  it("is no crowd of heads", () => {
    const crowd = Array.from({ length: 200 }, (_, k) => wordAt("TIPO", 20 + 40 * k, 66));
    expect(find([...headerAt(60), ...crowd])).toEqual([]);
  });
});

describe("heads", () => {
  const heads = (words: readonly Word[], family = familyOf()) =>
    findHeads(textLines(words), createHeaderVocabulary(family)).map(({ words: own }) =>
      own.map(({ text }) => text).join(" "),
    );

  it("are no figure of an item and a word beside it on the next line", () => {
    const family = familyOf({ quarters: [["1 TRIMESTRE"], ["II TRIM"], ["III TRIM"], ["IV TRIM"]] });
    expect(heads([wordAt("1", 90, 60), wordAt("trimestre", 101, 64)], family)).toEqual([]);
    expect(heads([wordAt("1", 110, 60), wordAt("TRIMESTRE", 90, 72)], family)).toEqual(["1 TRIMESTRE"]);
  });

  it("end with no word of a text under them", () => {
    const family = familyOf({
      labels: [
        { key: "activityCode", header: ["CODIGO"] },
        { key: "reason", header: ["MOTIVO", "MOTIVOS"] },
      ],
    });
    const words = [wordAt("MOTIVO", 90, 60), ...wordsAt("S/. 12,500.00 devengados", 90, 72)];
    expect(heads(words, family)).toEqual(["MOTIVO"]);
  });

  it("are months only where these follow each other", () => {
    const numbered = familyOf({ months: monthKeys.map((_, k) => [String(k + 1)]) });
    expect(heads(lineAt(60, { numbers: [1, 2, 3, 4, 5, 6, 7] }), numbered)).toHaveLength(7);
    expect(heads(lineAt(60, { numbers: evenly(1) }), numbered)).toEqual([]);
    expect(heads(lineAt(60, { numbers: [1, 2] }), numbered)).toEqual([]);
  });

  it("are months also where one is drawn in pieces", () => {
    const words = ["ENE", "FEB", "M", "AR", "ABR"].map((text, k) => ({
      ...wordAt(text, 20, 60),
      box: [20 + 20 * k, 52, 38 + 20 * k, 62] as const,
    }));
    expect(heads(words)).toEqual(expect.arrayContaining(["ENE", "FEB", "M AR", "ABR"]));
  });

  it("are months also where their cells break some within a word", () => {
    const months = [wordAt("ENE", 20, 66), wordAt("FE", 50, 60), wordAt("B", 52, 72), wordAt("MAR", 80, 66)];
    expect(heads(months)).toEqual(expect.arrayContaining(["ENE", "FE B", "MAR"]));
    const named = familyOf({
      months: ["OCTUBRE", "NOVIEMBRE", "DICIEMBRE"].concat(new Array(9).fill("X")).map((one) => [one]),
    });
    const long = ["OCTUB", "NOVIEMB", "DICIEMB"].flatMap((text, k) => [
      wordAt(text, 20 + 40 * k, 60),
      wordAt("RE", 30 + 40 * k, 72),
    ]);
    expect(heads(long, named)).toEqual(expect.arrayContaining(["OCTUB RE", "NOVIEMB RE", "DICIEMB RE"]));
  });

  it("are no names of lines drawn in pieces", () => {
    const family = familyOf({
      lines: {
        header: ["PROG. EJEC.", "PROG./EJEC."],
        kinds: [
          { key: "physical", prints: ["PROG."] },
          { key: "financial", prints: ["EJEC."] },
        ],
      },
    });
    const piece = (text: string, left: number, right: number, y: number): Word => ({
      ...wordAt(text, left, y),
      box: [left, y - 8, right, y + 2],
    });
    const names = [piece("P", 100, 104, 60), piece("ROG.", 105, 125, 60), piece("EJEC.", 100, 125, 72)];
    expect(heads(names, family)).toEqual([]);
    expect(heads([piece("PROG./", 100, 125, 60), piece("EJEC.", 100, 125, 72)], family)).toHaveLength(1);
  });

  it("go on past a head of the next column that stands between its lines", () => {
    const quarters = familyOf({ quarters: [["I TRIM"], ["II TRIM"], ["III TRIM"], ["TRIM IV"]] });
    const words = [
      { ...wordAt("TRIM", 100, 60), box: [100, 52, 116, 62] as const },
      { ...wordAt("TOTAL", 120, 66), box: [120, 58, 145, 68] as const },
      { ...wordAt("IV", 104, 72), box: [104, 64, 112, 74] as const },
    ];
    expect(heads(words, quarters)).toEqual(["TRIM IV", "TOTAL"]);
  });

  it("do not go on in the number of an item under the next column", () => {
    const quarters = familyOf({ quarters: [["I TRIM"], ["II TRIM"], ["TRIM 1", "TRIM 2"], ["3 TRIM"]] });
    const words = [wordAt("3", 100, 60), wordAt("TRIM", 107.5, 60), wordAt("2", 132, 76)];
    expect(heads(words, quarters)).toEqual(["3 TRIM"]);
  });

  it("do not go on in a word of the next column", () => {
    const quarters = familyOf({ quarters: [["I TRIM"], ["TRIM 2"], ["III TRIM"], ["IV TRIM"]] });
    const words = [wordAt("I", 100, 60), wordAt("TRIM", 108, 60), wordAt("7", 108, 71), wordAt("2", 150, 71)];
    expect(heads(words, quarters)).toEqual(["I TRIM"]);
  });

  it("are the longest that is spelled, however words are parted", () => {
    const words = [wordAt("ACTI", 90, 60), wordAt("VIDAD", 110, 60), wordAt("OPERATIVA", 90, 71)];
    expect(heads(words)).toEqual(["ACTI VIDAD OPERATIVA"]);
  });

  it("go on under a word that does not stand over the first piece of the next line", () => {
    const quarters = familyOf({ quarters: [["I TRIMESTRE"], ["II TRIMESTRE"], ["III TRIM"], ["IV TRIM"]] });
    const words = [100, 160].flatMap((x) => [
      wordAt("II", x + 30, 60),
      // The first letter is drawn by itself, the rest after it.
      { ...wordAt("T", x, 71), box: [x, 63, x + 5, 73] as const },
      { ...wordAt("RIMESTRE", x + 6, 71), box: [x + 6, 63, x + 45, 73] as const },
    ]);
    expect(heads(words, quarters)).toEqual(["II T RIMESTRE", "II T RIMESTRE"]);
  });

  it("stop at a line of more words than a header has", () => {
    const marks = Array.from({ length: 5000 }, (_, k) => wordAt(".", 140 + 6 * k, 60));
    expect(heads([wordAt("ACTIVIDAD", 90, 60), ...marks])).toEqual([]);
  });
});
