import { expect, it } from "vitest";
import { createLineFilter } from "../../src/read/line-filter.ts";
import { town } from "./family-fixture.ts";

const filter = createLineFilter(town, [], [], false, new Set());
const isPageNumber = (text: string) => filter.isPageNumber({ page: 7, number: 1, text, pieces: [] });

it.each([
  "Página 1",
  "Pág. 2 de 14",
  "Página 1   Página 2",
  "- 3 -\t- 4 -",
  "PÁG.   3   ",
  "\tPágina    1    DE   3",
])(
  "takes the number of a page, or those of both halves of a sheet, for no row, whatever gaps it has: %s",
  (text) => expect(isPageNumber(text)).toBe(true),
);

it.each(["Página 1   12", "ALCALDÍA   Página 2"])(
  "takes what stands beside a page number into account: %s",
  (text) => expect(isPageNumber(text)).toBe(false),
);
