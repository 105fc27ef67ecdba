import { describe, expect, it } from "vitest";
import { readText, rowsOf, textsOf } from "./read.ts";
import { MONTHS } from "./shapes.ts";

const HEADER = [
  "ÓRGANO",
  "ACTIVIDAD MEF",
  "ACTIVIDAD POI",
  "U.M.",
  "META",
  ...MONTHS.map((month) => `PROG ${month}`),
];
const NUMBERS = Array.from({ length: 13 }, (_, i) => String(101 + i));
const CONTROL = ["OCI", "RECURSOS MUNICIPALES", "CONTROL INTERNO", "INFORMES"];
const COUNCIL = ["ALCALDIA", "GESTIÓN ADMINISTRATIVA", "SESIONES", "ACCIONES"];

function read(...rows: string[][]) {
  const document = readText([HEADER, ...rows].map((fields) => fields.join("\t")).join("\n"));
  return { document, rows: rowsOf(document), labels: rowsOf(document).map((row) => row.labels) };
}

describe("labels", () => {
  it("stand for the rows below where their cells are merged", () => {
    const { labels } = read(
      [...COUNCIL, ...NUMBERS],
      ["", "", "ACTAS", "INFORMES", ...NUMBERS],
      ["", "RECURSOS MUNICIPALES", "VISITAS", "ACCIONES", ...NUMBERS],
      ["OCI", "", "VIAJES", "ACCIONES", ...NUMBERS],
    );
    expect(labels).toEqual([
      { organ: "ALCALDIA", category: "GESTIÓN ADMINISTRATIVA", activity: "SESIONES", unit: "ACCIONES" },
      { organ: "ALCALDIA", category: "GESTIÓN ADMINISTRATIVA", activity: "ACTAS", unit: "INFORMES" },
      { organ: "ALCALDIA", category: "RECURSOS MUNICIPALES", activity: "VISITAS", unit: "ACCIONES" },
      { organ: "OCI", activity: "VIAJES", unit: "ACCIONES" },
    ]);
  });

  it("are not made up where nothing stands above", () => {
    const { labels } = read(["", "GESTIÓN ADMINISTRATIVA", "ACTAS", "INFORMES", ...NUMBERS]);
    expect(labels[0]).not.toHaveProperty("organ");
  });

  it.each([["OCI"], ["OFICINA NUEVA"]])("come from the line of an organ over its rows: %s", (organ) => {
    const { labels } = read([...COUNCIL, ...NUMBERS], [organ], ["", ...CONTROL.slice(1), ...NUMBERS]);
    expect(labels.map((label) => label.organ)).toEqual(["ALCALDIA", organ]);
  });

  it("stay right where a field was lost", () => {
    const { labels, rows } = read(
      [...COUNCIL, ...NUMBERS],
      ["OCI", "RECURSOS MUNICIPALES", "CONTROL INTERNO", ...NUMBERS],
      ["OCI", "CONTROL INTERNO", "INFORMES", ...NUMBERS],
    );
    expect(labels.slice(1)).toEqual([
      { organ: "OCI", category: "RECURSOS MUNICIPALES", activity: "CONTROL INTERNO" },
      { organ: "OCI", activity: "CONTROL INTERNO", unit: "INFORMES" },
    ]);
    expect(rows.map(textsOf)).toEqual([NUMBERS, NUMBERS, NUMBERS]);
  });

  it("stay right where a text was split into two fields", () => {
    const { labels, rows } = read([
      ...CONTROL.slice(0, 2),
      "CONTROL",
      "Y VISITAS, LEY N° 27806",
      "INFORMES",
      ...NUMBERS,
    ]);
    expect(labels[0]).toMatchObject({ activity: "CONTROL Y VISITAS, LEY N° 27806", unit: "INFORMES" });
    expect(textsOf(rows[0])).toEqual(NUMBERS);
  });

  it("go on in the lines below", () => {
    const { labels } = read([...COUNCIL, ...NUMBERS], ["", "", "Y AUDIENCIAS", ""], [...CONTROL, ...NUMBERS]);
    expect(labels.map((label) => label.activity)).toEqual(["SESIONES Y AUDIENCIAS", "CONTROL INTERNO"]);
  });
});

