import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { listFamilies, loadFamily } from "../../src/acquire/load-family.ts";
import { PoiError } from "../../src/errors.ts";
import { expandCells } from "../../src/rules/equation.ts";
import { loadTableFamily } from "../support/load-table-family.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "family-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** A small family without a mistake, whose parts the tests replace. */
const sound = () => ({
  id: "mine",
  version: "1",
  name: "Mine",
  description: "A table",
  entity: null as string | null,
  recognise: { title: ["PLAN OPERATIVO"] } as Record<string, unknown>,
  labels: [
    { key: "activity", header: ["ACTIVIDAD"] },
    { key: "unit", header: ["U.M."] },
  ] as Record<string, unknown>[],
  target: { header: ["META"] },
  series: [{ key: "programmed", header: ["PROGRAMADO"] }],
  months: "ENE FEB MAR ABR MAY JUN JUL AGO SET OCT NOV DIC".split(" ").map((month) => [month]),
  quarters: ["I TRIM", "II TRIM", "III TRIM", "IV TRIM"].map((quarter) => [quarter]),
  columns: ["activity", "unit", "target", "programmed.jan..dec"],
  equations: ["target = programmed.jan..dec"] as unknown[],
  totals: [] as unknown[],
  footer: { source: ["FUENTE"], preparedBy: ["ELABORACIÓN"] },
  reviewBelow: 0.98,
});
const write = (name: string, data: unknown) =>
  writeFile(join(folder, name), typeof data === "string" ? data : JSON.stringify(data, null, 2));

async function failure(idOrPath = folder): Promise<PoiError> {
  const error = await loadFamily(idOrPath).then(
    () => null,
    (caught) => caught,
  );
  expect(error).toBeInstanceOf(PoiError);
  return error;
}

describe("families that ship with the package", () => {
  it("are found by id", async () => {
    const family = await loadTableFamily("sat-lima");
    expect(family.columns).toHaveLength(37);
    expect(family.equations).toHaveLength(10);
    expect(family.organs).toHaveLength(24);
    expect(family.equations[0]?.terms).toEqual(expandCells("programmed.jan..dec"));
  });

  it("are listed by id", async () => {
    const ids = (await listFamilies()).map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toEqual(expect.arrayContaining(["generic", "sat-lima"]));
  });

  it.each(["no-such-family", "", "SAT-LIMA", "sat-lima/family.json", "../pipelines/sat-lima/x", "\0"])(
    "are not %j",
    async (id) => {
      const error = await failure(id);
      expect(error.code).toBe("family-not-found");
      expect(error.message).toContain(`current value is "${id}"`);
      expect(error.hint).toContain("sat-lima");
    },
  );
});

describe("a user's own folder", () => {
  it("needs no organs or units", async () => {
    await write("family.json", sound());
    expect(await loadFamily(folder)).toMatchObject({
      id: "mine",
      organs: [],
      units: [],
      extra: [],
      columns: ["activity", "unit", "target", ...expandCells("programmed.jan..dec")],
      equations: [{ total: "target", tolerance: 0 }],
    });
  });

  it("takes organs and units, with aliases as texts or with years, and a byte order mark", async () => {
    await write("family.json", `\uFEFF${JSON.stringify(sound())}`);
    await write("organs.json", [
      { id: "a", name: "Área A", aliases: ["AA", { name: "Área Antigua", to: 2010 }] },
    ]);
    await write("units.json", [{ id: "taller", name: "Taller" }]);
    const family = await loadFamily(`${folder}/`);
    expect(family.organs[0]?.aliases).toEqual([{ name: "AA" }, { name: "Área Antigua", to: 2010 }]);
    expect(family.units).toEqual([{ id: "taller", name: "Taller", aliases: [] }]);
  });

  it("takes a tolerance with an equation", async () => {
    await write("family.json", {
      ...sound(),
      equations: [{ equation: "programmed.q1 = programmed.jan..mar", tolerance: 2 }],
    });
    expect((await loadTableFamily(folder)).equations[0]).toMatchObject({
      total: "programmed.q1",
      tolerance: 2,
    });
  });
});

