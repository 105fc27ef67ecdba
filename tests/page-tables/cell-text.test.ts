import { describe, expect, it } from "vitest";
import { cellText } from "../../src/page-tables/cell-text.ts";
import { wordAt, wordsAt } from "./words.ts";

const turned = (text: string, angle: 90 | 270, box: readonly [number, number, number, number]) => ({
  ...wordAt(text, 0, 0),
  angle,
  box,
});

describe("cellText", () => {
  it("reads lines from the top and each from the left, in whatever order words come", () => {
    const words = [wordAt("ANUAL", 10, 32), wordAt("PLAN", 10, 20), wordAt("OPERATIVO", 40, 20)];
    expect(cellText(words)).toBe("PLAN OPERATIVO ANUAL");
  });

  it("takes words of one line for one line though their baselines differ a little", () => {
    expect(cellText([wordAt("B", 40, 20), wordAt("A", 10, 22)])).toBe("A B");
    expect(cellText([wordAt("B", 40, 20), wordAt("A", 10, 26)])).toBe("B A");
  });

  it("reads upwards from the bottom, lines from left to right", () => {
    const words = [
      turned("MEDIDA", 90, [20, 40, 30, 70]),
      turned("DE", 90, [10, 30, 20, 40]),
      turned("UNIDAD", 90, [10, 45, 20, 75]),
    ];
    expect(cellText(words)).toBe("UNIDAD DE MEDIDA");
  });

  it("reads downwards from the top, lines from right to left", () => {
    const words = [
      turned("MEDIDA", 270, [10, 40, 20, 70]),
      turned("UNIDAD", 270, [20, 30, 30, 60]),
      turned("DE", 270, [20, 65, 30, 75]),
    ];
    expect(cellText(words)).toBe("UNIDAD DE MEDIDA");
  });

  it("puts no space before a sign that begins no word", () => {
    expect(cellText([wordAt("N", 60, 20), wordAt("°", 10, 32), wordAt("27972", 16, 32)])).toBe("N° 27972");
  });

  it("puts a word together that a line breaks within, and leaves marks between words", () => {
    const lines = (...texts: string[]) => texts.flatMap((text, i) => wordsAt(text, 10, 20 + 12 * i));
    expect(cellText(lines("DIRECTIVA N° 003-", "2021/", "GM"))).toBe("DIRECTIVA N° 003-2021/GM");
    expect(cellText(lines("PLANES -", "PROYECTOS /", "OBRAS"))).toBe("PLANES - PROYECTOS / OBRAS");
    expect(cellText(lines("GASTOS-", "(ANEXO)"))).toBe("GASTOS- (ANEXO)");
  });

  it("is empty without words", () => {
    expect(cellText([])).toBe("");
  });
});
