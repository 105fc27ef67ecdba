import { describe, expect, it } from "vitest";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { findHeaderAt } from "../../src/grid/find-header.ts";
import { createHeaderVocabulary } from "../../src/grid/header-vocabulary.ts";
import { readLines } from "../../src/read/read-lines.ts";
import { loadTableFamily } from "../support/load-table-family.ts";

const generic = await loadTableFamily("generic");
const vocabulary = createHeaderVocabulary(generic);
const MONTHS = ["ENE FEB MAR", "ABR MAY JUN", "JUL AGO SET", "OCT NOV DIC"].map((months) =>
  months.split(" "),
);
const QUARTERS = ["I TRIMESTRE", "II TRIMESTRE", "III TRIMESTRE", "IV TRIMESTRE"];
const LABELS = ["ACTIVIDAD OPERATIVA", "UNIDAD DE MEDIDA", "META ANUAL"];

/** The columns of a header of fields, over two rows of as many numbers. */
function columns(...lines: string[][]): string[] | undefined {
  const width = Math.max(...lines.map(({ length }) => length));
  const row = ["Control de obras", "Informe", ...Array<string>(width - 2).fill("3")];
  const text = [...lines, row, row].map((fields) => fields.join("\t")).join("\n");
  const document = readLines(sourceFromBytes("a", new TextEncoder().encode(text)));
  return findHeaderAt(document, 0, generic, vocabulary)?.columns.map(({ name }) => name);
}
const over = (names: readonly string[], width: number) =>
  names.flatMap((name) => [name, ...Array<string>(width - 1).fill("")]);
const under = (...fields: string[]) => ["", "", "", ...fields];
const cells = (series: string, quarter: number, ...after: string[]) => [
  ...["jan feb mar", "apr may jun", "jul aug sep", "oct nov dec"]
    [quarter]!.split(" ")
    .map((month) => `${series}.${month}`),
  ...after,
];

describe("quarters over their months", () => {
  it("are no columns, and what is called TOTAL among the months is theirs", () => {
    const found = columns(
      [...LABELS, ...over(QUARTERS, 4), "TOTAL ANUAL"],
      under(...MONTHS.flatMap((months) => [...months, "TOTAL"]), ""),
    );
    const expected = MONTHS.flatMap((_, k) => cells("programmed", k, `programmed.q${k + 1}`));
    expect(found?.slice(0, -1)).toEqual(["activity", "unit", "target", ...expected]);
    expect(found).toHaveLength(20);
  });

  it("keep a lone TOTAL behind all months for the year", () => {
    const found = columns([...LABELS, ...over(QUARTERS, 3), "TOTAL"], under(...MONTHS.flat(), ""));
    expect(found).not.toContain("programmed.q4");
    expect(found?.slice(3, 15)).toEqual(MONTHS.flatMap((_, k) => cells("programmed", k)));
  });

  it("are read one by one where both series stand under each", () => {
    const found = columns(
      [...LABELS, ...over(QUARTERS, 8)],
      under(...QUARTERS.flatMap(() => over(["PROGRAMADO", "EJECUTADO"], 4))),
      under(...MONTHS.flatMap((months) => [...months, "TOTAL", ...months, "TOTAL"])),
    );
    const expected = MONTHS.flatMap((_, k) =>
      ["programmed", "executed"].flatMap((series) => cells(series, k, `${series}.q${k + 1}`)),
    );
    expect(found).toEqual(["activity", "unit", "target", ...expected]);
  });

  it("are no columns where they stand once under each series, and what is called TOTAL is theirs", () => {
    const twice = <T>(values: readonly T[]): T[] => [...values, ...values];
    const found = columns(
      [...LABELS, ...over(["PROGRAMADO", "EJECUTADO"], 16)],
      under(...twice(over(QUARTERS, 4))),
      under(...twice(MONTHS.flatMap((months) => [...months, "TOTAL"]))),
    );
    const expected = ["programmed", "executed"].flatMap((series) =>
      MONTHS.flatMap((_, k) => cells(series, k, `${series}.q${k + 1}`)),
    );
    expect(found).toEqual(["activity", "unit", "target", ...expected]);
  });

  it("are columns of their own beside the months", () => {
    const found = columns([...LABELS, ...MONTHS.flat(), ...QUARTERS]);
    expect(found?.slice(-4)).toEqual([1, 2, 3, 4].map((quarter) => `programmed.q${quarter}`));
  });
});
