import { describe, expect, test } from "vitest";
import { SAT_COLUMNS } from "../../../../bench/pdf/paper/column.ts";
import { layOut } from "../../../../bench/pdf/paper/lay-out.ts";
import {
  INTERLEAVED,
  MONTHS_ONLY,
  withNumberWidth,
  withoutOrgan,
} from "../../../../bench/pdf/paper/layouts.ts";
import { BASE_LOOK, type Look } from "../../../../bench/pdf/paper/look.ts";
import { PLAIN } from "../../../../bench/pdf/paper/number-style.ts";
import type { Mark, Sheet, TextMark } from "../../../../bench/pdf/paper/sheet.ts";
import { MUNICIPALITY } from "../../../../bench/pdf/plan/entities.ts";
import { entityPlan } from "../../../../bench/pdf/plan/entity-plan.ts";
import { itemsOf } from "../../../../bench/pdf/plan/plan.ts";
import { seedPlan } from "../../../../bench/pdf/plan/sat-plan.ts";

const SAT: Look = { ...BASE_LOOK, columns: SAT_COLUMNS, numbers: PLAIN };
const plan = seedPlan(40);
const entity = entityPlan(MUNICIPALITY, {
  seed: 31,
  year: 2024,
  rows: 54,
  subtotal: null,
  total: "TOTAL",
  blankZeros: false,
  tables: 1,
});
const MONTHS: Look = {
  ...BASE_LOOK,
  columns: withNumberWidth(MONTHS_ONLY, 1.1),
  numbers: PLAIN,
  paper: [842, 500],
  fontSize: 5,
};

const isText = (mark: Mark): mark is TextMark => mark.kind === "text";
const textsOf = (sheet: Sheet | undefined) => (sheet?.marks ?? []).filter(isText);
const cellOf = (sheets: readonly Sheet[], row: number, column: number) =>
  sheets
    .flatMap(textsOf)
    .filter(({ cell }) => cell?.row === row && cell.column === column)
    .map(({ text }) => text)
    .join(" ");
const columnOf = (key: string, look: Look) => look.columns.findIndex((column) => column.key === key);

