import { describe, expect, it } from "vitest";
import type { Word } from "../../src/document.ts";
import type { ColumnLayout } from "../../src/page-tables/place-columns.ts";
import { joinTotal, placeWords } from "../../src/page-tables/place-words.ts";
import type { PlacedColumn } from "../../src/page-tables/region.ts";
import { createLabelVocabulary } from "../../src/read/label-vocabulary.ts";
import { createOrganNameTest } from "../../src/read/organ-name.ts";
import { createTotalTest } from "../../src/read/total-label.ts";
import { town } from "../read/family-fixture.ts";
import { wordAt, wordsAt } from "./words.ts";

const column = (kind: PlacedColumn["kind"], name: string, left: number, right: number): PlacedColumn => ({
  kind,
  name,
  text: name,
  left,
  right,
});
const COLUMNS = [
  column("label", "activity", Number.NEGATIVE_INFINITY, 200),
  column("label", "unit", 200, 300),
  column("cell", "target", 300, 350),
  column("cell", "programmed.jan", 350, 400),
  column("cell", "programmed.feb", 400, Number.POSITIVE_INFINITY),
];
/** Numbers end at 345, 395 and 445. */
const LAYOUT: ColumnLayout = {
  columns: COLUMNS,
  places: { places: [345, 395, 445], edge: "right" },
  starts: [20, 210, null, null, null],
};
const tell = {
  vocabulary: createLabelVocabulary(town),
  isTotal: createTotalTest(town),
  namesOrgan: createOrganNameTest(town),
};

const ending = (text: string, right: number) => wordAt(text, right - 5 * text.length, 100);
const place = (words: readonly Word[], layout = LAYOUT) => placeWords({ words, y: 100 }, layout);
const textsOf = (line: ReturnType<typeof place>) =>
  line.cells.map((words) => words.map(({ text }) => text).join(" "));

