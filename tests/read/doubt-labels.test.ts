import { describe, expect, it } from "vitest";
import type { Line } from "../../src/document.ts";
import { doubtLabels } from "../../src/read/doubt-labels.ts";

const line = (page: number, number: number): Line => ({ page, number, text: "x", pieces: [] });

describe("doubtLabels", () => {
  it("says nothing where nothing is doubted", () => {
    expect(doubtLabels([])).toEqual([]);
  });

  it("names the lines, page by page", () => {
    const flags = doubtLabels([line(1, 3), line(1, 4), line(1, 9), line(2, 12)]);
    expect(flags.map(({ code, severity }) => [code, severity])).toEqual([
      ["labels-doubted", "warning"],
      ["labels-doubted", "warning"],
    ]);
    expect(flags[0]!.message).toMatch(/^Page 1: .*: 3-4, 9$/);
    expect(flags[1]!.message).toMatch(/^Page 2: .*: 12$/);
  });
});
