import { describe, expect, it } from "vitest";
import type { Word } from "../../src/document.ts";
import { createHeaderVocabulary } from "../../src/grid/header-vocabulary.ts";
import { findPageHeaders, joinVertical, levelVertical } from "../../src/page-tables/find-page-header.ts";
import { textLines } from "../../src/page-tables/text-lines.ts";
import { town } from "../read/family-fixture.ts";
import { planHeader, planPage, planRow } from "./plan-page.ts";
import { wordAt, wordsAt } from "./words.ts";

const vocabulary = createHeaderVocabulary(town);
const find = (words: readonly Word[]) => findPageHeaders(planPage(words), textLines(words), town, vocabulary);
const namesOf = (words: readonly Word[]) => find(words).map(({ columns }) => columns.map(({ name }) => name));
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
  .split(" ")
  .map((month) => `programmed.${month}`);
const TABLE = ["organ", "activity", "unit", "target", ...MONTHS];

describe("findPageHeaders", () => {
  it("finds a header by what its words mean, and says which lines it takes up", () => {
    const words = [
      ...wordsAt("PLAN OPERATIVO INSTITUCIONAL", 200, 60),
      ...planHeader(112),
      ...planRow(132, "ALCALDÍA", "Supervisar obras", "ACCIONES"),
    ];
    expect(namesOf(words)).toEqual([TABLE]);
    expect(find(words)[0]).toMatchObject({ from: 1, to: 2, end: 3 });
  });

  it("takes a title over it, in a larger font, for no part of a name", () => {
    const title = wordsAt("POI 2024 - PROGRAMADO", 23, 100);
    const first = (words: readonly Word[]) => find([...words, ...planHeader(112)])[0]?.columns[0]?.text;
    expect(first(title.map((word) => ({ ...word, size: 13 })))).toBe("ÓRGANO");
    expect(first(title)).not.toBe("ÓRGANO");
  });

  it("reads the name of a series over its months, in a larger font, as a part of it", () => {
    const over = wordsAt("EJECUTADO", 520, 100).map((word) => ({ ...word, size: 13 }));
    expect(find([...over, ...planHeader(112)])[0]?.columns.at(-1)?.name).toBe("executed.dec");
  });

  it("says where each column's name stands, in points", () => {
    const [header] = find(planHeader(112));
    const target = header!.columns[3]!;
    expect(target.left).toBeCloseTo(333, 0);
    expect(target.right).toBeCloseTo(353, 0);
  });

  it("takes what names an organ behind a colon, over the table, for no column", () => {
    const without = planHeader(112).filter(({ box }) => box[0] > 100);
    const named = wordsAt("Órgano : Alcaldía", 25, 100);
    expect(namesOf([...named, ...without])).toEqual([TABLE.slice(1)]);
    const unit = planHeader(112).filter(
      ({ text }) => text !== "UNIDAD" && text !== "DE" && text !== "MEDIDA",
    );
    expect(namesOf([...unit, ...wordsAt("U.M. 1: Alta", 263, 112)])[0]).toHaveLength(TABLE.length);
  });

  it("reads names that a narrow cell breaks over two lines", () => {
    const words = planHeader(112).filter(
      ({ text }) => text !== "UNIDAD" && text !== "DE" && text !== "MEDIDA",
    );
    const broken = [wordAt("UNIDAD", 263, 106), ...wordsAt("DE MEDIDA", 263, 118)];
    expect(namesOf([...words, ...broken])).toEqual([TABLE]);
  });

  it("reads names whose words stand one under the other, though the middle one is on the line of others", () => {
    const words = planHeader(112).filter(
      ({ text }) => text !== "UNIDAD" && text !== "DE" && text !== "MEDIDA",
    );
    const broken = [wordAt("UNIDAD", 263, 102), wordAt("DE", 268, 112), wordAt("MEDIDA", 263, 122)];
    expect(namesOf([...words, ...broken])).toEqual([TABLE]);
  });

  it.each([
    ["on one line", wordsAt("TOTAL EJECUTADO", 725, 112), "total-ejecutado"],
    ["on two", [wordAt("EJECUTADO", 725, 103), wordAt("ACUMULADO", 725, 110)], "ejecutado-acumulado"],
  ])("takes the name of a series that is part of a longer name %s for a column", (_, name, column) => {
    const words = [...wordsAt("PROGRAMADO", 500, 100), ...planHeader(112), ...name];
    expect(namesOf(words)).toEqual([[...TABLE, column]]);
  });

  it("reads a name that says the same with what stands under it as one", () => {
    const words = planHeader(112).filter(({ text }) => text !== "META");
    const [header] = find([...words, wordAt("META", 333, 106), wordAt("ANUAL", 333, 118)]);
    expect(header!.columns[3]).toMatchObject({ name: "target", text: "META ANUAL" });
  });

  it("reads a name that says the same with what stands under its broken first word: MET over A over ANU over AL", () => {
    const words = planHeader(112).filter(({ text }) => text !== "META");
    const parts = ["MET", "A", "ANU", "AL"].map((text, k) => wordAt(text, 333, 97 + 10 * k));
    expect(find([...words, ...parts])[0]!.columns[3]).toMatchObject({ name: "target", text: "MET A ANU AL" });
  });

  it("reads a name of which a line is a name of its own: CÓDIGO over DE over ACTIVIDAD POI", () => {
    const [first, ...labels] = town.labels;
    const code = { key: "code", header: ["CÓDIGO", "CÓDIGO DE ACTIVIDAD POI"], values: [] };
    const coded = { ...town, labels: [code, first!, ...labels] };
    const header = planHeader(112).map((word) => ({
      ...word,
      box: [word.box[0] + 70, word.box[1], word.box[2] + 70, word.box[3]] as const,
    }));
    const names = [wordAt("CÓDIGO", 35, 97), wordAt("DE", 40, 107), ...wordsAt("ACTIVIDAD POI", 25, 117)];
    const words = [...header, ...names];
    const [found] = findPageHeaders(planPage(words), textLines(words), coded, createHeaderVocabulary(coded));
    expect(found!.columns.map(({ name }) => name)).toEqual(["code", ...TABLE]);
  });

  it("takes the organ that is named over a table for no column of it", () => {
    const words = [
      ...wordsAt("ÓRGANO: ALCALDÍA", 123, 100),
      ...planHeader(112).filter(({ text }) => text !== "ÓRGANO"),
    ];
    expect(namesOf(words)).toEqual([TABLE.slice(1)]);
  });

  it("reads the last PROG and EJC under a narrow quarter, though the name of a series stands further out", () => {
    const labels = planHeader(112).filter(({ box }) => box[2] < 360);
    const quarters = ["I", "II", "III", "IV"].flatMap((roman, i) => [
      ...wordsAt(`${roman} TRIM`, 376 + 80 * i, 100),
      wordAt("P", 365 + 80 * i, 112),
      wordAt("E", 415 + 80 * i, 112),
    ]);
    const total = [wordAt("TOTAL", 705, 103), wordAt("EJECUTADO", 700, 110)];
    const cells = [1, 2, 3, 4].flatMap((q) => [`programmed.q${q}`, `executed.q${q}`]);
    expect(namesOf([...labels, ...quarters, ...total])).toEqual([
      [...TABLE.slice(0, 4), ...cells, "total-ejecutado"],
    ]);
  });

  it("reads months whose names touch", () => {
    const words = planHeader(112);
    const at = words.findIndex(({ text }) => text === "NOV");
    const [nov, dec] = [words[at]!, words[at + 1]!];
    const touching = {
      ...nov,
      text: nov.text + dec.text,
      box: [...nov.box.slice(0, 2), dec.box[2], nov.box[3]],
    };
    expect(namesOf([...words.toSpliced(at, 2), touching as unknown as Word])).toEqual([TABLE]);
    const unknown = { ...touching, text: "NOVEDAD" } as unknown as Word;
    expect(namesOf([...words.toSpliced(at, 2), unknown])).not.toEqual([TABLE]);
  });

  it("reads a sign between two words as part of their name", () => {
    const words = planHeader(112).filter(({ text }) => text !== "ÓRGANO");
    expect(namesOf([...words, ...wordsAt("ÓRGANO / UNIDAD ORGÁNICA", -5, 112)])).toEqual([TABLE]);
  });

  it("takes no end of a row over it for a column, though N° heads one: LEY N° 27972", () => {
    expect(namesOf([...wordsAt("N° 27972)", 163, 104), ...planHeader(116)])).toEqual([TABLE]);
  });

  it.each(["ÓRGANO / UNIDAD ORGÁNICA 05.02 ARCHIVO CENTRAL", "ÓRGANO: CAJA"])(
    "takes no name of an organ right under it for a column: %s",
    (name) => {
      const words = planHeader(112).filter(({ text }) => text !== "ÓRGANO");
      expect(namesOf([...words, ...wordsAt(name, 20, 123)])).toEqual([TABLE.slice(1)]);
    },
  );

  it("reads on where all words of a line belong to names on others: I over TRIMESTRE, beside UNIDAD DE over MEDIDA", () => {
    const quarters = ["I", "II", "III", "IV"].flatMap((roman, i) => [
      wordAt(roman, 420 + 70 * i, 78),
      wordAt("TRIMESTRE", 410 + 70 * i, 85),
      wordAt("PROG", 400 + 70 * i, 109),
      wordAt("EJC", 440 + 70 * i, 109),
    ]);
    const labels = [...wordsAt("ACTIVIDAD POI", 120, 97), wordAt("ÓRGANO", 20, 97), wordAt("META", 330, 109)];
    const unit = [...wordsAt("UNIDAD DE", 263, 91), wordAt("MEDIDA", 270, 101)];
    const cells = ["q1", "q2", "q3", "q4"].flatMap((quarter) => [
      `programmed.${quarter}`,
      `executed.${quarter}`,
    ]);
    expect(namesOf([...quarters, ...labels, ...unit])).toEqual([[...TABLE.slice(0, 4), ...cells]]);
  });

  it("takes a name over several months for no part of that of a column among them", () => {
    const over = [
      wordAt("PROGRAMADO", 500, 100),
      ...wordsAt("METAS FÍSICAS DEL PLAN", 660, 100),
      wordAt("TOTAL", 725, 112),
    ];
    expect(namesOf([...planHeader(112), ...over])).toEqual([[...TABLE, "total"]]);
  });

  it("reads on past the words of one name that stand on lines of their own: LÍNEA over DE over BASE", () => {
    const months = ["ENE", "FEB", "MAR"].flatMap((month, i) => [
      wordAt(month, 420 + 70 * i, 91),
      wordAt("P", 410 + 70 * i, 124),
      wordAt("E", 445 + 70 * i, 124),
    ]);
    const labels = [...wordsAt("ACTIVIDAD POI", 120, 91), wordAt("ÓRGANO", 20, 91), wordAt("META", 370, 91)];
    const base = [wordAt("LÍNEA", 310, 91), wordAt("DE", 318, 102), wordAt("BASE", 312, 113)];
    expect(namesOf([...labels, ...base, ...months])).toEqual([
      [
        "organ",
        "activity",
        "linea-de-base",
        "target",
        ...["jan", "feb", "mar"].flatMap((m) => [`programmed.${m}`, `executed.${m}`]),
      ],
    ]);
  });

  it("finds the header of each of two tables", () => {
    const rows = (y: number) => planRow(y, "ALCALDÍA", "Supervisar obras", "ACCIONES");
    const words = [...planHeader(112), ...rows(132), ...planHeader(212), ...rows(232)];
    expect(namesOf(words)).toEqual([TABLE, TABLE]);
    expect(find(words)[0]!.end).toBe(2);
  });

  it("finds none in prose, and none on an empty page", () => {
    expect(find(wordsAt("El plan de la entidad tiene una meta para el año", 20, 100))).toEqual([]);
    expect(find([])).toEqual([]);
  });
});

