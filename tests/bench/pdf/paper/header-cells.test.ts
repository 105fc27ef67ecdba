import { describe, expect, test } from "vitest";
import { type Column, isLabel, SAT_COLUMNS } from "../../../../bench/pdf/paper/column.ts";
import { headerCells } from "../../../../bench/pdf/paper/header-cells.ts";
import {
  INTERLEAVED,
  MONTHS_ONLY,
  QUARTERS_FIRST,
  withNumberWidth,
  withoutOrgan,
} from "../../../../bench/pdf/paper/layouts.ts";

const column = (key: string, ...header: string[]): Column => ({ key, header, width: 1 });

describe("headerCells", () => {
  test("spans neighbours that share their first words, and reaches down where there are fewer levels", () => {
    const cells = headerCells([
      column("organ", "ÓRGANO"),
      column("p.jan", "PROGRAMADO", "ENE"),
      column("p.feb", "PROGRAMADO", "FEB"),
    ]);
    expect(cells).toEqual([
      { text: "ÓRGANO", from: 0, to: 1, level: 0, below: 2 },
      { text: "PROGRAMADO", from: 1, to: 3, level: 0, below: 1 },
      { text: "ENE", from: 1, to: 2, level: 1, below: 2 },
      { text: "FEB", from: 2, to: 3, level: 1, below: 2 },
    ]);
  });

  test("does not span cells of the same words under different ones", () => {
    const cells = headerCells([column("a", "I", "MES", "P"), column("b", "II", "MES", "P")]);
    expect(cells.filter(({ level }) => level === 1)).toHaveLength(2);
  });

  test("keeps two columns of the same name apart", () => {
    expect(headerCells([column("a", "META"), column("b", "META")])).toHaveLength(2);
  });

  test("covers every column at every level exactly once", () => {
    for (const columns of [SAT_COLUMNS, INTERLEAVED, QUARTERS_FIRST, MONTHS_ONLY]) {
      const cells = headerCells(columns);
      const levels = Math.max(...cells.map(({ below }) => below));
      for (const [index] of columns.entries()) {
        for (let level = 0; level < levels; level++) {
          const over = cells.filter(
            (cell) => cell.from <= index && index < cell.to && cell.level <= level && level < cell.below,
          );
          expect(over).toHaveLength(1);
        }
      }
    }
  });
});

describe("the layouts", () => {
  test("SAT de Lima prints 37 columns, 4 of them text, in two levels", () => {
    expect(SAT_COLUMNS).toHaveLength(37);
    expect(SAT_COLUMNS.filter(isLabel).map(({ key }) => key)).toEqual([
      "organ",
      "category",
      "activity",
      "unit",
    ]);
    expect(new Set(SAT_COLUMNS.map(({ key }) => key)).size).toBe(37);
    expect(
      SAT_COLUMNS.map(({ header }) => header.at(-1))
        .slice(5, 17)
        .join(" "),
    ).toBe("ENE FEB MAR ABR MAY JUN JUL AGO SET OCT NOV DIC");
  });

  test("the other one interleaves, or begins with quarters, or has none", () => {
    expect(INTERLEAVED.slice(4, 8).map(({ key }) => key)).toEqual([
      "programmed.jan",
      "executed.jan",
      "programmed.feb",
      "executed.feb",
    ]);
    expect(QUARTERS_FIRST[5]?.header).toEqual(["Avance trimestral", "I Trimestre", "Prog."]);
    expect(MONTHS_ONLY.some(({ key }) => key.endsWith(".q1"))).toBe(false);
  });

  test("numbers are made wider beside their labels", () => {
    const wide = withNumberWidth(INTERLEAVED, 2);
    expect(wide.map(({ width }, index) => width / (INTERLEAVED[index] as Column).width)).toEqual(
      INTERLEAVED.map((one) => (isLabel(one) ? 1 : 2)),
    );
    expect(withoutOrgan(INTERLEAVED)).toHaveLength(INTERLEAVED.length - 1);
  });
});
