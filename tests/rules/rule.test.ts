import { describe, expect, it } from "vitest";
import { PoiError } from "../../src/errors.ts";
import { seriesCells } from "../../src/rules/cell-names.ts";
import { compileRule } from "../../src/rules/rule.ts";

const cells = new Set(["a", "b", "c"].flatMap((key) => [...seriesCells(key), `${key}.total`]));
const compile = (text: string) => compileRule(text, { tolerance: 0, whole: 0.5 }, cells);

describe("compileRule", () => {
  it("reads sums of ranges and of cells", () => {
    const rule = compile("a.total = a.jan..mar + b.q1");
    expect(rule).toEqual({
      text: "a.total = a.jan..mar + b.q1",
      kind: "sum",
      total: "a.total",
      terms: ["a.jan", "a.feb", "a.mar", "b.q1"],
      tolerance: 0,
      whole: 0.5,
    });
  });

  it.each([
    ["a.total = last a.jan..feb", "last", ["a.jan", "a.feb"]],
    ["a.total = none", "none", []],
    ["a.total = percent b.total of c.total", "percent", ["b.total", "c.total"]],
  ])("reads %s", (text, kind, terms) => {
    expect(compile(text)).toMatchObject({ kind, total: "a.total", terms });
  });

  it.each([
    ["a.total", "one equals sign and two sides"],
    ["a.total = ", "one equals sign and two sides"],
    ["a.total = b.total = c.total", "one equals sign and two sides"],
    ["a.total = percent b.total", "written like percent a.total of b.total"],
    ["a.total = percent b.total in c.total", "written like percent a.total of b.total"],
    ["a.total = d.total", "it has no d.total"],
    ["d.total = a.total", "it has no d.total"],
    ["a.total = a.total", "name each cell once"],
    ["a.total = b.q1 + b.q1", "name each cell once"],
    ["a.total = a.dec..jan", "from a month to a later month"],
    ["a.total = last", "it has no last"],
    ["a.total = 7", "A cell must be written like"],
    ["a.jan..feb = b.total", "The left side of a rule must be a single cell"],
    ["a.total = percent b.jan..feb of c.total", "A share must be of single cells"],
  ])("refuses %s and says why", (text, why) => {
    expect(() => compile(text)).toThrow(PoiError);
    expect(() => compile(text)).toThrow(why);
  });
});
