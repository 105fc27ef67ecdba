import { expect, test } from "vitest";
import type { Word } from "../../src/document.ts";
import { createHeaderVocabulary } from "../../src/grid/header-vocabulary.ts";
import { layOut } from "../../src/page-tables/lay-out.ts";
import { town } from "../read/family-fixture.ts";
import { planHeader, planPage, planRow } from "./plan-page.ts";
import { wordAt } from "./words.ts";

/** The first word of each line under a header with a short word under it, and lines across at some heights. */
function under(text: string, x: number, ...ruled: readonly number[]): string[] {
  const row = planRow(137, "ALCALDÍA", "Supervisar obras", "ACCIONES");
  const horizontal = ruled.map((at) => ({ at, from: 20, to: 580 }));
  const page = { ...planPage([...planHeader(112), wordAt(text, x, 122), ...row]), horizontal };
  const { sections } = layOut(page, town, createHeaderVocabulary(town), []);
  return sections.flatMap(({ lines }) => lines.map(({ words }) => words[0]!.text));
}

test("the end of a name that its cell breaks is the header's, where the line that ends this is under it", () => {
  expect(under("N", 270, 126)).toEqual(["ALCALDÍA"]);
  expect(under("N", 270, 116, 126)).toEqual(["N", "ALCALDÍA"]);
  expect(under("N", 270)).toEqual(["N", "ALCALDÍA"]);
});

test("what may name an organ or be a text of its own is none", () => {
  expect(under("OCI", 20, 126)).toEqual(["OCI", "ALCALDÍA"]);
  expect(under("Obra", 270, 126)).toEqual(["Obra", "ALCALDÍA"]);
});

test("what runs up the side of the page is no text of the rows beside it", () => {
  const row = planRow(137, "ALCALDÍA", "Supervisar obras", "ACCIONES").map((word) => shifted(word, 60));
  const side: Word = { ...wordAt("Copia", 5, 140), angle: 90, box: [5, 120, 15, 160] };
  const page = planPage([...planHeader(112).map((word) => shifted(word, 60)), side, ...row]);
  const { sections, lines, inside } = layOut(page, town, createHeaderVocabulary(town), []);
  const texts = (some: typeof lines) => some.flatMap(({ words }) => words.map(({ text }) => text));
  expect(texts(inside)).not.toContain("Copia");
  expect(sections[0]!.lines.map(({ words }) => words[0]!.text)).toEqual(["ALCALDÍA"]);
  expect(texts(lines)).toContain("Copia");
});

function shifted(word: Word, by: number): Word {
  const [left, top, right, bottom] = word.box;
  return { ...word, box: [left + by, top, right + by, bottom] };
}