describe("layOut", () => {
  test("puts every label and number of every row into its cell, whole", () => {
    const { sheets } = layOut(plan, SAT);
    for (const [row, item] of itemsOf(plan).entries()) {
      if (item.kind === "total") continue;
      expect(cellOf(sheets, row, columnOf("activity", SAT))).toBe(item.labels.activity);
      expect(cellOf(sheets, row, columnOf("target", SAT))).toBe(String(item.cells.target));
      const december = item.cells["executed.dec"];
      expect(cellOf(sheets, row, columnOf("executed.dec", SAT))).toBe(
        december === null ? "" : String(december),
      );
    }
  });

  test("keeps every mark on the paper", () => {
    for (const look of [
      SAT,
      { ...SAT, rules: "none" },
      { ...SAT, watermark: "COPIA", stamp: ["FIRMADO"] },
    ] as Look[]) {
      for (const sheet of layOut(plan, look).sheets) {
        for (const { x, y } of textsOf(sheet)) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThan(sheet.width);
          expect(y).toBeLessThan(sheet.height);
        }
      }
    }
  });

  test("says on which page each item begins", () => {
    const { sheets, pages } = layOut(plan, SAT);
    expect(pages).toHaveLength(itemsOf(plan).length);
    for (const [row, page] of pages.entries()) {
      expect(textsOf(sheets[page - 1]).some(({ cell }) => cell?.row === row)).toBe(true);
    }
  });

  test("repeats title and header, or prints them once", () => {
    const count = (look: Look, text: string) =>
      layOut(plan, look)
        .sheets.flatMap(textsOf)
        .filter((mark) => mark.text === text).length;
    const pages = layOut(plan, SAT).sheets.length;
    expect(pages).toBeGreaterThan(1);
    expect(count(SAT, plan.title)).toBe(pages);
    expect(count(SAT, "EJECUTADO")).toBe(pages);
    const once: Look = { ...SAT, headerOn: "first", titleOn: "first" };
    expect(count(once, plan.title)).toBe(1);
    expect(count(once, "EJECUTADO")).toBe(1);
  });

  test("prints a merged organ once, in the middle of its rows, and again on a new page if asked to", () => {
    const organ = (look: Look) =>
      layOut(entity, look).sheets.map(
        (sheet) => textsOf(sheet).filter(({ text }) => text.startsWith("GERENCIA DE SERVICIOS")).length,
      );
    const merged: Look = { ...MONTHS, organ: "merged" };
    expect(organ(merged).reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(
      organ({ ...merged, paper: [842, 300], organAgain: true }).filter((count) => count > 0).length,
    ).toBeGreaterThan(1);
    const each = organ(MONTHS).reduce((sum, count) => sum + count, 0);
    expect(each).toBe(
      itemsOf(entity).filter(({ labels }) => labels.organ?.startsWith("GERENCIA DE SERVICIOS")).length,
    );
  });

  test("prints a band over the rows of each organ", () => {
    const look: Look = { ...BASE_LOOK, columns: withoutOrgan(INTERLEAVED), numbers: PLAIN, organ: "band" };
    const texts = layOut(entity, look).sheets.flatMap(textsOf);
    for (const { name } of MUNICIPALITY.organs) {
      const bands = texts.filter(({ text }) => text === name);
      expect(bands).toHaveLength(1);
      expect(bands[0]?.cell).toBeUndefined();
    }
  });

  test("parts a row at the end of a page, and loses none of its words", () => {
    const look: Look = {
      ...MONTHS,
      organ: "merged",
      headerOn: "first",
      titleOn: "first",
      partRows: true,
      valign: "top",
    };
    const { sheets, pages } = layOut(entity, look);
    const column = columnOf("activity", look);
    const parted = itemsOf(entity).flatMap((item, row) => {
      const on = sheets.filter((sheet) =>
        textsOf(sheet).some(({ cell }) => cell?.row === row && cell.column === column),
      );
      if (item.kind === "activity") expect(cellOf(sheets, row, column)).toBe(item.labels.activity);
      return on.length > 1 ? [{ row, first: sheets.indexOf(on[0] as Sheet) + 1 }] : [];
    });
    expect(parted.length).toBeGreaterThan(0);
    for (const { row, first } of parted) expect(pages[row]).toBe(first);
  });

  test("puts the left half of the columns on one page and the right half on the next", () => {
    const { sheets, pages } = layOut(plan, { ...SAT, facingFrom: 17 });
    const [left, right] = sheets;
    expect(sheets.length % 2).toBe(0);
    expect(new Set(pages.map((page) => page % 2))).toEqual(new Set([1]));
    expect(Math.max(...textsOf(left).map(({ cell }) => cell?.column ?? 0))).toBe(16);
    expect(Math.min(...textsOf(right).map(({ cell }) => cell?.column ?? 36))).toBe(17);
    const y = (sheet: Sheet | undefined, column: number) =>
      textsOf(sheet).find(({ cell }) => cell?.row === 3 && cell.column === column)?.y;
    expect(y(right, 20)).toBe(y(left, 16));
  });

  test("begins each table with its heading and header", () => {
    const two = entityPlan(MUNICIPALITY, {
      seed: 41,
      year: 2024,
      rows: 18,
      subtotal: null,
      total: null,
      blankZeros: false,
      tables: 2,
    });
    const texts = layOut(two, { ...BASE_LOOK, columns: INTERLEAVED, numbers: PLAIN })
      .sheets.flatMap(textsOf)
      .map(({ text }) => text);
    expect(texts.filter((text) => text === "CENTRO DE COSTO")).toHaveLength(2);
    expect(texts.filter((text) => text.includes("GRUPO"))).toEqual(two.tables.map(({ heading }) => heading));
  });

  test("counts pages before the table", () => {
    const { sheets, pages } = layOut(plan, { ...SAT, cover: true, pageNumbers: true });
    expect(pages[0]).toBe(3);
    expect(textsOf(sheets[1]).map(({ text }) => text)).toContain(`Página 2 de ${sheets.length}`);
  });

  test("runs month names upwards, and only theirs", () => {
    const upright = layOut(plan, { ...SAT, verticalHeader: true })
      .sheets.flatMap(textsOf)
      .filter(({ angle }) => angle === 90);
    expect(new Set(upright.map(({ text }) => text))).toEqual(
      new Set(["META", "PROG", "EJC", ..."ENE FEB MAR ABR MAY JUN JUL AGO SET OCT NOV DIC".split(" ")]),
    );
  });

  test("draws no rule where there are none, and shades every other row", () => {
    const kinds = (look: Look) =>
      new Set(layOut(plan, look).sheets.flatMap(({ marks }) => marks.map(({ kind }) => kind)));
    expect(kinds({ ...SAT, rules: "none" })).toEqual(new Set(["text"]));
    expect(kinds({ ...SAT, rules: "none", zebra: "#eeeeee" })).toEqual(new Set(["text", "fill"]));
    expect(kinds(SAT)).toEqual(new Set(["text", "line"]));
  });

  test("no rule between its rows crosses a merged organ", () => {
    const look: Look = { ...MONTHS, rules: "rows", organ: "merged" };
    const [sheet] = layOut(entity, look).sheets;
    const short = (sheet?.marks ?? []).filter((mark) => mark.kind === "line" && mark.x1 > look.margin + 1);
    expect(short.length).toBeGreaterThan(5);
  });
});
