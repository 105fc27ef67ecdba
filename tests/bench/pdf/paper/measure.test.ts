import { describe, expect, test } from "vitest";
import { findOverlaps } from "../../../../bench/pdf/paper/find-overlaps.ts";
import { measure, wrap } from "../../../../bench/pdf/paper/measure.ts";
import type { Sheet, TextMark } from "../../../../bench/pdf/paper/sheet.ts";

describe("measure", () => {
  // Adobe's Helvetica metrics: a digit is 556 thousandths wide, a space 278, an A 667 (722 bold).
  test("uses Helvetica's own widths", () => {
    expect(measure("12", 10)).toBeCloseTo(11.12);
    expect(measure(" ", 100)).toBeCloseTo(27.8);
    expect(measure("A", 100)).toBeCloseTo(66.7);
    expect(measure("A", 100, true)).toBeCloseTo(72.2);
  });

  test("takes no kerning off", () => {
    expect(measure("AV", 10)).toBeCloseTo(measure("A", 10) + measure("V", 10));
  });
});

describe("wrap", () => {
  test("breaks between words, and no line but that of one long word is too wide", () => {
    const lines = wrap("GESTIÓN DE LA SEGURIDAD DE LAS TECNOLOGÍAS", 60, 6);
    expect(lines.join(" ")).toBe("GESTIÓN DE LA SEGURIDAD DE LAS TECNOLOGÍAS");
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(measure(line, 6)).toBeLessThanOrEqual(60);
  });

  test("leaves a word that is too wide whole", () => {
    expect(wrap("INTERINSTITUCIONAL", 10, 6)).toEqual(["INTERINSTITUCIONAL"]);
    expect(wrap("", 10, 6)).toEqual([""]);
  });
});

describe("findOverlaps", () => {
  const text = (x: number, y: number, cell = true): TextMark => ({
    kind: "text",
    x,
    y,
    text: "1234",
    size: 10,
    bold: false,
    angle: 0,
    colour: "#000000",
    ...(cell && { cell: { row: 0, column: 0 } }),
  });
  const sheet = (...marks: TextMark[]): Sheet => ({
    width: 100,
    height: 100,
    rotate: 0,
    sideways: false,
    marks,
  });

  test("finds texts over each other, and those that come too close", () => {
    expect(findOverlaps(sheet(text(0, 10), text(20, 10)))).toEqual([["1234", "1234"]]);
    expect(findOverlaps(sheet(text(0, 10), text(23, 10)))).toEqual([]);
    expect(findOverlaps(sheet(text(0, 10), text(23, 10)), 0.4)).toHaveLength(1);
  });

  test("lets other lines, and what is no cell, alone", () => {
    expect(findOverlaps(sheet(text(0, 10), text(0, 22)))).toEqual([]);
    expect(findOverlaps(sheet(text(0, 10), text(5, 10, false)))).toEqual([]);
  });
});
