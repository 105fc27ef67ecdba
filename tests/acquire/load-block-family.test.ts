import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadFamily } from "../../src/acquire/load-family.ts";
import { isBlockFamily } from "../../src/is-block-family.ts";
import { writtenFamily } from "../blocks/support.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "blocks-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});
const load = async (family: unknown) => {
  await writeFile(join(folder, "family.json"), JSON.stringify(family, null, 2));
  return await loadFamily(folder);
};

describe("a family of blocks in a folder of the user's", () => {
  it("is loaded, its defaults filled in and its rules compiled", async () => {
    const family = await load(writtenFamily());
    if (!isBlockFamily(family)) throw new Error("it is one of lines");
    expect(family).toMatchObject({ passOver: [], oncePerBlock: [], organs: [], units: [] });
    expect(family.context[0]).toEqual({
      key: "organ",
      codeKey: "organCode",
      begins: ["CENTRO DE COSTO"],
      prints: [],
    });
    expect(family.totals[0]!.by).toBe("sum");
    expect(family.rules.map(({ kind, terms, whole }) => [kind, terms.length, whole])).toEqual([
      ["sum", 12, 0],
      ["sum", 12, 0.5],
    ]);
  });

  it("takes names of organs beside it", async () => {
    await writeFile(
      join(folder, "organs.json"),
      JSON.stringify([{ id: "a", name: "Área A", aliases: ["AA"] }]),
    );
    expect((await load(writtenFamily())).organs[0]).toMatchObject({ aliases: [{ name: "AA" }] });
  });
});

describe("mistakes in it are named, with the file and the key", () => {
  const { labels, series, totals, lines, context, groups } = writtenFamily();
  const total = totals![0]!;
  it.each<[string, Record<string, unknown>, string]>([
    ["another layout", { layout: "lines" }, 'layout must be right (Invalid input: expected "blocks")'],
    ["a key of other families", { target: { header: ["META"] } }, "target must not be there"],
    ["no code", { code: undefined }, "code must be an object: current value is missing"],
    [
      "a code no label has",
      { code: { key: "codigo", prints: ["AOI#"] } },
      'code.key must be the key of a label or of its code: current value is "codigo"',
    ],
    [
      "a code without letters",
      { code: { key: "activityCode", prints: ["--"] } },
      'code.prints[0] must have a letter or a digit: current value is "--"',
    ],
    [
      "a title without letters",
      { recognise: { title: ["…"] } },
      "recognise.title[0] must have a letter or a digit",
    ],
    [
      "a header without letters",
      { labels: [{ ...labels[0], header: ["."] }, ...labels.slice(1)] },
      "labels[0].header[0] must have a letter or a digit",
    ],
    [
      "a kind of line without letters",
      { lines: { ...lines, kinds: [{ key: "physical", prints: ["-"] }, lines.kinds[1]] } },
      "lines.kinds[0].prints[0] must have a letter or a digit",
    ],
    [
      "a context without letters",
      { context: [{ key: "organ", begins: [":"] }] },
      "context[0].begins[0] must have a letter or a digit",
    ],
    [
      "a label twice",
      { context: [...context, { key: "unit", begins: ["X"] }] },
      'context[3].key must be a key of its own: another has it: current value is "unit"',
    ],
    ["a series twice", { series: [...series, series[0]] }, "series[2].key must be a key of its own"],
    ["a group twice", { groups: [...groups, groups[0]] }, "groups[1].key must be a key of its own"],
    [
      "a column twice",
      {
        columns: [
          { key: "total", header: ["A"] },
          { key: "total", header: ["B"] },
        ],
      },
      "columns[1].key must be a key of its own",
    ],
    [
      "a column that is a month",
      {
        columns: [
          { key: "jan", header: ["A"] },
          { key: "total", header: ["B"] },
        ],
      },
      "columns[0].key must not be the key of a month or a quarter",
    ],
    [
      "a series of no line",
      { series: [{ ...series[0], line: "mental" }, series[1]] },
      'series[0].line must be the key of a line: current value is "mental"',
    ],
    [
      "a series of no group",
      { series: [{ ...series[0], group: "executed" }, series[1]] },
      'series[0].group must be the key of a group: current value is "executed"',
    ],
    [
      "a series with a reserved key",
      { series: [...series, { ...series[0], key: "extra" }] },
      "series[2].key must not be target or extra",
    ],
    [
      "a series without its line",
      { series: [...series, { key: "both", group: "programmed" }] },
      "series[2].line must be the key of a line, unless oncePerBlock lists the group",
    ],
    [
      "a group printed once that is none",
      { oncePerBlock: ["progress"] },
      'oncePerBlock[0] must be the key of a group: current value is "progress"',
    ],
    [
      "an equation of unknown cells",
      { equations: ["mental.total = physical.jan"] },
      "equations[0] must be a rule that can be read (A rule must name cells of the family, and it has no mental.total)",
    ],
    [
      "a context within one that has no code",
      {
        context: [
          { key: "organ", begins: ["ÓRGANO"] },
          { key: "action", codeKey: "actionCode", within: "organ" },
        ],
      },
      "context[1].within must be the key of a context with a codeKey, as this one must have",
    ],
    [
      "an equation when no label says so",
      { equations: [{ equation: "physical.total = none", when: { label: "type", in: ["A"] } }] },
      'equations[0].when.label must be the key of a label: current value is "type"',
    ],
    [
      "an equation unless there is no such cell",
      { equations: [{ equation: "physical.total = none", unless: "physical.sum" }] },
      'equations[0].unless must be a cell of the family: current value is "physical.sum"',
    ],
    [
      "a total of no cell",
      { totals: [{ ...total, cell: "mental.total" }] },
      'totals[0].cell must be a cell of the family: current value is "mental.total"',
    ],
    [
      "a total of no line",
      { totals: [{ prints: ["T"], rows: "all", line: "mental" }] },
      'totals[0].line must be the key of a line: current value is "mental"',
    ],
    [
      "a total whose number has no place",
      { totals: [{ prints: ["T"], rows: "all" }] },
      "totals[0] must have either a cell or a line",
    ],
    [
      "a total of each year without the year",
      { totals: [{ ...total, prints: ["TOTAL DEL AÑO"], rows: "each-year" }] },
      "totals[0].prints[0] must have a # where the year is printed",
    ],
    ["too few months", { months: [["ENE"]] }, "months must have exactly 12 entries"],
    ["a threshold", { reviewBelow: 2 }, "reviewBelow must be at most 1: current value is 2"],
  ])("%s", async (_, changes, message) => {
    await expect(load({ ...writtenFamily(), ...changes })).rejects.toMatchObject({
      code: "family-invalid",
      message: expect.stringContaining(`${folder}/family.json: ${message}`),
      place: { file: `${folder}/family.json` },
    });
  });

  it("and found at their line", async () => {
    await expect(load({ ...writtenFamily(), id: "My Blocks" })).rejects.toMatchObject({
      place: { line: 2 },
      message: expect.stringContaining('current value is "My Blocks"'),
    });
  });
});
