import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { loadSource } from "../../src/acquire/load-source.ts";
import type { PrintedRow, ReadDocument } from "../../src/document.ts";
import { readLines } from "../../src/read/read-lines.ts";
import { readTables } from "../../src/read/read-tables.ts";
import { loadTableFamily } from "../support/load-table-family.ts";
import { rowsOf, textsOf } from "./read.ts";

const PATH = new URL("../../samples/sat-lima/poi-2023-iv.txt", import.meta.url).pathname;

/** The rows as a person sees them in the file: lines with an organ and a number, parted at the tabs. */
const printed = readFileSync(PATH, "utf8")
  .split("\n")
  .map((line) => line.split("\t"))
  .filter(([first, ...rest]) => first !== "" && !first!.startsWith("ÓRGANO") && /[0-9]/.test(rest.join("")));

let document: ReadDocument;
let rows: readonly PrintedRow[];
beforeAll(async () => {
  document = readTables(readLines(await loadSource(PATH)), await loadTableFamily("sat-lima"));
  rows = rowsOf(document);
});

describe("the first real document", () => {
  it("has 79 activity rows and 2 totals on three pages, and nothing that was not read", () => {
    expect(rows.filter((row) => row.kind === "activity")).toHaveLength(79);
    expect(rows.filter((row) => row.kind === "total").map((row) => row.labels)).toEqual([
      { label: "TOTAL ACCIONES" },
      { label: "TOTAL EQUIPOS" },
    ]);
    expect(document.pages).toBe(3);
    expect(document.flags).toEqual([]);
  });

  it("gives every text and every number as the file has it", () => {
    expect(rows).toHaveLength(printed.length);
    for (const [i, fields] of printed.entries()) {
      const numbers = fields.slice(4);
      while (numbers.at(-1) === "") numbers.pop();
      expect(textsOf(rows[i])).toEqual(numbers);
      expect(Object.values(rows[i]!.labels)).toEqual(fields.slice(0, 4).filter(Boolean));
    }
  });

  it("says on which page each row stands", () => {
    const last = (page: number) => rows.findLast((row) => row.page === page)?.line;
    expect([last(1), last(2), last(3)]).toEqual([39, 78, 101]);
  });

  it("knows what stands around the table", () => {
    expect(document.info).toEqual({
      title: "PLAN OPERATIVO INSTITUCIONAL 2023 - AL IV TRIMESTRE",
      entity: "Servicio de Administración Tributaria de Lima",
      year: 2023,
      throughQuarter: 4,
      source: "Módulo de Control de la Gestión al 10/01/2024.",
      preparedBy: "Área Funcional de Planificación – Oficina de Planificación y Estudios Económicos – SAT",
    });
  });

  it("has its 33 number columns in the order of print", () => {
    const [table] = document.tables;
    expect(table!.cells).toHaveLength(33);
    expect([0, 1, 12, 13, 24, 25, 26, 32].map((i) => table!.cells[i])).toEqual([
      "target",
      "programmed.jan",
      "programmed.dec",
      "executed.jan",
      "executed.dec",
      "programmed.q1",
      "executed.q1",
      "executed.q4",
    ]);
  });
});