describe("files that cannot be read", () => {
  it("names a folder without a family.json", async () => {
    const error = await failure();
    expect(error.code).toBe("family-not-found");
    expect(error.message).toBe(`${folder} must hold a family.json, and there is none`);
  });

  it.each([
    ['{\n  "id": mine\n}', 2, "line 2, column 9"],
    ['{\n  "id": "mine",\n}', 3, "line 3, column 1"],
    ['{ "id": "mine" // my own\n}', 1, "line 1, column 16"],
    ["", 1, "line 1, column 1"],
    ['{\n "id": "mine",\n "name": "x"\n\n\n', 3, "line 3, column 13"],
    ["[".repeat(200_000), 1, "line 1"],
  ])("says where %j stops being JSON", async (text, line, where) => {
    await write("family.json", text);
    const error = await failure();
    expect(error.code).toBe("family-invalid");
    expect(error.message).toContain(`${folder}/family.json: ${where}`);
    expect(error.place).toEqual({ file: `${folder}/family.json`, line });
  });

  it("refuses a link to outside, without showing what it points to", async () => {
    const outside = await mkdtemp(join(tmpdir(), "outside-"));
    await writeFile(join(outside, "secret"), "a secret");
    await write("family.json", sound());
    await symlink(join(outside, "secret"), join(folder, "organs.json"));
    const error = await failure();
    expect(error.message).toBe(
      `${folder}/organs.json: the file must lie inside its folder, and it is a link to outside`,
    );
    await rm(outside, { recursive: true });
  });

  it("refuses what is no file, what is too large, and what is not UTF-8", async () => {
    await mkdir(join(folder, "family.json"));
    expect((await failure()).message).toContain("it must be a file");
    await rm(join(folder, "family.json"), { recursive: true });
    await write("family.json", " ".repeat(1_000_001));
    expect((await failure()).message).toContain("at most 1000000 bytes: current value is 1000001");
    await writeFile(join(folder, "family.json"), Buffer.from([0x22, 0xd3, 0x22]));
    expect((await failure()).message).toContain("must be UTF-8");
  });
});

describe("mistakes in family.json", () => {
  const month = (i: number, words: string[]) => sound().months.with(i, words);
  it.each<[string, Record<string, unknown>, string]>([
    ["a wrong type", { version: 1 }, "version must be a text: current value is 1"],
    ["a missing key", { target: undefined }, "target must be an object: current value is missing"],
    [
      "an unknown key",
      { colour: "red" },
      'colour must not be there, as no such key exists: current value is "red"',
    ],
    [
      "an id",
      { id: "My Family" },
      'id must be lower-case words joined by hyphens: current value is "My Family"',
    ],
    [
      "a key",
      { series: [{ key: "Programmed months", header: ["P"] }] },
      'series[0].key must be a lower-case letter followed by letters and digits: current value is "Programmed months"',
    ],
    [
      "too few months",
      { months: [["ENE"]] },
      'months must have exactly 12 entries: current value is [["ENE"]]',
    ],
    [
      "no header word",
      { target: { header: [] } },
      "target.header must have at least 1 entry: current value is []",
    ],
    [
      "an empty header word",
      { target: { header: [" "] } },
      'target.header[0] must have at least 1 character: current value is " "',
    ],
    [
      "a header word without a letter",
      { target: { header: ["--"] } },
      'target.header[0] must have a letter or a digit: current value is "--"',
    ],
    [
      "a word of two columns",
      { target: { header: ["actividad"] } },
      'labels[0].header[0] must not be a word of another column: target.header has it: current value is "ACTIVIDAD"',
    ],
    [
      "a word of two months",
      { months: month(4, ["M", "MAR"]) },
      "months[4][1] must not be a word of another column: months[2] has it",
    ],
    [
      "two series without a head",
      {
        series: [
          { key: "programmed", header: [] },
          { key: "executed", header: [] },
        ],
      },
      "series[1].header must have words: only one series may have no head",
    ],
    [
      "a key of two columns",
      { extra: [{ key: "unit", header: ["X"] }] },
      'extra[0].key must be a key of its own: another column has it: current value is "unit"',
    ],
    [
      "a reserved key",
      { extra: [{ key: "target", header: ["X"] }] },
      "extra[0].key must not be target, extra, label",
    ],
    [
      "an unknown column",
      { columns: ["activity", "organ"] },
      'columns[1] must be the key of a label, a cell, or a range of cells such as programmed.jan..dec: current value is "organ"',
    ],
    ["a column of an unknown series", { columns: ["executed.jan"] }, "columns[0] must be the key of a label"],
    [
      "a column twice",
      { columns: ["programmed.jan..dec", "programmed.mar"] },
      "columns[1] must name a column that does not stand before it",
    ],
    [
      "an equation with an unknown cell",
      { equations: ["target = executed.jan..dec"] },
      'equations[0] must be an equation that can be read (An equation must name cells of the family, and it has no executed.jan): current value is "target = executed.jan..dec"',
    ],
    [
      "an equation of another kind",
      { equations: [7] },
      "equations[0] must be an equation, or an object of an equation and its tolerance of 0 or more: current value is 7",
    ],
    [
      "an equation in an object",
      { equations: [{ equation: "target", tolerance: 0 }] },
      "equations[0].equation must be an equation that can be read",
    ],
    [
      "a negative tolerance",
      { equations: [{ equation: "target = programmed.q1", tolerance: -1 }] },
      "equations[0]",
    ],
    [
      "a total of an unknown label",
      { totals: [{ label: "TOTAL", rows: { label: "organ", in: ["A"] } }] },
      'totals[0].rows.label must be the key of a label: current value is "organ"',
    ],
    [
      "a total of unknown rows",
      { totals: [{ label: "TOTAL", rows: "some" }] },
      'totals[0].rows must be "all", "since-last-total", or an object of a label with in or notIn: current value is "some"',
    ],
    [
      "a total without words",
      { totals: [{ label: "*", rows: "all" }] },
      'totals[0].label must have a letter or a digit: current value is "*"',
    ],
    ["a threshold", { reviewBelow: 1.5 }, "reviewBelow must be at most 1: current value is 1.5"],
    [
      "a title without a letter",
      { recognise: { title: ["…"] } },
      "recognise.title[0] must have a letter or a digit",
    ],
  ])("are named: %s", async (_, change, message) => {
    await write("family.json", { ...sound(), ...change });
    const error = await failure();
    expect(error.code).toBe("family-invalid");
    expect(error.message).toContain(`${folder}/family.json: ${message}`);
  });

  it("are found at their line", async () => {
    await write("family.json", { ...sound(), id: "My Family" });
    expect((await failure()).place.line).toBe(2);
  });

  it("are counted, and their places given", async () => {
    await write("family.json", { ...sound(), version: 1, reviewBelow: -1, months: [] });
    const error = await failure();
    expect(error.message).toContain("version must be a text");
    expect(error.hint).toBe("The file has 2 more to mend, at months, reviewBelow.");
  });

  it("do not let a value fill the screen", async () => {
    await write("family.json", { ...sound(), months: "x".repeat(10_000) });
    expect((await failure()).message.length).toBeLessThan(300);
  });
});

