import { describe, expect, it } from "vitest";
import { cellText } from "../../src/page-tables/cell-text.ts";
import { joinFacing } from "../../src/page-tables/join-facing.ts";
import type { PlacedColumn, Region, RegionRow } from "../../src/page-tables/region.ts";
import { town } from "../read/family-fixture.ts";
import { pageOf, rowOf } from "./words.ts";

const column = (kind: PlacedColumn["kind"], name: string): PlacedColumn => ({
  kind,
  name,
  text: name,
  left: 0,
  right: 100,
});
const LEFT = [column("label", "activity"), column("cell", "target")];
const RIGHT = [column("cell", "programmed.jan"), column("cell", "programmed.feb")];

const region = (number: number, columns: readonly PlacedColumn[], rows: readonly RegionRow[]): Region => ({
  page: pageOf({ number }),
  columns,
  rows,
  hasHeader: true,
  box: [0, 0, 600, 800],
});

const join = (...regions: Region[]) => [...joinFacing(regions, town)];
const textsOf = ({ rows }: Region) =>
  rows.map(({ cells }) => cells.map((cell) => cellText(cell.words)).join("|"));

describe("joinFacing", () => {
  const left = region(4, LEFT, [rowOf(["Supervisar", "12"], 100), rowOf(["Informar", "4"], 120)]);

  it("sets the columns of the right page beside the rows at the same height", () => {
    const right = region(5, RIGHT, [rowOf(["1", "2"], 100), rowOf(["3", "4"], 120)]);
    const [joined, ...others] = join(left, right);
    expect(others).toEqual([]);
    expect(joined!.columns.map(({ name }) => name)).toEqual([
      "activity",
      "target",
      "programmed.jan",
      "programmed.feb",
    ]);
    expect(textsOf(joined!)).toEqual(["Supervisar|12|1|2", "Informar|4|3|4"]);
  });

  it("says of each cell which page it stands on", () => {
    const [joined] = join(left, region(5, RIGHT, [rowOf(["1", "2"], 100)]));
    expect(joined!.page.number).toBe(4);
    expect(joined!.rows[0]!.cells.map(({ page }) => page)).toEqual([undefined, undefined, 5, 5]);
  });

  it("joins a right half with a column of remarks, if its rows stand beside those of the left one", () => {
    const columns = [...RIGHT, column("label", "observaciones")];
    const right = (y: number) =>
      region(5, columns, [rowOf(["1", "2", "Ninguna"], 100), rowOf(["3", "4", ""], y)]);
    expect(join(left, right(120)).map(textsOf)).toEqual([["Supervisar|12|1|2|Ninguna", "Informar|4|3|4|"]]);
    expect(join(left, right(140))).toHaveLength(2);
  });

  it("joins halves that both print a total of their own", () => {
    const sum = column("unknown", "total");
    const rows = [rowOf(["Supervisar", "12", "12"], 100), rowOf(["Informar", "4", "4"], 120)];
    const right = region(5, [...RIGHT, sum], [rowOf(["1", "2", "3"], 100), rowOf(["3", "4", "7"], 120)]);
    const [joined, ...others] = join(region(4, [...LEFT, sum], rows), right);
    expect(others).toEqual([]);
    expect(joined!.columns.slice(2).map(({ name }) => name)).toEqual([
      "total",
      "programmed.jan",
      "programmed.feb",
      "total-2",
    ]);
    expect(textsOf(joined!)).toEqual(["Supervisar|12|12|1|2|3", "Informar|4|4|3|4|7"]);
  });

  it("gives each total of the right half a name that no other column has", () => {
    const sums = ["total", "total-2"].map((name) => column("unknown", name));
    const right = region(5, [...RIGHT, ...sums], [rowOf(["1", "2", "3", "3"], 100)]);
    const [joined] = join(region(4, [...LEFT, sums[0]!], [rowOf(["Supervisar", "12", "12"], 100)]), right);
    const names = joined!.columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it("doubts rows beside which the next page prints the same columns once more, without a label", () => {
    const again = [column("cell", "target"), ...RIGHT];
    const right = (y: number) =>
      region(5, again, [rowOf(["9", "1", "2"], y), rowOf(["9", "3", "4"], y + 20)]);
    const areDoubted = (y: number) =>
      join(left, right(y)).map(({ rows }) => rows.map((row) => row.isDoubted));
    expect(areDoubted(100)[0]).toEqual([true, true]);
    expect(areDoubted(300)[0]).toEqual(left.rows.map(({ isDoubted }) => isDoubted));
  });

  it("goes by height and not by order where a page lacks a row, and loses no row that stands alone", () => {
    const right = region(5, RIGHT, [rowOf(["3", "4"], 121), rowOf(["5", "6"], 300)]);
    expect(textsOf(join(left, right)[0]!)).toEqual(["Supervisar|12||", "Informar|4|3|4", "||5|6"]);
  });

  it.each([
    ["has the same columns, and so goes on", region(5, LEFT, [rowOf(["Otra", "1"], 100)])],
    [
      "has a text column of its own",
      region(5, [column("label", "unit"), ...RIGHT], [rowOf(["x", "1", "2"])]),
    ],
    ["is not the next one", region(6, RIGHT, [rowOf(["1", "2"])])],
    ["is the same page", region(4, RIGHT, [rowOf(["1", "2"])])],
    ["has a column that the left one has", region(5, [LEFT[1]!], [rowOf(["1"])])],
  ])("leaves a page alone that %s", (_, right) => {
    expect(join(left, right)).toEqual([left, right]);
  });

  describe("where the labels are printed once more", () => {
    const AGAIN = [column("label", "activity"), ...RIGHT];
    const next = region(5, LEFT, [rowOf(["Planear", "7"], 100), rowOf(["Evaluar", "9"], 120)]);

    it("sets the columns of a page beside the rows of the same texts, on whatever page before", () => {
      const rights = [
        region(6, AGAIN, [rowOf(["Supervisar", "1", "2"], 100), rowOf(["Informar", "3", "4"], 120)]),
        region(7, AGAIN, [rowOf(["Planear", "5", "6"], 100), rowOf(["Evaluar", "7", "8"], 120)]),
      ];
      expect(join(left, next, ...rights).map(textsOf)).toEqual([
        ["Supervisar|12|1|2", "Informar|4|3|4"],
        ["Planear|7|5|6", "Evaluar|9|7|8"],
      ]);
    });

    it.each([[""], ["TOTAL GENERAL"]])(
      "joins them though a total prints its name elsewhere or not at all: %j",
      (name) => {
        const columns = [column("label", "organ"), ...LEFT];
        const rows = [
          ["OCI", "Supervisar", "12"],
          ["OCI", "Informar", "4"],
          ["TOTAL GENERAL", "", "16"],
        ];
        const whole = region(
          4,
          columns,
          rows.map((texts, i) => rowOf(texts, 100 + 20 * i)),
        );
        const right = region(5, AGAIN, [
          rowOf(["Supervisar", "1", "2"], 100),
          rowOf(["Informar", "3", "4"], 120),
          rowOf([name, "4", "6"], 140),
        ]);
        expect(join(whole, right).map(textsOf)).toEqual([
          ["OCI|Supervisar|12|1|2", "OCI|Informar|4|3|4", "TOTAL GENERAL||16|4|6"],
        ]);
      },
    );

    it("sets them beside the same texts though the page has a column of texts of its own", () => {
      const columns = [...AGAIN, column("label", "responsable")];
      const right = region(5, columns, [
        rowOf(["Supervisar", "1", "2", "Gerente"], 100),
        rowOf(["Informar", "3", "4", "Jefe"], 120),
      ]);
      expect(join(left, right).map(textsOf)).toEqual([["Supervisar|12|1|2|Gerente", "Informar|4|3|4|Jefe"]]);
    });

    it.each([
      ["other texts", [rowOf(["Supervisar", "1", "2"], 100), rowOf(["Evaluar", "3", "4"], 120)]],
      ["other heights", [rowOf(["Supervisar", "1", "2"], 100), rowOf(["Informar", "3", "4"], 140)]],
      ["fewer rows", [rowOf(["Supervisar", "1", "2"], 100)]],
    ])("leaves a page alone that has %s", (_, rows) => {
      const other = region(5, AGAIN, rows);
      expect(join(left, other)).toEqual([left, other]);
    });
  });

  it("hands a table on once no later page can belong to it, and keeps the order of print", () => {
    const asked: number[] = [];
    const pages = [
      left,
      region(5, LEFT, [rowOf(["Otra", "1"], 100)]),
      region(6, RIGHT, [rowOf(["1", "2"], 100)]),
    ];
    const joined = joinFacing(
      (function* () {
        for (const page of [...pages, region(7, LEFT, [rowOf(["Más", "3"])])]) {
          asked.push(page.page.number);
          yield page;
        }
      })(),
      { series: [], labels: [] },
    );
    expect(joined.next().value).toBe(left);
    expect(asked).toEqual([4, 5, 6]);
    expect([...joined].map(textsOf)).toEqual([["Otra|1|1|2"], ["Más|3"]]);
  });
});
