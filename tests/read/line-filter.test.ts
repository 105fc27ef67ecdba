import { expect, it } from "vitest";
import { createLineFilter } from "../../src/read/line-filter.ts";
import { town } from "./family-fixture.ts";

const filter = createLineFilter(town, [], [], false, new Set());
const isPageNumber = (text: string) => filter.isPageNumber({ page: 7, number: 1, text, pieces: [] });

it.each(["Página 1", "Pág. 2 de 14", "Página 1   Página 2", "- 3 -\t- 4 -"])(
  "takes the numbers of a page, or of both that are halves of one sheet, for no row: %s",
  (text) => expect(isPageNumber(text)).toBe(true),
);

it.each(["Página 1   12", "ALCALDÍA   Página 2"])(
  "takes what stands beside a page number into account: %s",
  (text) => expect(isPageNumber(text)).toBe(false),
);
