import { describe, expect, it } from "vitest";
import { createPrintTest, letters } from "../../src/blocks/letters.ts";

describe("letters", () => {
  it.each([
    ["A ño", "ANO"],
    ["S/ .", "S"],
    ["% Avance", "%AVANCE"],
    ["FÍSICO", "FISICO"],
    ["·–·", ""],
  ])("of %s are %s", (text, found) => {
    expect(letters(text)).toBe(found);
    expect(letters(text)).toBe(found);
  });
});

describe("a test of prints", () => {
  const test = createPrintTest(["AOI#", "TOTAL AÑO #:", "#AO#"]);
  it.each([
    ["AOI00008400471", ["00008400471"]],
    ["aoi 12", ["12"]],
    ["Total A ño 2021 :", ["2021"]],
    ["12AO0034", ["12", "0034"]],
  ])("finds what # stands for in %s", (text, digits) => {
    expect(test(text)?.digits).toEqual(digits);
  });

  it.each(["AOI", "AOI12x", "xAOI12", "TOTAL AÑO", "", "-"])("does not take %s", (text) => {
    expect(test(text)).toBeNull();
  });

  it("takes no marks of patterns for what they mean there", () => {
    expect(createPrintTest(["A.*"])("ABC")).toBeNull();
    expect(() => createPrintTest(["(["])).not.toThrow();
  });

  it("may be asked for how a text begins", () => {
    const begins = createPrintTest(["AEI.#.#"], { isWhole: false });
    expect(begins("AEI.01.02 MEJORAR")?.length).toBe(7);
    expect(begins("LA AEI.01.02")).toBeNull();
  });

  it("takes no text without end", () => {
    expect(test(`AOI${"1".repeat(100_000)}`)).toBeNull();
  });
});