describe("placeWords", () => {
  it("parts a code from the text before it that reaches into its column, where codes of the column begin", () => {
    const columns = [
      column("label", "organ", Number.NEGATIVE_INFINITY, 80),
      column("label", "code", 80, 160),
      ...COLUMNS.slice(2),
    ];
    const words = [
      ...wordsAt("Gerencia de Rentas", 20, 100),
      wordAt("AEI.09.07", 107.5, 100),
      ending("12", 345),
    ];
    const texts = (start: number) =>
      textsOf(place(words, { ...LAYOUT, columns, starts: [20, start, null, null, null] })).slice(0, 2);
    expect(texts(107.5)).toEqual(["Gerencia de Rentas", "AEI.09.07"]);
    expect(texts(90)).not.toEqual(["Gerencia de Rentas", "AEI.09.07"]);
  });

  it("places numbers by the edge they are aligned by, and texts in their columns", () => {
    const line = place([
      ...wordsAt("Supervisar obras", 20, 100),
      ...wordsAt("ACCIONES", 210, 100),
      ending("12", 345),
      ending("1", 395),
      ending("11", 445),
    ]);
    expect(textsOf(line)).toEqual(["Supervisar obras", "ACCIONES", "12", "1", "11"]);
    expect(line).toMatchObject({ values: 3, isDoubted: false, y: 100, size: 10 });
  });

  it("parts texts at the edges of columns that lines part, however close they stand", () => {
    const close = [wordAt("SUPERVISIO", 145, 100), wordAt("02.03", 197, 100), wordAt("de", 230, 100)];
    const [activity, unit] = textsOf(place(close, { columns: COLUMNS, places: null, starts: null }));
    expect([activity, unit]).toEqual(["SUPERVISIO", "02.03 de"]);
  });

  it("parts a text from the one whose column it runs into, and which it touches", () => {
    const wide = [
      ...wordsAt("Supervisar las obras", 102.5, 100),
      wordAt("de", 200, 100),
      wordAt("ACCIONES", 210, 100),
    ];
    expect(textsOf(place(wide)).slice(0, 2)).toEqual(["Supervisar las obras de", "ACCIONES"]);
    // A space apart, the second of two words that stand where a column begins is one of the same text.
    const name = [
      ...wordsAt("Gerencia de las obras", 97.5, 100),
      wordAt("de", 197.5, 100),
      wordAt("Lima", 210, 100),
    ];
    expect(textsOf(place(name)).slice(0, 2)).toEqual(["Gerencia de las obras de Lima", ""]);
  });

  it("doubts a number beside all columns that lines part, as under a header that is cut off", () => {
    const columns = COLUMNS.with(4, column("cell", "programmed.feb", 400, 450));
    const exact = { columns, places: null, starts: null };
    expect(place([ending("1", 345), ending("1", 445)], exact)).toMatchObject({ isDoubted: false });
    expect(place([ending("1", 345), ending("1", 490)], exact)).toMatchObject({ isDoubted: true });
  });

  it("leaves a blank where a column prints nothing", () => {
    expect(textsOf(place([...wordsAt("Informar", 20, 100), ending("4", 345), ending("9", 445)]))).toEqual([
      "Informar",
      "",
      "4",
      "",
      "9",
    ]);
  });

  it("keeps a number that is wider than its column under the one it is aligned with", () => {
    expect(textsOf(place([ending("1,234,567,890", 395)]))).toEqual(["", "", "", "1,234,567,890", ""]);
  });

  it("doubts a line of which a number stands too far from every column", () => {
    const line = place([ending("12", 345), ending("1", 370), ending("2", 395), ending("3", 445)]);
    expect(line.isDoubted).toBe(true);
  });

  it("keeps a text whole that overhangs the edge of its column, and parts two that stand apart", () => {
    const wide = wordsAt("Supervisar todas las obras públicas de", 20, 100);
    expect(textsOf(place(wide))[0]).toBe("Supervisar todas las obras públicas de");
    const two = [...wordsAt("Supervisar", 150, 100), ...wordsAt("ACCIONES", 210, 100)];
    expect(textsOf(place(two)).slice(0, 2)).toEqual(["Supervisar", "ACCIONES"]);
  });

  it("keeps a code with its name, though that begins as the texts of the next column do", () => {
    // The second column begins at 200, and its texts at 207.
    const layout = { ...LAYOUT, starts: [20, 207, null, null, null] };
    const beside = (code: string) => [wordAt(code, 185, 100), ...wordsAt("ACCIONES", 207, 100)];
    expect(textsOf(place(beside("08 -"), layout)).slice(0, 2)).toEqual(["", "08 - ACCIONES"]);
    expect(textsOf(place(beside("obra"), layout)).slice(0, 2)).toEqual(["obra", "ACCIONES"]);
    const near = [...wordsAt("obras", 150, 100), ...beside("08 -")];
    expect(textsOf(place(near, layout)).slice(0, 2)).toEqual(["obras", "08 - ACCIONES"]);
  });

  it("takes no year within a text for the number of a row", () => {
    const line = place(wordsAt("Informe del plan aprobado en el periodo anterior al año 2023 del", 150, 100));
    expect(line.values).toBe(0);
    expect(line.cells.flat()).toHaveLength(12);
    expect(place(wordsAt("el periodo anterior al año 2023 del plan", 310, 100)).values).toBe(0);
  });

  it("takes a number between two texts of columns of their own for one", () => {
    const columns = [...COLUMNS.slice(0, 3), column("label", "remark", 350, Number.POSITIVE_INFINITY)];
    const layout = {
      columns,
      places: { places: [345], edge: "right" as const },
      starts: [20, 210, null, 349],
    };
    const line = place(
      [...wordsAt("INFORMES", 262, 100), ending("12345678", 345), ...wordsAt("Ninguno", 349, 100)],
      layout,
    );
    expect(textsOf(line)[2]).toBe("12345678");
  });

  it("keeps numbers whole whose thousands a space parts", () => {
    const words = [wordAt("1", 322.5, 100), ending("234", 345), ending("12", 395), ending("3", 445)];
    const line = place(words, { ...LAYOUT, isSpaced: true });
    expect(textsOf(line).slice(2)).toEqual(["1 234", "12", "3"]);
    expect(line.isDoubted).toBe(false);
  });

  it("stands where its numbers do, however its texts stand", () => {
    const words = [wordAt("Supervisar", 20, 99), wordAt("12", 335, 100)];
    expect(placeWords({ words, y: 99 }, LAYOUT).y).toBe(100);
  });

  it("goes by the columns' edges where lines tell them", () => {
    const line = place([ending("12", 340), ending("3", 440)], { ...LAYOUT, places: null });
    expect(textsOf(line)).toEqual(["", "", "12", "", "3"]);
  });
});

describe("joinTotal", () => {
  it("sets the name of a total that is printed over several columns into the first one", () => {
    const words = [...wordsAt("TOTAL ACCIONES", 170, 100), ending("24", 345)];
    const line = place(words);
    const joined = joinTotal(
      { ...line, cells: [[words[0]!], [words[1]!], ...line.cells.slice(2)] },
      COLUMNS,
      tell,
    );
    expect(textsOf(joined)).toEqual(["TOTAL ACCIONES", "", "24", "", ""]);
  });

  it("sets the name of a total that ends beside its first number into the first column", () => {
    const line = place([wordAt("TOTAL", 301, 100), ending("1500", 345 + 5), ending("12", 395)]);
    expect(textsOf(joinTotal(line, COLUMNS, tell))).toEqual(["TOTAL", "", "1500", "12", ""]);
  });

  it("leaves the texts of a row alone", () => {
    const line = place([...wordsAt("Supervisar", 20, 100), ...wordsAt("ACCIONES", 210, 100)]);
    expect(joinTotal(line, COLUMNS, tell)).toBe(line);
  });
});
