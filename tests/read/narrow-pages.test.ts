import { describe, expect, it } from "vitest";
import { readText, rowsOf, textsOf } from "./read.ts";

/** Texts in narrow columns, the numbers in the middle, as `pdftotext -layout` prints a page. */
const rows = [
  "                                 DIRECCIÓN,",
  "               GESTIÓN           CONTROL Y",
  "ALCALDIA                         SUPERVISIÓN DEL     ACCIONES               101   102   103   104",
  "               ADMINISTRATIVA    CORRECTO",
  "                                 FUNCIONAMIENTO",
  "ORGANO DE                        CAPACITACION Y",
  "               GESTIÓN",
  "CONTROL                          COOPERACIÓN         INFORMES               201   202   203   204",
  "               ADMINISTRATIVA",
  "INSTITUCIONAL                    INTERINSTITUCIONAL",
  "                                 RECEPCIÓN Y",
  "               RECURSOS          GESTIÓN DE",
  "OCI                              RECLAMOS DE         ACCIONES               301   302   303   304",
  "               MUNICIPALES       TODOS LOS",
  "                                 CIUDADANOS",
];

const header = (gap: string) => [
  "PLAN OPERATIVO INSTITUCIONAL 2023",
  `${gap}ÓRGANO                                                    PROGRAMADO`,
  `${gap}            ACTIVIDAD MEF   ACTIVIDAD POI   U.M.   META   ENE   FEB   MAR`,
];

describe("narrow pages", () => {
  it.each([
    ["over its columns", "     "],
    ["to the right of its columns", "                    "],
  ])("are read where the header stands %s", (_, gap) => {
    const document = readText([...header(gap), ...rows].join("\n"));
    expect(rowsOf(document).map((row) => [...Object.values(row.labels), ...textsOf(row)])).toEqual([
      [
        "ALCALDIA",
        "GESTIÓN ADMINISTRATIVA",
        "DIRECCIÓN, CONTROL Y SUPERVISIÓN DEL CORRECTO FUNCIONAMIENTO",
        "ACCIONES",
        ...["101", "102", "103", "104"],
      ],
      [
        "ORGANO DE CONTROL INSTITUCIONAL",
        "GESTIÓN ADMINISTRATIVA",
        "CAPACITACION Y COOPERACIÓN INTERINSTITUCIONAL",
        "INFORMES",
        ...["201", "202", "203", "204"],
      ],
      [
        "OCI",
        "RECURSOS MUNICIPALES",
        "RECEPCIÓN Y GESTIÓN DE RECLAMOS DE TODOS LOS CIUDADANOS",
        "ACCIONES",
        ...["301", "302", "303", "304"],
      ],
    ]);
  });

  it("keep a text of twenty lines whole", () => {
    const words = Array.from({ length: 20 }, (_, i) => `TEXTO${String.fromCharCode(65 + i)}`);
    const head = "OCI          GESTIÓN          TEXTO            ACCIONES          101   102   103   104";
    const text = [
      "ÓRGANO       ACTIVIDAD MEF    ACTIVIDAD POI    U.M.             META  PROG  PROG  PROG",
      "                                                                      ENE   FEB   MAR",
      head,
      ...words.map((word) => " ".repeat(30) + word),
      head,
    ].join("\n");
    expect(rowsOf(readText(text)).map((row) => row.labels.activity)).toEqual([
      `TEXTO ${words.join(" ")}`,
      "TEXTO",
    ]);
  });

  it("part labels from numbers that stand to the left of their header", () => {
    const text = [
      "ÓRGANO    ACTIVIDAD POI     U.M.         META  PROG  PROG  PROG",
      "                                        ANUAL   ENE   FEB   MAR",
      "OCI       ACTAS          EXPEDIENTES  111    102   103   104",
      "OCI       SESIONES       INFORMES     201    202   203   204",
      "TOTAL                                31200   304   306   308",
    ].join("\n");
    expect(rowsOf(readText(text)).map((row) => [row.labels.unit, ...textsOf(row)])).toEqual([
      ["EXPEDIENTES", "111", "102", "103", "104"],
      ["INFORMES", "201", "202", "203", "204"],
      [undefined, "31200", "304", "306", "308"],
    ]);
  });

  it("take a header for more than its last lines, where labels stand above, a word a line", () => {
    const text = [
      ...["ÓRGANO", "ACTIVIDAD", "POI", "UNIDAD DE", "MEDIDA", "META", "ANUAL"],
      "PROGRAMADO EJECUTADO",
      "ENE FEB MAR ABR MAY JUN ENE FEB MAR ABR MAY JUN",
      "OCI ACTAS INFORMES 21 1 2 3 4 5 6 1 2 3 4 5 6",
      "OCI VISITAS ACCIONES 21 1 2 3 4 5 6 1 2 3 4 5 6",
    ].join("\n");
    const document = readText(text);
    expect(document.tables[0]?.cells[0]).toBe("target");
    expect(rowsOf(document).map((row) => row.labels)).toEqual([
      { organ: "OCI", activity: "ACTAS", unit: "INFORMES" },
      { organ: "OCI", activity: "VISITAS", unit: "ACCIONES" },
    ]);
  });
});
