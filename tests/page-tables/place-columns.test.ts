import { describe, expect, it } from "vitest";
import type { Word } from "../../src/document.ts";
import { isValue, placeColumns } from "../../src/page-tables/place-columns.ts";
import type { PlacedColumn } from "../../src/page-tables/region.ts";
import { textLines } from "../../src/page-tables/text-lines.ts";
import { wordAt, wordsAt } from "./words.ts";

const column = (kind: PlacedColumn["kind"], name: string, left: number, right: number): PlacedColumn => ({
  kind,
  name,
  text: name,
  left,
  right,
});

/** ACTIVIDAD over the middle of its texts, U.M., and four numbers. */
const HEADER = [
  column("label", "activity", 80, 125),
  column("label", "unit", 200, 220),
  column("cell", "target", 300, 320),
  column("cell", "programmed.jan", 350, 365),
  column("cell", "programmed.feb", 400, 415),
  column("cell", "programmed.mar", 450, 465),
];

/** Numbers that end at their column's right edge. */
const ROW_ENDS = [325, 370, 420, 470];
const endingAt = (text: string, right: number, y: number) => wordAt(text, right - 5 * text.length, y);
const row = (y: number, activity: string, unit: string, numbers: readonly string[]): Word[] => [
  ...wordsAt(activity, 20, y),
  ...wordsAt(unit, 190, y),
  ...numbers.map((text, i) => endingAt(text, ROW_ENDS[i]!, y)),
];

const TABLE = [
  ...row(100, "Supervisar las obras de la ciudad", "ACCIONES", ["12", "1", "10", "100"]),
  ...row(120, "Informar", "INFORMES", ["4", "1000", "1", "1"]),
  ...row(140, "Mantener los equipos", "EQUIPOS", ["400", "20", "20", "2000"]),
];

/** The column that the middle of each word falls in. */
const columnsOf = (columns: readonly PlacedColumn[], words: readonly Word[]) =>
  words.map(({ box }) => {
    const middle = (box[0] + box[2]) / 2;
    return columns.find(({ left, right }) => left <= middle && middle < right)?.name;
  });

