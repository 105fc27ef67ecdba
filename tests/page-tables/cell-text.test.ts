import { describe, expect, it } from "vitest";
import { cellText } from "../../src/page-tables/cell-text.ts";
import { wordAt } from "./words.ts";

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

  it("is empty without words", () => {
    expect(cellText([])).toBe("");
  });
});
