import { describe, expect, test } from "vitest";
import { SAT_COLUMNS } from "../../../../bench/pdf/paper/column.ts";
import { INTERLEAVED, withoutOrgan } from "../../../../bench/pdf/paper/layouts.ts";
import { BASE_LOOK, type Look } from "../../../../bench/pdf/paper/look.ts";
import { PERUVIAN, PLAIN } from "../../../../bench/pdf/paper/number-style.ts";
import { MUNICIPALITY } from "../../../../bench/pdf/plan/entities.ts";
import { entityPlan } from "../../../../bench/pdf/plan/entity-plan.ts";
import { itemsOf } from "../../../../bench/pdf/plan/plan.ts";
import { seedPlan } from "../../../../bench/pdf/plan/sat-plan.ts";
import { htmlText } from "../../../../bench/pdf/print/html-text.ts";
import { printFods } from "../../../../bench/pdf/print/print-fods.ts";
import { printHtml } from "../../../../bench/pdf/print/print-html.ts";

const plan = seedPlan(12);
const SAT: Look = { ...BASE_LOOK, columns: SAT_COLUMNS, numbers: PLAIN };
const entity = entityPlan(MUNICIPALITY, {
  seed: 5,
  year: 2024,
  rows: 18,
  subtotal: "SUBTOTAL",
  total: "TOTAL",
  blankZeros: false,
  tables: 1,
});
const BAND: Look = { ...BASE_LOOK, columns: withoutOrgan(INTERLEAVED), numbers: PERUVIAN, organ: "band" };

const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;
const numbersOf = (cells: Readonly<Record<string, number | null>>) =>
  Object.values(cells).filter((value) => value !== null).length;

/** How many columns each row of a table covers, cells that reach down from rows above included. */
function widths(html: string): number[] {
  const open = new Map<number, number>();
  return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""], index) => {
    let wide = open.get(index) ?? 0;
    for (const [cell] of row.matchAll(/<t[dh][^>]*>/g)) {
      const across = Number(/colspan="(\d+)"/.exec(cell)?.[1] ?? 1);
      const down = Number(/rowspan="(\d+)"/.exec(cell)?.[1] ?? 1);
      wide += across;
      for (let below = 1; below < down; below++)
        open.set(index + below, (open.get(index + below) ?? 0) + across);
    }
    return wide;
  });
}

describe("printHtml", () => {
  test("prints a table as wide in every row, header and spanning cells included", () => {
    for (const look of [SAT, { ...SAT, organ: "merged" }] as Look[]) {
      expect(new Set(widths(printHtml(plan, look, null)))).toEqual(new Set([37]));
    }
    expect(new Set(widths(printHtml(entity, BAND, null)))).toEqual(new Set([BAND.columns.length]));
  });

  test("prints every number of every row", () => {
    const html = printHtml(plan, SAT, null);
    const all = itemsOf(plan).reduce((sum, { cells }) => sum + numbersOf(cells), 0);
    expect(count(html, /<td class="number">[\d.,]+<\/td>/g)).toBe(all);
  });

  test("gives each page a section with a header of its own", () => {
    const pages = itemsOf(plan).map((_, index) => (index < 6 ? 1 : 2));
    const html = printHtml(plan, SAT, pages);
    expect(count(html, /<section>/g)).toBe(2);
    expect(count(html, /<thead>/g)).toBe(2);
    expect(count(printHtml(plan, { ...SAT, headerOn: "first" }, pages), /<thead>/g)).toBe(1);
    expect(html.match(/Fuente:/g)).toHaveLength(1);
  });

  test("a merged organ that goes on over a page is printed on the first alone, or again", () => {
    const organs = itemsOf(plan).map(({ labels }) => labels.organ);
    const cut = organs.findIndex((organ, index) => index > 0 && organ === organs[index - 1]);
    const pages = organs.map((_, index) => (index < cut ? 1 : 2));
    const again = (organAgain: boolean) =>
      count(
        printHtml(plan, { ...SAT, organ: "merged", organAgain }, pages),
        new RegExp(`class="organ" rowspan="\\d+">${organs[cut]}<`, "g"),
      );
    expect(again(false)).toBe(1);
    expect(again(true)).toBe(2);
  });

  test("lets nothing of a text through as HTML", () => {
    expect(htmlText('<b a="1">&')).toBe("&#60;b a=&#34;1&#34;&#62;&#38;");
  });
});

describe("printFods", () => {
  /** Cells and covered cells of each row. */
  const rowWidths = (fods: string) =>
    [...fods.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row = ""]) =>
      count(row, /<table:(?:covered-)?table-cell/g),
    );

  test("has as many cells in every row as there are columns", () => {
    for (const look of [SAT, { ...SAT, organ: "merged" }] as Look[]) {
      expect(new Set(rowWidths(printFods(plan, look)))).toEqual(new Set([37]));
    }
    expect(new Set(rowWidths(printFods(entity, BAND)))).toEqual(new Set([BAND.columns.length]));
  });

  test("keeps numbers as numbers, and blanks empty", () => {
    const fods = printFods(plan, SAT);
    const all = itemsOf(plan).reduce((sum, { cells }) => sum + numbersOf(cells), 0);
    expect(count(fods, /office:value-type="float"/g)).toBe(all);
    expect(fods).toContain('office:value="628"');
  });

  test("groups thousands where the look does", () => {
    expect(printFods(plan, SAT)).toContain('number:grouping="false"');
    expect(printFods(entity, BAND)).toContain('number:grouping="true"');
  });

  test("closes every element it opens", () => {
    const stack: string[] = [];
    for (const [, close, name, own] of printFods(entity, BAND).matchAll(
      /<(\/?)([a-z]+:[a-z-]+)[^>]*?(\/?)>/g,
    )) {
      if (close === "/") expect(stack.pop()).toBe(name);
      else if (own !== "/") stack.push(name as string);
    }
    expect(stack).toEqual([]);
  });
});
