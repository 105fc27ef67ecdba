import { describe, expect, it } from "vitest";
import { createLabelVocabulary } from "../../src/read/label-vocabulary.ts";
import { edgesOfText, findRunningLines } from "../../src/read/running-lines.ts";
import { town } from "./family-fixture.ts";
import { readText, rowsOf, textsOf } from "./read.ts";
import { layout, raw, type SampleTable } from "./shapes.ts";

const page = (n: number): SampleTable => ({
  title: "PLAN OPERATIVO INSTITUCIONAL 2023",
  rows: [
    {
      labels: [
        "ALCALDIA",
        "GESTIÓN ADMINISTRATIVA",
        `CONTROL DE LA CAMPAÑA NÚMERO ${n} DEL VECINO`,
        "ACCIONES",
      ],
      numbers: Array.from({ length: 33 }, (_, i) => n * 100 + i),
    },
    {
      labels: ["OCI", "RECURSOS MUNICIPALES", "ACTAS", "INFORMES"],
      numbers: Array.from({ length: 33 }, (_, i) => n * 200 + i),
    },
  ],
});

const paged = (print: (table: SampleTable) => string, pages: number) =>
  Array.from(
    { length: pages },
    (_, i) => `${print(page(i + 1))}\nSistema de Planeamiento v2.1 10/0${i + 1}/2024\n${i + 1}\n`,
  ).join("\f");

describe("what is printed on every page", () => {
  it.each([
    ["spaced columns", paged((table) => layout(table, [28, 22, 32, 20], "top"), 3)],
    ["raw order", paged((table) => raw(table, 24), 3)],
  ])("is no part of a row: %s", (_, text) => {
    const document = readText(text);
    const rows = rowsOf(document);
    expect(document.pages).toBe(3);
    expect(rows.map((row) => row.labels.activity)).toEqual([
      "CONTROL DE LA CAMPAÑA NÚMERO 1 DEL VECINO",
      "ACTAS",
      "CONTROL DE LA CAMPAÑA NÚMERO 2 DEL VECINO",
      "ACTAS",
      "CONTROL DE LA CAMPAÑA NÚMERO 3 DEL VECINO",
      "ACTAS",
    ]);
    expect(rows.map((row) => row.page)).toEqual([1, 1, 2, 2, 3, 3]);
    expect(rows.every((row) => textsOf(row).length === 33)).toBe(true);
    expect(document.flags).toEqual([]);
  });

  it("is no running line where each of its texts is a piece of a known label", () => {
    const lines = ["GERENCIA   GESTIÓN", "Gerencia   GESTIÓN DE TODO", "(otra línea)"];
    const pages = [1, 2].flatMap((page) =>
      lines.map((text, i) => ({ page, number: i + 1, text, pieces: [] })),
    );
    expect([...findRunningLines(edgesOfText(pages), 2, createLabelVocabulary(town))]).toEqual([
      "GERENCIA GESTION DE TODO",
      "OTRA LINEA",
    ]);
  });
});