describe("mistakes in organs.json", () => {
  const a = { id: "a", name: "Oficina A" };
  it.each<[string, unknown, string]>([
    ["no list", { a }, "the file must be a list: current value is"],
    [
      "an id that stands twice",
      [a, { id: "a", name: "Oficina B" }],
      '[1].id must be an id of its own: another entry has it: current value is "a"',
    ],
    [
      "a name that two have",
      [a, { id: "b", name: "OFICINA  Á" }],
      "[1].name must name one entry only: a has this name in the same years",
    ],
    [
      "an alias that two have",
      [
        { ...a, aliases: ["X"] },
        { id: "b", name: "B", aliases: ["x"] },
      ],
      "[1].aliases[0] must name one entry only: a has this name",
    ],
    [
      "years that overlap",
      [
        { ...a, aliases: [{ name: "X", to: 2010 }] },
        { id: "b", name: "B", aliases: [{ name: "X", from: 2010 }] },
      ],
      "[1].aliases[0] must name one entry only",
    ],
    [
      "years the wrong way round",
      [{ ...a, aliases: [{ name: "X", from: 2011, to: 2010 }] }],
      "[0].aliases[0] must have a first year that is not after its last",
    ],
    [
      "a year that is none",
      [{ ...a, aliases: [{ name: "X", to: 20 }] }],
      "[0].aliases[0].to must be at least 1900: current value is 20",
    ],
    ["a name without a letter", [{ id: "a", name: "-" }], "[0].name must have a letter or a digit"],
  ])("are named: %s", async (_, organs, message) => {
    await write("family.json", sound());
    await write("organs.json", organs);
    expect((await failure()).message).toContain(`${folder}/organs.json: ${message}`);
  });

  it("a name may pass on when the years say when", async () => {
    await write("family.json", sound());
    await write("units.json", [
      { ...a, aliases: [{ name: "X", to: 2010 }] },
      { id: "b", name: "B", aliases: [{ name: "X", from: 2011 }] },
    ]);
    expect((await loadFamily(folder)).units).toHaveLength(2);
  });
});
