import { describe, expect, it } from "vitest";
import { groupRows, type LineRole } from "../../src/read/group-rows.ts";

const roleOf = (line: string): LineRole =>
  line.startsWith("#") ? "row" : line.startsWith("=") ? "break" : "text";
const free = { text: () => 0, alignment: () => 0, doubt: 1 };
const show = (lines: readonly string[], costs = free as Parameters<typeof groupRows<string>>[2]) => {
  const { groups, left } = groupRows(lines, roleOf, costs);
  return [groups.map((group) => ("break" in group ? group.break : group.lines.join("+"))), left];
};

describe("groupRows", () => {
  it("leaves rows alone that have nothing between them", () => {
    expect(show(["#1", "#2"])).toEqual([["#1", "#2"], []]);
  });

  it("gives what stands over the first row and under the last one to them", () => {
    expect(show(["a", "#1", "b"])).toEqual([["a+#1+b"], []]);
  });

  it("never reaches over a break", () => {
    expect(show(["#1", "a", "=", "b", "#2"])).toEqual([["#1+a", "=", "b+#2"], []]);
  });

  it("aligns the whole document in one way", () => {
    const alignment: Parameters<typeof groupRows<string>>[2]["alignment"] = ({ lines, anchor }, way) => {
      const after = lines.length - 1 - anchor;
      return way === "top" ? anchor : way === "bottom" ? after : Math.abs(anchor - after);
    };
    expect(show(["#1", "a", "#2", "b", "c", "#3"], { text: () => 0, alignment, doubt: 1 })[0]).toEqual([
      "#1+a",
      "#2+b+c",
      "#3",
    ]);
    expect(show(["a", "#1", "b", "c", "#2"], { text: () => 0, alignment, doubt: 1 })[0]).toEqual([
      "a+#1",
      "b+c+#2",
    ]);
    expect(show(["a", "#1", "b", "c", "#2", "d"], { text: () => 0, alignment, doubt: 1 })[0]).toEqual([
      "a+#1+b",
      "c+#2+d",
    ]);
  });

  it("doubts texts between two rows that may be either's", () => {
    expect(groupRows(["#1", "a", "b", "#2"], roleOf, free).doubted).toEqual(["a", "b"]);
    expect(groupRows(["#1", "a", "=", "b", "#2"], roleOf, free).doubted).toEqual([]);
    expect(groupRows(["a", "#1", "#2", "b"], roleOf, free).doubted).toEqual([]);
  });

  it("doubts no text that only one row can take, and only the texts in between", () => {
    // The first row ends in "a" for sure; "b" may be anyone's.
    const text: Parameters<typeof groupRows<string>>[2]["text"] = ({ lines }) =>
      lines.join("").includes("#1") && !lines.includes("a") ? 5 : 0;
    const costs = { text, alignment: () => 0, doubt: 1 };
    expect(groupRows(["#1", "a", "b", "#2"], roleOf, costs).doubted).toEqual(["b"]);
    expect(groupRows(["#1", "a", "b", "#2"], roleOf, { ...costs, doubt: 6 }).doubted).toEqual(["a", "b"]);
  });

  it("leaves lines over where there is no row", () => {
    expect(show(["a", "=", "b"])).toEqual([["="], ["a", "b"]]);
    expect(show([])).toEqual([[], []]);
  });

  it("loses no line, whatever it does with it", () => {
    const prose = Array.from({ length: 60 }, (_, i) => `p${i}`);
    const [groups, left] = show(["#1", ...prose, "#2", ...prose]) as [string[], string[]];
    const kept = groups.flatMap((group) => group.split("+"));
    expect([...kept, ...left].sort()).toEqual(["#1", "#2", ...prose, ...prose].sort());
  });
});
