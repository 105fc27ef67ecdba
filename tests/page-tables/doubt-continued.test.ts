import { expect, test } from "vitest";
import type { PrintedRow } from "../../src/document.ts";
import { doubtContinued } from "../../src/page-tables/doubt-continued.ts";

const knows = (known: readonly string[]) => ({ has: (_: string, text: string) => known.includes(text) });

/** The texts of a column, page by page; those in doubt with a `?`. */
function texts(
  key: string,
  pages: readonly (readonly string[])[],
  known: readonly string[] = [],
): string[][] {
  const rows = pages.flatMap((page, i) =>
    page.map(
      (text): PrintedRow => ({
        kind: "activity",
        page: i + 1,
        line: 1,
        text,
        labels: { [key]: text },
        tokens: [],
      }),
    ),
  );
  const read = doubtContinued(rows, knows(known)).map(
    ({ labels, doubts = [] }) => labels[key] + (doubts.length > 0 ? "?" : ""),
  );
  return pages.map((page) => read.splice(0, page.length));
}

test("a text that goes on from the page before is in doubt, with the one before it", () => {
  const pages = [
    ["Informar", "Pago de planillas"],
    ["y pensiones", "Registrar", "Asesorar", "Controlar", "Capacitar"],
  ];
  expect(texts("activity", pages)).toEqual([
    ["Informar", "Pago de planillas?"],
    ["y pensiones?", "Registrar", "Asesorar", "Controlar", "Capacitar"],
  ]);
  const small = [["informar", "pagar"], ["registrar"]];
  expect(texts("activity", small)).toEqual(small);
});

test("so is one that the text before it ends with", () => {
  const pages = [
    ["Acciones comunes", "Defensa del Estado"],
    ["Estado", "Control"],
  ];
  expect(texts("category", pages)).toEqual([
    ["Acciones comunes", "Defensa del Estado?"],
    ["Estado?", "Control"],
  ]);
});

test("so is one without a code where the others have one", () => {
  const coded = ["OEI.01 Mejorar", "OEI.02 Reducir", "OEI.03 Promover", "OEI.04 Fortalecer"];
  expect(texts("objective", [coded, ["EL SERVICIO", "OEI.05 Garantizar"]])).toEqual([
    [...coded.slice(0, -1), "OEI.04 Fortalecer?"],
    ["EL SERVICIO?", "OEI.05 Garantizar"],
  ]);
});

test("and the name of an organ that begins as none does, in all rows that have it", () => {
  const pages = [
    ["Oficina de Caja", "Unidad de Gestión"],
    ["Educativa N° 05", "Educativa N° 05", "Gerencia de Obras"],
  ];
  expect(texts("organ", pages)).toEqual([
    ["Oficina de Caja", "Unidad de Gestión?"],
    ["Educativa N° 05?", "Educativa N° 05?", "Gerencia de Obras"],
  ]);
  expect(texts("organ", pages, ["Educativa N° 05"])).toEqual(pages);
});