describe("joinVertical", () => {
  const upwards = (text: string, x: number, bottom: number): Word => ({
    ...wordAt(text, 0, 0),
    angle: 90,
    box: [x, bottom - 5 * text.length, x + 9.5, bottom],
  });

  it("puts words that are read upwards together, from where the text begins", () => {
    const [joined, ...others] = joinVertical([upwards("ANUAL", 100, 175), upwards("META", 100, 198)]);
    expect(others).toEqual([]);
    expect(joined).toMatchObject({ text: "META ANUAL", angle: 90, box: [100, 150, 109.5, 198] });
  });

  it("reads two lines side by side one after the other", () => {
    const words = [upwards("TRIMESTRE", 111, 198), upwards("PRIMER", 100, 198)];
    expect(joinVertical(words).map(({ text }) => text)).toEqual(["PRIMER TRIMESTRE"]);
  });

  it("makes names beside each other as high as the highest, and none of what runs along the page", () => {
    const [jan, may, aside] = [
      upwards("ENERO", 100, 198),
      upwards("MAYO", 130, 190),
      upwards("C".repeat(60), 9, 300),
    ];
    const under = upwards("P", 130, 230);
    const boxes = levelVertical([jan, may, aside, under]).map(({ box: [, top, , bottom] }) => [top, bottom]);
    expect(boxes).toEqual([
      [170, 198],
      [170, 198],
      [0, 300],
      [225, 230],
    ]);
  });

  it("keeps the names of two columns apart, and leaves upright words out", () => {
    const words = [upwards("ENE", 100, 198), upwards("FEB", 130, 198), ...wordsAt("META", 20, 100)];
    expect(joinVertical(words).map(({ text }) => text)).toEqual(["ENE", "FEB"]);
  });
});
