import { describe, expect, it } from "vitest";
import type { PlacedLine } from "../../src/page-tables/place-words.ts";
import { nearest, spreadMerged } from "../../src/page-tables/spread-merged.ts";
import { wordsAt } from "./words.ts";

const line = (text: string, y: number): PlacedLine => {
  const words = wordsAt(text, 20, y);
  return { y, size: 10, cells: [words], values: 0, words, isDoubted: false };
};
/** Rows of one line each. */
const rowsAt = (...ys: readonly number[]) => ys.map((y) => ({ y, first: y, last: y }));

/** For each row the texts it is given; unsure ones in brackets. */
function spread(
  printed: readonly PlacedLine[],
  rows: ReturnType<typeof rowsAt>,
  stops: readonly number[] = [],
  lines: readonly number[] = [],
): string[] {
  const given = rows.map((): string[] => []);
  spreadMerged(
    printed,
    rows,
    stops,
    true,
    (lines) => [lines],
    (line, row, isUnsure) => {
      const text = (line?.words ?? []).map((word) => word.text).join(" ");
      given[row]!.push(isUnsure ? `[${text}]` : text);
    },
    new Map(),
    new Set(lines),
  );
  return given.map((texts) => texts.join(" "));
}

describe("spreadMerged", () => {
  it("gives a text in the middle of its rows to all of them", () => {
    const printed = [line("OBRAS", 120), line("RENTAS", 170)];
    expect(spread(printed, rowsAt(100, 120, 140, 160, 180))).toEqual([
      "OBRAS",
      "OBRAS",
      "OBRAS",
      "RENTAS",
      "RENTAS",
    ]);
  });

  it("gives a text beside the first of its rows to all of them", () => {
    const printed = [line("OBRAS", 100), line("RENTAS", 140)];
    expect(spread(printed, rowsAt(100, 120, 140, 160, 180))).toEqual([
      "OBRAS",
      "OBRAS",
      "RENTAS",
      "RENTAS",
      "RENTAS",
    ]);
  });

  it("keeps the lines of one text together", () => {
    const printed = [line("GERENCIA", 114), line("DE OBRAS", 126)];
    expect(spread(printed, rowsAt(100, 120, 140))).toEqual(new Array(3).fill("GERENCIA DE OBRAS"));
  });

  it("lets no text reach over what ends its rows", () => {
    const printed = [line("OBRAS", 110), line("RENTAS", 170)];
    expect(spread(printed, rowsAt(100, 120, 160, 180), [140])).toEqual([
      "OBRAS",
      "OBRAS",
      "RENTAS",
      "RENTAS",
    ]);
  });

  it("says that it is unsure where the texts may stand for other rows as well", () => {
    // RENTAS stands beside the first of three rows, and in the middle of five.
    const given = spread([line("OBRAS", 100), line("RENTAS", 160)], rowsAt(100, 120, 140, 160, 180, 200));
    expect(given.every((text) => text.startsWith("["))).toBe(true);
  });

  it("is unsure of lines without a gap that may be two texts: the end of one alone pushes down the row beside the other", () => {
    const printed = [
      line("OFICINA", 100),
      line("DE OBRAS", 112),
      line("OFICINA", 124),
      line("DE RENTAS", 136),
    ];
    const both = "OFICINA DE OBRAS OFICINA DE RENTAS";
    const texts = both.replace(/OFICINA|DE \w+/g, "[$&]");
    expect(spread(printed, rowsAt(100, 124, 136, 148))).toEqual(new Array(4).fill(texts));
    expect(spread(printed, rowsAt(100, 118, 130, 142))).toEqual(new Array(4).fill(both));
  });

  it("is unsure of lines beside rows that stand as close, but for those that say that they go on", () => {
    const tight = rowsAt(100, 112, 124);
    expect(spread([line("ALCALDÍA", 100), line("RENTAS", 112)], tight)[0]).toBe("[ALCALDÍA] [RENTAS]");
    expect(spread([line("OFICINA DE", 100), line("RENTAS", 112)], tight)[0]).toBe("OFICINA DE RENTAS");
    expect(spread([line("OBRAS", 100), line("Y RENTAS", 112)], tight)[0]).toBe("OBRAS Y RENTAS");
  });

  it("is sure of a text between two lines, wherever it stands, but for the first and the last one", () => {
    const printed = [line("ALCALDÍA", 89), line("OBRAS", 150), line("OCI", 269)];
    const rows = rowsAt(80, 100, 120, 180, 240, 260, 280);
    const lines = [70, 110, 250, 300];
    const inCells = ["OBRAS", "OBRAS", "OBRAS"];
    expect(spread(printed, rows, lines, lines).slice(2, 5)).toEqual(inCells);
    expect(spread(printed, rows, lines).slice(2, 5)).not.toEqual(inCells);
  });

  it("gives each of more texts than rows to the row it is nearest to, unsure", () => {
    const printed = [line("OBRAS", 100), line("RENTAS", 120), line("OCI", 160)];
    expect(spread(printed, rowsAt(105, 155))).toEqual(["[OBRAS] [RENTAS]", "[OCI]"]);
  });

  it("gives nothing where no row stands", () => {
    expect(spread([line("OBRAS", 100)], [])).toEqual([]);
    expect(spread([line("OBRAS", 100)], rowsAt(200), [150])).toEqual([""]);
  });
});

describe("nearest", () => {
  it("is the place at the least distance, the first of equal ones", () => {
    expect(nearest([{ y: 10 }, { y: 20 }, { y: 40 }], 22)).toBe(1);
    expect(nearest([{ y: 10 }, { y: 20 }], 15)).toBe(0);
  });
});
