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
});
