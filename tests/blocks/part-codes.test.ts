import { expect, test } from "vitest";
import { createCodeParter } from "../../src/blocks/part-codes.ts";
import { wordAt } from "../page-tables/words.ts";
import { familyOf, tablePage } from "./support.ts";

const part = createCodeParter(familyOf());
const parted = (text: string) =>
  part(tablePage([wordAt(text, 20, 100)])).words.map((word) => [word.text, word.box[0], word.box[2]]);

test.each([
  ["OEI.03REDUCIR", ["OEI.03", "REDUCIR"]],
  ["AEI.03.01VÍAS", ["AEI.03.01", "VÍAS"]],
  ["AOI00012MEJORA", ["AOI00012", "MEJORA"]],
  ["S/.55,601", ["S/.", "55,601"]],
])("%s is a code and the name that touches it", (text, parts) => {
  const [first, second] = parts as [string, string];
  const at = 20 + 5 * first.length;
  expect(parted(text)).toEqual([
    [first, 20, at],
    [second, at, at + 5 * second.length],
  ]);
});

test.each(["OEI.03", "OEI.03A", "AOI00012", "S/", "S/.", "SNIP2454990", "3ER"])("%s is one word", (text) => {
  expect(parted(text)).toHaveLength(1);
});
