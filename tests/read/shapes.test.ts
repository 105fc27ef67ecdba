import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileEquation } from "../../src/rules/equation.ts";
import { town } from "./family-fixture.ts";
import { readText, rowsOf, textsOf } from "./read.ts";
import {
  cellByCell,
  collapsed,
  delimited,
  fromBrowser,
  fromExcel,
  layout,
  markdown,
  oneLine,
  raw,
  type SampleRow,
  type SampleTable,
  visualLines,
} from "./shapes.ts";

const TITLE = "PLAN OPERATIVO INSTITUCIONAL 2023 - AL IV TRIMESTRE";

const flat = (target: number, month: number): number[] => [
  target,
  ...Array<number>(24).fill(month),
  ...Array<number>(8).fill(month * 3),
];

const table: SampleTable = {
  title: TITLE,
  footer: ["Fuente: Módulo de Control al 10/01/2024.", "Elaboración: Área de Planificación – Oficina"],
  rows: [
    {
      labels: [
        "ALCALDIA",
        "GESTIÓN ADMINISTRATIVA",
        "DIRECCIÓN, CONTROL Y SUPERVISIÓN DE LA ENTIDAD",
        "ACCIONES",
      ],
      numbers: flat(12, 1),
    },
    {
      labels: [
        "GERENCIA DE ADMINISTRACION",
        "RECURSOS MUNICIPALES",
        "ACCESO A LA INFORMACIÓN (LEY N° 27806)",
        "INFORMES",
      ],
      numbers: flat(1200, 100).map((n, i) => (i === 3 || i === 15 ? null : n)),
    },
    {
      labels: [
        "GERENCIA CENTRAL DE ADMINISTRACION DE RECURSOS",
        "RECURSOS MUNICIPALES",
        "EMISIÓN MASIVA DE CUADERNILLOS TRIBUTARIOS 2023",
        "ACCIONES",
      ],
      numbers: [11, 7, 3, 1, ...Array<null>(9).fill(null), 7, 3, 1, ...Array<null>(9).fill(null), 11, 11],
    },
    {
      labels: [
        "ORGANO DE CONTROL INSTITUCIONAL",
        "GESTIÓN ADMINISTRATIVA",
        "CONTROL GUBERNAMENTAL",
        "INFORMES",
      ],
      numbers: flat(46, 4),
    },
    {
      labels: ["INSTITUCIONAL", "RECURSOS MUNICIPALES", "COMPRA DE UN SISTEMA (UPS), Y OTROS", "EQUIPOS"],
      numbers: [138, ...Array<null>(10).fill(null), 138],
    },
  ],
};

const widths = [28, 22, 32, 20];

const shapes: readonly (readonly [name: string, text: string, keepsBlanks: boolean])[] = [
  ["tabs", delimited(table, "\t"), true],
  ["tabs, CRLF", delimited(table, "\t", "\r\n"), true],
  ["tabs, CR alone", delimited(table, "\t", "\r"), true],
  ["CSV with semicolons", delimited(table, ";"), true],
  ["CSV with commas", delimited(table, ","), true],
  ["cells copied from Excel", fromExcel(table, 20), true],
  ["cells copied from Excel, quotes lost", fromExcel(table, 20).replaceAll('"', ""), true],
  ["a table of a web page", fromBrowser(table), true],
  ["Markdown", markdown(table), true],
  ["pdftotext -layout, cells at the top", layout(table, widths, "top"), true],
  ["pdftotext -layout, cells in the middle", layout(table, widths, "middle"), true],
  ["pdftotext -layout, cells at the bottom", layout(table, widths, "bottom"), true],
  ["pdftotext -layout, blank lines between", layout(table, widths, "middle", 1), true],
  ["pdftotext -raw", raw(table, 24), false],
  ["pdftotext, a cell per line", cellByCell(table), false],
  ["a PDF viewer, cells at the top", visualLines(table, 24, "top"), false],
  ["a PDF viewer, cells in the middle", visualLines(table, 24, "middle"), false],
  ["spaces collapsed", collapsed(table), false],
  ["line ends collapsed, too", oneLine(table), false],
  ["no-break spaces for spaces", collapsed(table).replaceAll(" ", "\u00a0"), false],
  ["tabs become four spaces", delimited(table, "\t").replaceAll("\t", "    "), false],
];

function expected(row: SampleRow, keepsBlanks: boolean): string[] {
  const texts = row.numbers.map((number) => (number === null ? "" : String(number)));
  if (!keepsBlanks) return texts.filter(Boolean);
  while (texts.at(-1) === "") texts.pop();
  return texts;
}

describe("a table in every shape in which it is pasted", () => {
  it.each(shapes)("is read alike: %s", (_, text, keepsBlanks) => {
    const document = readText(text);
    const rows = rowsOf(document);
    expect(rows.map((row) => Object.values(row.labels))).toEqual(table.rows.map((row) => row.labels));
    expect(rows.map((row) => Object.keys(row.labels).join())).toEqual(
      table.rows.map(() => "organ,category,activity,unit"),
    );
    expect(rows.map(textsOf)).toEqual(table.rows.map((row) => expected(row, keepsBlanks)));
    expect(document.tables).toHaveLength(1);
    expect(document.tables[0]!.channel).toBe(keepsBlanks ? "tabular" : "collapsed");
    expect(document.flags.filter(({ code }) => code !== "labels-doubted")).toEqual([]);
  });

  it("doubts wrapped labels where neither columns nor line ends part the rows", () => {
    const doubted = shapes.filter(([, text]) =>
      readText(text).flags.some(({ code }) => code === "labels-doubted"),
    );
    expect(doubted.map(([name]) => name)).toEqual([
      "a PDF viewer, cells at the top",
      "a PDF viewer, cells in the middle",
    ]);
  });

  it("doubts the rows that such labels stand beside, and no others", () => {
    const rows = rowsOf(readText(visualLines(table, 24, "middle")));
    const doubted = rows.filter((row) => row.doubts?.some(({ code }) => code === "labels-doubted"));
    expect(doubted.length).toBeGreaterThan(0);
    expect(rowsOf(readText(raw(table, 24))).flatMap((row) => row.doubts ?? [])).toEqual([]);
  });

  it.each(shapes)("keeps what stands around it: %s", (_, text) => {
    expect(readText(text).info).toEqual({
      title: TITLE,
      entity: null,
      year: 2023,
      throughQuarter: 4,
      source: "Módulo de Control al 10/01/2024.",
      preparedBy: "Área de Planificación – Oficina",
    });
  });
});