describe("numbers", () => {
  it("are passed on as printed, damage and all", () => {
    const printed = [
      "1O",
      "l2",
      "",
      "-",
      "S.P.",
      "100",
      "0x10",
      "1,234",
      "(5)",
      "ND",
      "4",
      "88",
      "7",
      "9",
      "10",
    ];
    const { rows } = read([...COUNCIL, ...printed, "", ""]);
    expect(textsOf(rows[0])).toEqual(printed.map((text) => (text === "-" ? "" : text)));
  });

  it("are two where a field holds two, and one where spaces part thousands", () => {
    const two = read([...COUNCIL, "1 12", "5", "6"]);
    expect(textsOf(two.rows[0])).toEqual(["1", "12", "5", "6"]);
    const one = read([...COUNCIL, "12 345", "1 028", "6"]);
    expect(textsOf(one.rows[0])).toEqual(["12 345", "1 028", "6"]);
    expect(one.document.tables[0]!.numberFormat).toEqual({ decimal: ".", thousands: " " });
  });

  it("know their page and line", () => {
    const { rows } = read([...COUNCIL, ...NUMBERS]);
    expect(rows[0]!.tokens[0]).toEqual({ text: "101", page: 1, box: null });
  });

  it("may be lost altogether; the row stays", () => {
    const { rows } = read([...COUNCIL, ...NUMBERS], CONTROL, [...COUNCIL, ...NUMBERS]);
    expect(rows.map((row) => row.tokens.length)).toEqual([13, 0, 13]);
    expect(Object.values(rows[1]!.labels)).toEqual(CONTROL);
  });
});

describe("totals", () => {
  it.each([
    ["in the first column", ["TOTAL ACCIONES", "", "", ""], { label: "TOTAL ACCIONES" }],
    ["in the last column", ["", "", "", "TOTAL"], { label: "TOTAL" }],
    ["over two columns", ["", "", "SUBTOTAL", "ACCIONES"], { label: "SUBTOTAL ACCIONES" }],
    ["behind its organ", ["OCI", "SUB TOTAL", "", ""], { organ: "OCI", label: "SUB TOTAL" }],
    ["without its empty fields", ["Total general"], { label: "Total general" }],
  ])("are told by their label: %s", (_, fields, labels) => {
    const { rows } = read([...COUNCIL, ...NUMBERS], [...fields, ...NUMBERS]);
    expect(rows[1]).toMatchObject({ kind: "total", labels });
    expect(textsOf(rows[1])).toEqual(NUMBERS);
  });

  it.each([
    ["", "GESTIÓN ADMINISTRATIVA", "TOTAL DE EXPEDIENTES ATENDIDOS EN EL AÑO", "INFORMES"],
    ["OCI", "RECURSOS MUNICIPALES", "TOTAL DE ACTAS", "ACCIONES"],
    ["OCI", "", "TOTALIZAR ACTAS", "ACCIONES"],
  ])("are not activities that count something: %s %s %s", (...fields) => {
    const { rows } = read([...COUNCIL, ...NUMBERS], [...fields, ...NUMBERS]);
    expect(rows[1]!.kind).toBe("activity");
  });

  it("give their label to no row below", () => {
    const { labels } = read(
      [...COUNCIL, ...NUMBERS],
      ["TOTAL", "", "", "", ...NUMBERS],
      ["", "", "ACTAS", "INFORMES", ...NUMBERS],
    );
    expect(labels[2]).toMatchObject({ organ: "ALCALDIA", activity: "ACTAS" });
  });
});

describe("nothing is lost", () => {
  it("lines with numbers that are no rows are named", () => {
    const { document, rows } = read(
      [...COUNCIL, ...NUMBERS],
      [`Nota: 5 casos en 2023 ${"muy ".repeat(40)}`],
      [...CONTROL, ...NUMBERS],
      ["777"],
    );
    expect(rows.map((row) => row.labels.organ)).toEqual(["ALCALDIA", "OCI"]);
    expect(document.flags.map((flag) => [flag.code, flag.severity])).toEqual([
      ["line-not-read", "warning"],
      ["line-not-read", "warning"],
    ]);
    const messages = document.flags.map((flag) => flag.message).sort();
    expect(messages[1]).toBe('Page 1, line 5 has numbers but is no row of the table: "777"');
    expect(messages[0]).toContain("Page 1, line 3");
    expect(messages[0]!.match(/"(.*)"/)![1]).toHaveLength(80);
  });

  it("page numbers, titles and footers are neither rows nor flagged", () => {
    const { document, rows } = read(
      [...COUNCIL, ...NUMBERS],
      ["1"],
      ["Página 1 de 2"],
      ["- 1 -"],
      ["1 / 2"],
      ["Municipalidad de San Ejemplo", "", "", "Pág. 1/2"],
      ["Fuente: Registro al 10/01/2024"],
      [...CONTROL, ...NUMBERS],
    );
    expect(rows).toHaveLength(2);
    expect(document.flags).toEqual([]);
    expect(document.info.source).toBe("Registro al 10/01/2024");
  });

  it("rows without any label are kept and flagged", () => {
    const { document, rows } = read([...COUNCIL, ...NUMBERS], ["", "", "", "", ...NUMBERS]);
    expect(rows).toHaveLength(2);
    expect(document.flags.map((flag) => flag.code)).toEqual(["row-without-labels"]);
    expect(rows.map((row) => row.doubts?.map(({ severity }) => severity))).toEqual([undefined, ["error"]]);
  });
});
