import { expect, it } from "vitest";
import type { Family } from "../../src/family.ts";
import { town } from "./family-fixture.ts";
import { readText, rowsOf } from "./read.ts";
import { MONTHS } from "./shapes.ts";

/** A family that knows no organs, and numbers its rows. */
const anyTown: Family = {
  ...town,
  organs: [],
  labels: [{ key: "code", header: ["N°"], values: [] }, ...town.labels],
};
const NUMBERS = Array.from({ length: 13 }, (_, i) => String(101 + i));
const months = MONTHS.map((month) => `PROG ${month}`);

function labelsOf(header: readonly string[], ...rows: string[][]) {
  const lines = [[...header, "META", ...months], ...rows].map((fields) => fields.join("\t"));
  return rowsOf(readText(lines.join("\n"), anyTown)).map((row) => row.labels);
}

it("carries organs down that are printed once, behind the number of the row", () => {
  const labels = labelsOf(
    ["N°", "ÓRGANO", "ACTIVIDAD POI", "U.M."],
    ["1", "TESORERÍA", "PAGOS", "ACCIONES", ...NUMBERS],
    ["2", "", "COBROS", "INFORMES", ...NUMBERS],
    ["3", "OBRAS", "PLANOS", "ACCIONES", ...NUMBERS],
  );
  expect(labels).toEqual([
    { code: "1", organ: "TESORERÍA", activity: "PAGOS", unit: "ACCIONES" },
    { code: "2", organ: "TESORERÍA", activity: "COBROS", unit: "INFORMES" },
    { code: "3", organ: "OBRAS", activity: "PLANOS", unit: "ACCIONES" },
  ]);
});

it.each([
  ["alone", (name: string) => [name]],
  ["with the empty fields of its row", (name: string) => [name, ...Array<string>(15).fill("")]],
])("takes a name over numbered rows for their organ: %s", (_, band) => {
  const labels = labelsOf(
    ["N°", "ACTIVIDAD POI", "U.M."],
    band("TESORERÍA"),
    ["1", "PAGOS", "ACCIONES", ...NUMBERS],
    ["2", "COBROS", "INFORMES", ...NUMBERS],
    band("OBRAS"),
    ["3", "PLANOS", "ACCIONES", ...NUMBERS],
  );
  expect(labels).toEqual([
    { organ: "TESORERÍA", code: "1", activity: "PAGOS", unit: "ACCIONES" },
    { organ: "TESORERÍA", code: "2", activity: "COBROS", unit: "INFORMES" },
    { organ: "OBRAS", code: "3", activity: "PLANOS", unit: "ACCIONES" },
  ]);
});

it("takes a text that goes on in small letters for none", () => {
  const labels = labelsOf(["ACTIVIDAD POI", "U.M."], ["LIMPIEZA", "ACCIONES", ...NUMBERS], ["de calles"]);
  expect(labels).toEqual([{ activity: "LIMPIEZA de calles", unit: "ACCIONES" }]);
});

it("takes N° for a header in spaced columns, though it is a single letter", () => {
  const text = [
    "N°   ACTIVIDAD POI   U.M.        META  PROG  PROG  PROG",
    "                                        ENE   FEB   MAR",
    "1    PAGOS           ACCIONES     101   102   103   104",
    "2    COBROS          INFORMES     201   202   203   204",
  ].join("\n");
  expect(rowsOf(readText(text, anyTown)).map((row) => row.labels)).toEqual([
    { code: "1", activity: "PAGOS", unit: "ACCIONES" },
    { code: "2", activity: "COBROS", unit: "INFORMES" },
  ]);
});
