import { describe, expect, it } from "vitest";
import type { PrintedRow } from "../../src/document.ts";
import { placeExtra } from "../../src/read/place-extra.ts";
import { compileEquation } from "../../src/rules/equation.ts";

const CELLS = ["target", "extra.progress", "programmed.jan", "programmed.feb"];
const equation = compileEquation("target = programmed.jan..feb", 0, CELLS);
const row = (...texts: string[]): PrintedRow => ({
  kind: "activity",
  page: 1,
  line: 1,
  text: "",
  labels: {},
  tokens: texts.map((text) => ({ text, page: 1, box: null })),
});
const place = (rows: readonly PrintedRow[], cells = CELLS) =>
  placeExtra(cells, rows, [equation], { decimal: ".", thousands: null }).join(" ");

describe("placeExtra", () => {
  it("keeps the column where its name is printed while nothing speaks against it", () => {
    expect(place([row("3", "100", "1", "2")])).toBe("target extra.progress programmed.jan programmed.feb");
    expect(place([])).toBe(CELLS.join(" "));
  });

  it("puts it where the per cent signs stand", () => {
    expect(place([row("2", "1", "1", "100%")])).toBe("target programmed.jan programmed.feb extra.progress");
    expect(place([row("100 %", "2", "1", "1")])).toBe("extra.progress target programmed.jan programmed.feb");
  });

  it("puts it where the sums hold", () => {
    const last = ["target", "programmed.jan", "programmed.feb", "extra.progress"];
    expect(place([row("3", "1", "2", "66.7"), row("5", "2", "3", "100")])).toBe(last.join(" "));
    expect(place([row("3", "100", "1", "2")], last)).toBe(CELLS.join(" "));
  });

  it("asks whole rows only, and leaves a table alone that has two such columns", () => {
    expect(place([row("2", "1", "100%")])).toBe(CELLS.join(" "));
    const two = [...CELLS, "extra.code"];
    expect(place([row("3", "1", "2", "100%", "7")], two)).toBe(two.join(" "));
  });
});
