import { expect, test } from "vitest";
import { createHeadParter } from "../../src/blocks/part-heads.ts";
import { wordAt } from "../page-tables/words.ts";
import { familyOf, tablePage } from "./support.ts";

const part = createHeadParter(familyOf({ columns: [{ key: "total", header: ["AVANCE ACUMULADO"] }] }));
const parted = (text: string) =>
  part(tablePage([wordAt(text, 20, 100)])).words.map((word) => [word.text, word.box[0], word.box[2]]);

test("two words of heads that touch are two", () => {
  expect(parted("ACUMULADO.ACUMULADO")).toEqual([
    ["ACUMULADO.", 20, 70],
    ["ACUMULADO", 70, 115],
  ]);
});

test.each(["ACUMULADO.", "ACUMULADO.DE", "U.M.", "ACUMULADO.PARCIAL", "www.gob.pe"])(
  "%s is one word",
  (text) => {
    expect(parted(text)).toHaveLength(1);
  },
);