describe("placeColumns", () => {
  it("gives each column the stretch that its rows print in, wider or beside its header", () => {
    const { columns } = placeColumns(HEADER, textLines(TABLE));
    const first = TABLE.slice(0, 11);
    expect(columnsOf(columns, first)).toEqual([
      ...new Array(6).fill("activity"),
      "unit",
      ...["target", "programmed.jan", "programmed.feb", "programmed.mar"],
    ]);
  });

  it("takes a last column that the family does not name for numbers, however far these end from its header", () => {
    const header = [...HEADER, column("unknown", "presupuesto", 490, 540)];
    const words = [...TABLE, ...[100, 120, 140].map((y) => endingAt("1234567", 580, y))];
    const { columns } = placeColumns(header, textLines(words));
    expect(columns.at(-1)).toMatchObject({ kind: "cell", name: "extra.presupuesto" });
  });

  it("leaves texts in their column that end before the middle of its header", () => {
    const wide = HEADER.with(1, column("label", "unit", 250, 270));
    const units = (y: number, unit: string) => row(y, "Supervisar las obras de la ciudad", unit, ["12", "1"]);
    const words = [...units(100, "OBRA"), ...units(120, "VISITA"), ...units(140, "TALLER")];
    const { columns } = placeColumns(wide, textLines(words));
    expect(columnsOf(columns, words.slice(0, 7)).slice(5)).toEqual(["activity", "unit"]);
  });

  it("finds a narrow column whose header stands in the middle of its room, and its texts at the left edge of it", () => {
    const coded = [
      column("label", "organ", 40, 90),
      column("label", "code", 170, 180),
      column("label", "activity", 280, 330),
      ...[400, 450, 500].map((left, i) => column("cell", `number-${i}`, left, left + 15)),
    ];
    const line = (y: number, organ: string, code: string, activity: string) => [
      ...wordsAt(organ, 20, y),
      ...wordsAt(code, 148, y),
      ...wordsAt(activity, 205, y),
      ...[415, 465, 515].map((right) => endingAt("12", right, y)),
    ];
    // The longest name of the first column ends hardly a space before the codes.
    const words = [
      ...line(100, "Oficina de Administración", "1", "Supervisar las obras de la ciudad"),
      ...line(120, "Archivo", "2", "Informar"),
      ...line(140, "Archivo", "13", "Cobrar los tributos"),
    ];
    const { columns } = placeColumns(coded, textLines(words));
    expect(columnsOf(columns, words.slice(0, 5))).toEqual(["organ", "organ", "organ", "code", "activity"]);
    expect(columnsOf(columns, words.slice(-8, -3))).toEqual([
      "organ",
      "code",
      ...new Array(3).fill("activity"),
    ]);
  });

  it("ends a column before what most rows begin at one place, though a band's name and a wide word run over it", () => {
    const wide = HEADER.with(1, column("label", "unit", 230, 250));
    const units = ["ACCIÓN DE CONTROL", "TALLER", "PERSONA EN RIESGO", "TALLER", "VISITA EN CASA", "TALLER"];
    const rows = units.flatMap((unit, i) => row(120 + 20 * i, "Supervisar las obras de", unit, ["12", "1"]));
    const overhanging = row(240, "Supervisar las obras de la ciudad", "TALLER", ["12", "1"]);
    const words = [...wordsAt("Gerencia de Parques y Jardines de Lima", 20, 100), ...rows, ...overhanging];
    const { columns } = placeColumns(wide, textLines(words));
    expect(columnsOf(columns, rows.slice(0, 7))).toEqual([
      ...new Array(4).fill("activity"),
      ...new Array(3).fill("unit"),
    ]);
  });

  it("leaves the name of a total beside the first number out of that one's column", () => {
    const numbers = ["1", "20", "20", "2000"];
    // 8 points are free before the name of the total, and 17 between it and the number.
    const words = [
      ...row(100, "Auditar", "ACCIONES DE LEYES", numbers),
      ...row(120, "Cobrar", "TALLER", numbers),
    ];
    const total = wordAt("TOTAL", 278, 140);
    const lines = textLines([
      ...words,
      total,
      ...row(140, "", "", numbers).filter(({ text }) => text !== ""),
    ]);
    expect(columnsOf(placeColumns(HEADER, lines).columns, [total])).toEqual(["unit"]);
  });

  it("leaves no place between columns, from one end of the line to the other", () => {
    const { columns } = placeColumns(HEADER, textLines(TABLE));
    expect(columns[0]!.left).toBe(Number.NEGATIVE_INFINITY);
    expect(columns.at(-1)!.right).toBe(Number.POSITIVE_INFINITY);
    for (const [i, { right }] of columns.slice(0, -1).entries()) expect(columns[i + 1]!.left).toBe(right);
  });

  it("learns that numbers end together", () => {
    const { places } = placeColumns(HEADER, textLines(TABLE));
    expect(places!.edge).toBe("right");
    for (const [i, at] of places!.places.entries()) expect(at).toBeCloseTo(ROW_ENDS[i]!, 0);
  });

  it("learns how far numbers stand from their headers where no row has them all", () => {
    const lines = textLines([
      ...row(100, "Informar", "INFORMES", ["4", "1"]),
      ...row(120, "Supervisar", "ACCIONES", ["400", "100"]),
    ]);
    const { columns, places } = placeColumns(HEADER, lines);
    // All numbers end 5 or 10 points after their headers; so will those of the columns that print none here.
    expect(places!.places[0]).toBeCloseTo(325, 0);
    for (const [i, at] of places!.places.entries()) expect(Math.abs(at - ROW_ENDS[i]!)).toBeLessThan(8);
    const later = ROW_ENDS.map((right) => endingAt("20", right, 140));
    expect(columnsOf(columns, later)).toEqual([
      "target",
      "programmed.jan",
      "programmed.feb",
      "programmed.mar",
    ]);
  });

  it("learns from sparse rows by which edge numbers are aligned, be it the left", () => {
    const starts = [305, 352, 402, 452];
    const sparse = (y: number, numbers: readonly string[]) => [
      ...wordsAt("Informar", 20, y),
      ...numbers.flatMap((text, i) => (text === "" ? [] : [wordAt(text, starts[i]!, y)])),
    ];
    const lines = [
      ["1", "", "1000", "3"],
      ["", "22", "4", "1"],
      ["1000", "1", "", "22"],
    ].flatMap((numbers, i) => sparse(100 + 20 * i, numbers));
    expect(placeColumns(HEADER, textLines(lines)).places).toEqual({ places: starts, edge: "left" });
  });

  it("says where the texts of a column begin, if most of them begin there", () => {
    expect(placeColumns(HEADER, textLines(TABLE)).starts).toEqual([20, 190, null, null, null, null]);
    const centred = [100, 120, 140].map((y, i) => wordAt("x".repeat(3 + i * 6), 100 - i * 15, y));
    const numbers = TABLE.filter(({ box }) => box[0] > 180);
    expect(placeColumns(HEADER, textLines([...centred, ...numbers])).starts?.[0]).toBeNull();
  });

  it("parts columns where most lines begin a text, though the last words of justified lines stand a space away from it", () => {
    const header = [
      column("label", "category", 30, 70),
      column("label", "activity", 130, 180),
      column("label", "unit", 240, 260),
      ...HEADER.slice(2),
    ];
    const line = (y: number, category: string, activity: string, unit: string, numbers: string[]) => [
      ...wordsAt(category, 20, y),
      ...wordsAt(activity, 102.5, y),
      ...wordsAt(unit, 230, y),
      ...numbers.map((text, i) => endingAt(text, ROW_ENDS[i]!, y)),
    ];
    // Of two rows in three the first word of the category stands at its left edge, and the second at its right one.
    const rows = [0, 1, 2, 3, 4, 5].flatMap((k) => [
      ...line(100 + 40 * k, k % 3 < 2 ? "RECURSOS" : "CONTROL", "INFORMAR A LOS", "ACTA", [
        "4",
        "1",
        "1",
        "2",
      ]),
      ...(k % 3 < 2 ? [wordAt("DE", 90, 100 + 40 * k)] : []),
      ...line(112 + 40 * k, k % 3 < 2 ? "LA CIUDAD" : "", "VECINOS DE LA", "", []),
      ...line(124 + 40 * k, "", "CIUDAD", "", []),
    ]);
    const { columns } = placeColumns(header, textLines(rows));
    expect(columns[0]!.right).toBeGreaterThan(100);
    expect(columns[0]!.right).toBeLessThan(102.5);
  });

  it("takes an unknown column of amounts for numbers though remarks beside it, of many lines, reach under its header", () => {
    const header = [...HEADER, column("unknown", "costo", 495, 520), column("unknown", "nota", 600, 630)];
    const noted = [100, 120, 140].flatMap((y) => [
      ...row(y, "Informar", "INFORMES", ["4", "1", "1", "2"]),
      endingAt("1,250.00", 530, y),
      ...wordsAt("Se hizo a su debido tiempo", 536, y),
      ...wordsAt("y a la vez lo que se pidió", 536, y + 9),
    ]);
    const { columns } = placeColumns(header, textLines(noted));
    expect(columns.slice(-2).map(({ kind }) => kind)).toEqual(["cell", "label"]);
  });

  it("takes an unknown column for numbers if it mostly prints them, else for texts", () => {
    const unknown = (i: number) =>
      HEADER.map((column, k) => (k === i ? { ...column, kind: "unknown" as const, name: "otra" } : column));
    const { columns: numbers } = placeColumns(unknown(3), textLines(TABLE));
    expect(numbers[3]).toMatchObject({ kind: "cell", name: "extra.otra" });
    const { columns: texts } = placeColumns(unknown(1), textLines(TABLE));
    expect(texts[1]).toMatchObject({ kind: "label", name: "otra" });
  });

  it("does not go by the names of totals, which are printed over several columns of texts", () => {
    const totals = [160, 180, 200, 220].flatMap((y) =>
      row(y, "TOTAL GERENCIA DE SERVICIOS A LA CIUDAD", "", ["416", "21", "31", "2101"]),
    );
    const lines = textLines([...TABLE, ...totals]);
    const end = wordAt("d", 176, 100);
    const isTotal = (text: string) => text.startsWith("TOTAL");
    expect(columnsOf(placeColumns(HEADER, lines, isTotal).columns, [end])).toEqual(["activity"]);
    expect(columnsOf(placeColumns(HEADER, lines).columns, [end])).toEqual(["unit"]);
  });

  it("places text columns where there are no numbers at all", () => {
    const { columns, places } = placeColumns(HEADER.slice(0, 2), textLines(wordsAt("Informar", 20, 100)));
    expect(columns).toHaveLength(2);
    expect(places).toBeNull();
  });
});

