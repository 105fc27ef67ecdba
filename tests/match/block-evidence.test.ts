import { describe, expect, it } from "vitest";
import { createBlockEvidence } from "../../src/match/block-evidence.ts";
import { fold } from "../../src/text/fold.ts";
import { familyOf, MONTHS } from "../blocks/support.ts";

const TITLE = "Plan de bloques 2024";
const HEADER = ["PROGRAMACIÓN", `CODIGO ACTIVIDAD OPERATIVA U.M. TIPO ${MONTHS.join(" ")} TOTAL`];
const ROWS = [
  "AOI1 Informar FÍSICO 1 1 1 1",
  "FINANC. S/. 2 2 2 2",
  "AOI2 Revisar FÍSICO",
  "3 3 3 3",
  "FINANC. 4 4 4",
];

const gather = (lines: readonly string[], family = familyOf()) => {
  const evidence = createBlockEvidence(family);
  for (const [i, line] of lines.entries()) evidence.see(i, fold(line), fold(line).split(" "));
  return evidence;
};
const score = (...lines: string[]) => gather(lines).score();

describe("evidence of a family of blocks", () => {
  it("is whole with its title, its header and its lines", () => {
    expect(score(TITLE, ...HEADER, ...ROWS)).toBeCloseTo(1);
  });

  it("is less without a title, or with fewer lines", () => {
    expect(score(...HEADER, ...ROWS)).toBeCloseTo(0.8);
    expect(score(TITLE, ...HEADER, ...ROWS.slice(0, 2))).toBeCloseTo(0.85);
  });

  it("is none without all kinds of lines, or without the header", () => {
    expect(score(TITLE, ...HEADER, ...ROWS.filter((row) => row.includes("FÍSICO")))).toBe(0);
    expect(score(TITLE, ...ROWS)).toBe(0);
    expect(score(TITLE, ...HEADER)).toBe(0);
  });

  it("is none where words that begin the names of lines stand but here and there", () => {
    const others = Array.from({ length: 30 }, (_, i) => `AOI${i} Revisar 5 5 5 5`);
    expect(score(TITLE, ...HEADER, ...ROWS, ...others)).toBe(0);
  });

  it("is none where a header's words stand far apart", () => {
    const apart = HEADER.join(" ")
      .split(" ")
      .flatMap((word) => [word, ...new Array(12).fill("prosa")]);
    expect(score(TITLE, ...apart, ...ROWS)).toBe(0);
  });

  it("is none in prose that speaks of it", () => {
    expect(score("El avance físico y financ. de la programación por tipo y actividad en 3 años")).toBe(0);
  });

  it("has a header once it has a score", () => {
    expect(gather([TITLE]).hasHeader()).toBe(false);
    expect(gather([...HEADER, ...ROWS]).hasHeader()).toBe(true);
  });
});
