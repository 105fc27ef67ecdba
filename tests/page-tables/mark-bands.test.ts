import { describe, expect, it } from "vitest";
import type { Word } from "../../src/document.ts";
import { markBands } from "../../src/page-tables/mark-bands.ts";
import { placeWords } from "../../src/page-tables/place-words.ts";
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
  column("cell", "target", 300, Number.POSITIVE_INFINITY),
];
const tell = {
  vocabulary: createLabelVocabulary(town),
  isTotal: createTotalTest(town),
  namesOrgan: createOrganNameTest(town),
};

/** A line of words that are printed so much lower. */
const moved = (words: readonly Word[], by: number) => ({
  y: 100 + by,
  words: words.map(
    ({ box: [left, top, right, bottom], ...word }): Word => ({
      ...word,
      box: [left, top + by, right, bottom + by],
    }),
  ),
});

/** Which of some lines name organs. */
function bandsOf(lines: readonly (readonly Word[])[], columns = COLUMNS): boolean[] {
  const layout = { columns, places: null, starts: [] };
  const placed = lines.map((words, i) => placeWords(moved(words, 12 * i), layout));
  return markBands(placed, columns, tell).map(({ isBand }) => isBand === true);
}
const row = (text: string, style?: string) => [
  ...wordsAt(text, 20, 100).map((word) => ({ ...word, style: style ?? word.style })),
  ...wordsAt("ACCIONES", 210, 100),
  wordAt("12", 335, 100),
];
const bold = (text: string) => wordsAt(text, 20, 100).map((word) => ({ ...word, style: "#000000 bold" }));