describe("isValue", () => {
  it.each(["12", "1,234.56", "0", "-", "100%"])("takes %s for what a number column prints", (text) => {
    expect(isValue(text)).toBe(true);
  });

  it.each(["ACCIONES", "I", "Ley"])("does not take %s", (text) => {
    expect(isValue(text)).toBe(false);
  });
});

it("a column of texts after numbers begins where they do, though they stand on lines of their own", () => {
  const header = [
    column("label", "activity", 20, 60),
    column("cell", "programmed.jan", 120, 135),
    column("cell", "programmed.total", 170, 195),
    column("label", "unit", 260, 290),
    column("cell", "executed.jan", 360, 375),
  ];
  const numbers = (y: number) => [endingAt("12", 135, y), endingAt("1,200", 200, y), endingAt("7", 375, y)];
  // Close to the numbers before, and beside a number of its item.
  const words = [100, 140, 180].flatMap((y) => [
    ...numbers(y),
    wordAt("Obras", 20, y + 6),
    wordAt("KILOMETRO", 202, y + 6),
    ...numbers(y + 12),
  ]);
  const { columns } = placeColumns(header, textLines(words));
  expect(columnsOf(columns, [wordAt("KILOMETRO", 202, 0)])).toEqual(["unit"]);
});

it("a column of texts begins where most of its texts do, though one before it reaches up to it", () => {
  const header = [
    column("label", "unit", 100, 180),
    column("label", "priority", 192, 240),
    column("cell", "programmed.jan", 300, 315),
    column("cell", "programmed.feb", 350, 365),
  ];
  const words = ["OBRAS", "KM", "INFORMES"].flatMap((unit, k) => [
    wordAt(unit, 100, 100 + 40 * k),
    ...wordsAt("Muy Alta", 201, 100 + 40 * k),
  ]);
  const long = [...wordsAt("DOCUMENTO TÉCNICO PRUEBA", 84.5, 220), wordAt("Alta", 201, 220)];
  const lines = [100, 140, 180, 220].flatMap((y) => [endingAt("1", 315, y + 6), endingAt("22", 365, y + 6)]);
  const { columns } = placeColumns(header, textLines([...words, ...long, ...lines]));
  const edge = columns[1]!.left;
  expect(edge).toBeGreaterThan(long[2]!.box[2]);
  expect(edge).toBeLessThan(201);
});

it("a column whose texts stand in its middle begins before all of them, though a word of the longer stands over the shorter", () => {
  const header = [
    column("label", "activity", 20, 60),
    column("label", "type", 240, 280),
    column("cell", "programmed.jan", 350, 365),
    column("cell", "programmed.feb", 400, 415),
  ];
  // FÍSICO begins where the second word of the other does.
  const words = [100, 130, 160].flatMap((y) => [
    ...wordsAt("Obras de la ciudad", 20, y),
    wordAt("FÍSICO", 240, y),
    endingAt("1", 365, y),
    ...wordsAt("VALOR REFERENCIAL", 212.5, y + 12),
    endingAt("500", 365, y + 12),
    endingAt("10", 415, y + 12),
  ]);
  const { columns } = placeColumns(header, textLines(words));
  expect(columns[1]!.left).toBeLessThan(212.5);
});
