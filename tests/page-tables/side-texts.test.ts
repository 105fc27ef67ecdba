import { expect, test } from "vitest";
import type { Word } from "../../src/document.ts";
import { findSideTexts } from "../../src/page-tables/side-texts.ts";
import { pageOf, wordAt } from "./words.ts";

const upright = (x: number) => wordAt("ALCALDÍA", x, 300);
const turned = (x: number): Word => ({ ...wordAt("Copia", x, 300), angle: 90, box: [x, 200, x + 10, 400] });
const found = (...words: Word[]) => findSideTexts(pageOf({ words })).size;

test("finds texts that run along the edge of the page, apart from all others", () => {
  expect(found(turned(5), upright(60))).toBe(1);
  expect(found(turned(585), upright(500))).toBe(1);
});

test("leaves those that stand as near to others as columns do, or nearer than to the edge", () => {
  expect(found(turned(5), upright(24))).toBe(0);
  expect(found(turned(40), upright(80))).toBe(0);
  expect(found(turned(5), upright(60), upright(0))).toBe(0);
  expect(found(turned(5), upright(60), wordAt("Exp.", 0, 60))).toBe(1);
  expect(found(upright(60))).toBe(0);
});