describe("a report through the second quarter by spaces, none of whose rows is full", () => {
  // ENE to JUN differ from row to row, so that only one reading of the columns adds up.
  const rows = [3, 5, 7, 11].map((first): SampleRow => {
    const plan = Array.from({ length: 12 }, (_, i) => first + i * i);
    const sums = [0, 3, 6, 9].map((from) => plan.slice(from, from + 3).reduce((a, b) => a + b));
    const done = plan.map((value, i) => (i < 6 ? value : null));
    const quarters = sums.flatMap((sum, i) => [sum, i < 2 ? sum : null]);
    return {
      labels: table.rows[0]!.labels,
      numbers: [plan.reduce((a, b) => a + b), ...plan, ...done, ...quarters],
    };
  });

  it("leaves the blanks where they are", () => {
    const equations = [
      "target = programmed.jan..dec",
      ...["programmed", "executed"].flatMap((series) => [
        `${series}.q1 = ${series}.jan..mar`,
        `${series}.q2 = ${series}.apr..jun`,
      ]),
    ].map((text) => compileEquation(text, 0, town.columns));
    // As on paper, where heads are narrower over blank columns: all numbers stand off to the right.
    const lines = layout({ rows }, widths, "top").split("\n");
    const shifted = lines.map((line, i) => (i < 2 ? line : line.replace(/^(.{100})/, "$1     ")));
    const document = readText(shifted.join("\n"), { ...town, equations });
    expect(document.tables[0]!.channel).toBe("tabular");
    expect(rowsOf(document).map(textsOf)).toEqual(rows.map((row) => expected(row, true)));
  });
});

const number = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 99_999 }));
const activity = fc
  .array(
    fc.constantFrom(
      "CONTROL",
      "REVISIÓN",
      "DE",
      "LA",
      "DEUDA",
      "Y",
      "LEY",
      "N° 27806",
      "PREDIOS,",
      "(UPS)",
      "2023",
    ),
    {
      minLength: 0,
      maxLength: 14,
    },
  )
  .map((words) => ["ATENCIÓN", ...words, "VECINAL"].join(" "));
const sampleRow: fc.Arbitrary<SampleRow> = fc.record({
  labels: fc.tuple(
    fc.constantFrom("ALCALDIA", "GERENCIA DE ADMINISTRACIÓN", "OCI", "Órgano de Control Institucional"),
    fc.constantFrom("GESTIÓN ADMINISTRATIVA", "RECURSOS MUNICIPALES"),
    activity,
    fc.constantFrom("ACCIONES", "INFORMES", "EQUIPOS"),
  ),
  numbers: fc
    .tuple(fc.integer({ min: 0, max: 99_999 }), fc.array(number, { minLength: 32, maxLength: 32 }))
    .map(([target, others]) => [target, ...others]),
});
const sampleTable = fc
  .array(sampleRow, { minLength: 2, maxLength: 8 })
  .map((rows): SampleTable => ({ rows, title: TITLE }));

function expectRead(sample: SampleTable, text: string, keepsBlanks: boolean): void {
  const rows = rowsOf(readText(text));
  expect(rows.map(textsOf)).toEqual(sample.rows.map((row) => expected(row, keepsBlanks)));
  expect(rows.map((row) => Object.values(row.labels))).toEqual(sample.rows.map((row) => row.labels));
}

describe("any table", () => {
  it("reads back from delimited text", () => {
    fc.assert(
      fc.property(sampleTable, fc.constantFrom("\t", ";", ","), (sample, separator) => {
        expectRead(sample, delimited(sample, separator), true);
      }),
    );
  });

  it("reads back from cells of Excel with line ends in them", () => {
    fc.assert(fc.property(sampleTable, (sample) => expectRead(sample, fromExcel(sample, 20), true)));
  });

  it("reads back from collapsed text, on lines or on one line", () => {
    fc.assert(
      fc.property(sampleTable, fc.boolean(), (sample, onOneLine) => {
        expectRead(sample, onOneLine ? oneLine(sample) : collapsed(sample), false);
      }),
    );
  });

  it("reads back from cells in raw order", () => {
    fc.assert(fc.property(sampleTable, (sample) => expectRead(sample, raw(sample, 24), false)));
  });

  it("reads back from spaced columns, if blank lines part the rows", () => {
    fc.assert(
      fc.property(
        sampleTable,
        fc.constantFrom("top" as const, "middle" as const, "bottom" as const),
        (sample, alignment) => {
          expectRead(sample, layout(sample, widths, alignment, 1), true);
        },
      ),
    );
  });

  it("keeps every number in spaced columns, wherever its texts are cut", () => {
    fc.assert(
      fc.property(
        sampleTable,
        fc.constantFrom("top" as const, "middle" as const, "bottom" as const),
        (sample, alignment) => {
          const rows = rowsOf(readText(layout(sample, widths, alignment)));
          expect(rows.map(textsOf)).toEqual(sample.rows.map((row) => expected(row, true)));
        },
      ),
    );
  });
});
