import { expect, it } from "vitest";
import { findWords } from "../../src/grid/header-phrases.ts";
import { createHeaderVocabulary } from "../../src/grid/header-vocabulary.ts";
import { stackWords } from "../../src/grid/stack-words.ts";
import { town } from "../read/family-fixture.ts";

const vocabulary = createHeaderVocabulary(town);
const stack = (...lines: string[]) =>
  stackWords(
    lines.map((line) => vocabulary.findPhrases(findWords(line))),
    vocabulary,
  ).map(({ text, meaning }) => [text, meaning?.key]);

it("joins the halves of a name", () => {
  expect(stack("   ÓRGANO", "  /UNIDAD", "  ORGÁNICA")).toEqual([["ÓRGANO /UNIDAD ORGÁNICA", "organ"]]);
});

it("keeps a name's meaning with words under it that add none", () => {
  expect(stack("META", "(a)")).toEqual([["META (a)", "target"]]);
});

it("keeps two names two, though they overlap", () => {
  expect(stack("ACTIVIDAD POI", "       META")).toEqual([
    ["ACTIVIDAD POI", "activity"],
    ["META", "target"],
  ]);
});

it("keeps apart what stands side by side", () => {
  expect(stack("META   ÓRGANO").map(([, key]) => key)).toEqual(["target", "organ"]);
});