describe("markBands", () => {
  it("marks a known organ, and a text that goes on over the edge of its column", () => {
    const wide = "OFICINA DE PLANEAMIENTO Y PRESUPUESTO DE LA ENTIDAD";
    expect(bandsOf([wordsAt("ALCALDÍA", 20, 100), wordsAt(wide, 20, 100)])).toEqual([true, true]);
  });

  it("marks a text in a style of its own that is centred in the table", () => {
    const amid = (text: string, style?: string) => {
      const words = wordsAt(text, 142, 100).map((word) => ({ ...word, style: style ?? word.style }));
      const columns = [
        column("label", "code", Number.NEGATIVE_INFINITY, 100),
        column("label", "activity", 100, 200),
        ...COLUMNS.slice(1),
      ];
      return bandsOf([words, row("Asesorar"), row("Controlar")], columns)[0];
    };
    expect(amid("Caja de pensiones", "#000000 bold")).toBe(true);
    expect(amid("Caja de pensiones")).toBe(false);
    expect(amid("Caja de pensiones y fondos", "#000000 bold")).toBe(false);
  });

  it("leaves the lines of a text alone whose first one has its numbers a little lower", () => {
    const at = (y: number, text: string, ...others: Word[]) => ({
      words: [...wordsAt(text, 20, y), ...others],
      y,
    });
    const lines = [
      at(100, "Mejorar", ...wordsAt("ACCIONES", 210, 101), wordAt("12", 335, 101)),
      at(112, "el servicio"),
      at(124, "de limpieza"),
      at(160, "Controlar", ...wordsAt("ACCIONES", 210, 160), wordAt("12", 335, 160)),
    ];
    const placed = lines.map((line) => placeWords(line, { columns: COLUMNS, places: null, starts: [] }));
    expect(markBands(placed, COLUMNS, tell).map(({ isBand }) => isBand)).toEqual(Array(4).fill(false));
  });

  it("marks what says that it names an organ in the middle of the table", () => {
    const amid = (text: string) => bandsOf([wordsAt(text, 215, 100), row("Asesorar"), row("Controlar")])[0];
    expect(amid("ÓRGANO: Caja")).toBe(true);
    expect(amid("de obras: Caja")).toBe(false);
  });

  it("marks what says that it names an organ, though the first text of a page may be the end of a row", () => {
    const bands = (text: string) => {
      const layout = { columns: COLUMNS, places: null, starts: [] };
      const lines = [wordsAt(text, 20, 100), row("Asesorar"), row("Controlar")];
      const placed = lines.map((words, i) => placeWords(moved(words, 20 * i), layout));
      return markBands(placed, COLUMNS, tell, true)[0]!.isBand;
    };
    expect(bands("ÓRGANO: Caja")).toBe(true);
    expect(bands("de obras: Caja")).toBe(false);
  });

  it("takes the end of a text that happens to be a known organ for none", () => {
    const bandsAt = (...ys: readonly number[]) => {
      const lines = [row("Asesorar a la"), wordsAt("ALCALDÍA", 20, 100), row("Controlar")];
      const layout = { columns: COLUMNS, places: null, starts: [] };
      const placed = lines.map((words, i) => placeWords(moved(words, ys[i]!), layout));
      return markBands(placed, COLUMNS, tell).map(({ isBand }) => isBand === true);
    };
    expect(bandsAt(0, 11, 30)).toEqual([false, false, false]);
    expect(bandsAt(0, 11, 22)).toEqual([false, true, false]);
    expect(bandsAt(0, 19, 30)).toEqual([false, true, false]);
  });

  it("marks a text alone among codes, however close it stands, and none among texts", () => {
    const short = (text: string) => [
      ...wordsAt(text, 20, 100),
      ...wordsAt("ACCIONES", 210, 100),
      wordAt("12", 335, 100),
    ];
    const among = (first: string, second: string) =>
      bandsOf([short(first), wordsAt("Archivo", 20, 100), short(second)]);
    expect(among("1.2.6", "C0007")).toEqual([false, true, false]);
    expect(among("Informar", "Supervisar")).toEqual([false, false, false]);
  });

  it("marks no code that stands alone", () => {
    const apart = (text: string) => {
      const columns = [{ ...COLUMNS[0]!, name: "category" }, ...COLUMNS.slice(1)];
      const lines = [row("Informar"), wordsAt(text, 20, 100), row("Controlar")];
      const placed = lines.map((words, i) =>
        placeWords(moved(words, 30 * i), { columns, places: null, starts: [] }),
      );
      return markBands(placed, columns, tell)[1]!.isBand;
    };
    expect(apart("Tesorería")).toBe(true);
    expect(apart("AEI.01.08")).toBe(false);
  });

  it("marks no text over the edge of its column that ends before the next one's texts do begin", () => {
    const edge = COLUMNS.with(0, column("label", "organ", Number.NEGATIVE_INFINITY, 90)).with(
      1,
      column("label", "unit", 90, 300),
    );
    expect(bandsOf([wordsAt("SUBGERENCIA DE RIEGO", 20, 100), row("Y DRENAJE")], edge)).toEqual([
      false,
      false,
    ]);
  });

  it("marks no text within its column, no row, and no two texts side by side", () => {
    const two = [...wordsAt("Supervisar", 20, 100), ...wordsAt("ACCIONES", 210, 100)];
    const number = [...wordsAt("ALCALDÍA", 20, 100), wordAt("12", 335, 100)];
    expect(bandsOf([wordsAt("Supervisar obras", 20, 100), number, two])).toEqual([false, false, false]);
  });

  it("marks no two texts in columns of their own, however near they stand", () => {
    const near = [wordAt("INFRAESTRUCTURAS", 128, 100), wordAt("PERSONA", 210, 100)];
    const layout = { columns: COLUMNS, places: null, starts: [20, 210, null] };
    const placed = [placeWords({ words: near, y: 100 }, layout)];
    expect(markBands(placed, COLUMNS, tell)[0]?.isBand).toBe(false);
  });

  it("marks two words over a code and an activity, though one begins where the activities do", () => {
    const columns = [column("label", "code", Number.NEGATIVE_INFINITY, 92), ...COLUMNS];
    const placed = placeWords(
      { words: wordsAt("VICERRECTORADO ACADÉMICO", 20, 100), y: 100 },
      { columns, places: null, starts: [20, 92.5, 210, null] },
    );
    expect(placed.cells.map(({ length }) => length)).toEqual([1, 1, 0, 0]);
    expect(markBands([placed], columns, tell)[0]?.isBand).toBe(true);
  });

  it("marks a text over the edge of a column of codes, however close to a row's it stands", () => {
    const columns = [column("label", "code", Number.NEGATIVE_INFINITY, 92), ...COLUMNS];
    const layout = { columns, places: null, starts: [20, 95, 210, null] };
    const coded = (code: string) => [
      wordAt(code, 20, 100),
      ...wordsAt("Informar", 95, 100),
      wordAt("12", 335, 100),
    ];
    const bands = () => {
      const name = wordsAt("DEPARTAMENTO DE CIRUGÍA", 20, 100);
      const lines = [coded("C-1"), coded("C-2"), wordsAt("a tiempo", 95, 100), name, coded("C-3")];
      const placed = lines.map((words, i) => placeWords(moved(words, 10 * i), layout));
      return markBands(placed, columns, tell).map(({ isBand }) => isBand);
    };
    expect(bands()).toEqual([false, false, false, true, false]);
  });

  it("marks a text of evenly spaced words, though one begins where the next column does", () => {
    const words = [wordAt("GERENCIA", 142, 100), wordAt("DE", 185, 100), wordAt("PERSONAL", 203, 100)];
    const even = [wordAt("GERENCIA", 148, 100), wordAt("DE", 190.5, 100), wordAt("PERSONAL", 203, 100)];
    const isBand = (line: readonly Word[]) => {
      const placed = placeWords(
        { words: line, y: 100 },
        { columns: COLUMNS, places: null, starts: [20, 203, null] },
      );
      return markBands([placed], COLUMNS, tell, true)[0]?.isBand;
    };
    expect([isBand(even), isBand(words)]).toEqual([true, false]);
    // Close to another line, these are the texts of two columns.
    const layout = { columns: COLUMNS, places: null, starts: [20, 203, null] };
    const lines = [even, wordsAt("Supervisar", 20, 100)].map((line, i) =>
      placeWords(moved(line, 12 * i), layout),
    );
    expect(markBands(lines, COLUMNS, tell, true).map((line) => line.isBand)).toEqual([false, false]);
  });

  it("marks a text in another style than the rows', where no column names organs", () => {
    const lines = [bold("Oficina de Obras"), row("Supervisar"), bold("Secretaría"), row("Informar")];
    expect(bandsOf(lines)).toEqual([true, false, true, false]);
    const named = [{ ...COLUMNS[0]!, name: "organ" }, ...COLUMNS.slice(1)];
    expect(bandsOf(lines, named)).toEqual([false, false, false, false]);
  });

  it("takes no wrapped text for a band where rows are printed in several styles", () => {
    const lines = [row("Supervisar", "#000000 bold"), bold("las obras"), row("Informar")];
    expect(bandsOf(lines)).toEqual([false, false, false]);
  });

  it("marks a text that stands apart, and none beside which another column prints", () => {
    const layout = { columns: COLUMNS, places: null, starts: [] };
    const marked = (...lines: readonly (readonly [by: number, words: readonly Word[]])[]) => {
      const placed = lines.map(([by, words]) => placeWords(moved(words, by), layout));
      return markBands(placed, COLUMNS, tell).map(({ isBand }) => isBand);
    };
    const [above, name] = [[0, row("Supervisar")] as const, [30, wordsAt("Oficina", 20, 100)] as const];
    const below = [[60, wordsAt("Informar a la", 20, 100)] as const, [72, row("población")] as const];
    expect(marked(above, name, ...below)).toEqual([false, true, false, false]);
    const unit = [24, wordsAt("PERSONA", 210, 100)] as const;
    expect(marked(above, unit, name, ...below)).toEqual([false, false, false, false, false]);
  });

  it("marks no end of a text a pixel further down than others, where all lines stand on pixels", () => {
    const layout = { columns: COLUMNS, places: null, starts: [] };
    const marked = (...ys: readonly number[]) => {
      const texts = [
        row("Supervisar"),
        wordsAt("obras", 20, 100),
        row("Informar a la"),
        wordsAt("población", 20, 100),
      ];
      const placed = texts.map((words, i) => placeWords(moved(words, ys[i]!), layout));
      return markBands(placed, COLUMNS, tell).map(({ isBand }) => isBand);
    };
    expect(marked(0, 12, 36, 48.75)).toEqual([false, false, false, false]);
    expect(marked(0, 12, 36.1, 48.95)).toEqual([false, false, false, true]);
  });

  it("marks a text that a total names", () => {
    const lines = [wordsAt("Oficina de Obras", 20, 100), row("Supervisar"), row("SUBTOTAL Oficina de Obras")];
    expect(bandsOf(lines)).toEqual([true, false, false]);
  });

  it("marks no end of a row on the page before, though the organ is printed again over it", () => {
    const layout = { columns: COLUMNS, places: null, starts: [] };
    const lines = [
      [0, bold("Oficina de Obras")],
      [20, wordsAt("de la ciudad", 20, 100)],
      [40, row("Supervisar")],
    ] as const;
    const placed = lines.map(([by, words]) => placeWords(moved(words, by), layout));
    expect(markBands(placed, COLUMNS, tell, true).map(({ isBand }) => isBand)).toEqual([true, false, false]);
  });
});
