import { describe, expect, it } from "vitest";
import { createTotalReader } from "../../src/blocks/block-totals.ts";
import { wordAt, wordsAt } from "../page-tables/words.ts";
import { familyOf } from "./support.ts";

const family = familyOf({
  totals: [
    { prints: ["EJECUCIÓN FÍSICA POR AEI.#.#:"], rows: "since-last-total", cell: "physical.total" },
    { prints: ["EJECUCIÓN FINANCIERA POR AEI.#.#:"], rows: "since-last-total", cell: "financial.total" },
    { prints: ["TOTAL AÑO #"], rows: "each-year", cell: "financial.total" },
    { prints: ["SUBTOTAL"], rows: "all", line: "financial" },
  ],
});
const readWords = createTotalReader(family);
const read = (text: string) =>
  readWords(wordsAt(text, 20, 100)).map(({ index, text: name, year, number }) => [
    index,
    name,
    year,
    number?.text ?? null,
  ]);

describe("totals", () => {
  it("stand side by side, a code in the name of each", () => {
    expect(read("EJECUCIÓN FÍSICA POR AEI.01.02: 75.0 EJECUCIÓN FINANCIERA POR AEI.01.02: 1,456.50")).toEqual(
      [
        [0, "EJECUCIÓN FÍSICA POR AEI.01.02:", null, "75.0"],
        [1, "EJECUCIÓN FINANCIERA POR AEI.01.02:", null, "1,456.50"],
      ],
    );
  });

  it("name their year, and do not take it for their number", () => {
    expect(read("TOTAL AÑO 2021 1,200")).toEqual([[2, "TOTAL AÑO 2021", 2021, "1,200"]]);
    expect(read("TOTAL AÑO 2021")).toEqual([]);
  });

  it("may have what stands for no number", () => {
    expect(read("EJECUCIÓN FÍSICA POR AEI.01.02: S.P. EJECUCIÓN FINANCIERA POR AEI.01.02: -")).toEqual([
      [0, "EJECUCIÓN FÍSICA POR AEI.01.02:", null, "S.P."],
      [1, "EJECUCIÓN FINANCIERA POR AEI.01.02:", null, "-"],
    ]);
  });

  it("may have what stands for no number in two pieces", () => {
    const words = [...wordsAt("EJECUCIÓN FÍSICA POR AEI.01.02: S.P", 20, 100)];
    const point = wordAt(".", words.at(-1)!.box[2] - 1, 100);
    const [total] = readWords([...words, point]);
    expect(total!.number!.text).toBe("S.P.");
    expect(total!.words).toContain(point);
  });

  it("may name their currency", () => {
    expect(read("TOTAL AÑO 2021 S/. 1,200")).toEqual([[2, "TOTAL AÑO 2021", 2021, "1,200"]]);
  });

  it("may have their numbers in the columns", () => {
    const words = wordsAt("SUBTOTAL S/ 1 2 3", 20, 100);
    expect(readWords(words)).toMatchObject([{ index: 3, number: null }]);
    expect(readWords(words)[0]!.words).toEqual(words);
  });

  it.each(["EJECUCIÓN FÍSICA", "SUBTOTAL", "TOTAL AÑO 2021 de soles 5", "Informe SUB TOTALES 5", ""])(
    "are not read from %j",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
