import { expect, it } from "vitest";
import { joinAbsences } from "../../src/blocks/join-absences.ts";
import { wordAt } from "../page-tables/words.ts";
import { familyOf } from "./support.ts";

const join = joinAbsences(familyOf());
const texts = (words: ReturnType<typeof wordAt>[]) => join(words).map(({ text }) => text);

it("joins what stands for no number where it is drawn in pieces, and keeps its place", () => {
  const [joined] = join([wordAt("S.P", 100, 100), wordAt(".", 116, 100)]);
  expect([joined!.text, joined!.box]).toEqual(["S.P.", [100, 92.5, 121, 102]]);
});

it("joins nothing else, nor over a gap", () => {
  expect(texts([wordAt("S.P", 100, 100), wordAt(".", 130, 100)])).toEqual(["S.P", "."]);
  expect(texts([wordAt("12", 100, 100), wordAt(".", 111, 100)])).toEqual(["12", "."]);
  expect(texts([wordAt("S.P.", 100, 100), wordAt("S.P.", 121, 100)])).toEqual(["S.P.", "S.P."]);
});

it("changes nothing in a family that prints none", () => {
  const words = [wordAt("S.P", 100, 100), wordAt(".", 116, 100)];
  expect(joinAbsences(familyOf({ absences: [] }))(words)).toEqual(words);
});
