import { describe, expect, it } from "vitest";
import type { Flag, Word } from "../../src/document.ts";
import { collectRows } from "../../src/page-tables/collect-rows.ts";
import type { PlacedColumn, Region, RegionRow } from "../../src/page-tables/region.ts";
import { createLabelVocabulary } from "../../src/read/label-vocabulary.ts";
import { town } from "../read/family-fixture.ts";
import { cellOf, pageOf, rowOf, wordAt } from "./words.ts";

const column = (kind: PlacedColumn["kind"], name: string): PlacedColumn => ({
  kind,
  name,
  text: name,
  left: 0,
  right: 100,
});
const COLUMNS = [
  column("label", "organ"),
  column("label", "activity"),
  column("label", "unit"),
  column("cell", "target"),
  column("cell", "programmed.jan"),
];
const OCI = "ÓRGANO DE CONTROL INSTITUCIONAL";

const region = (number: number, rows: readonly RegionRow[], columns = COLUMNS): Region => ({
  page: pageOf({ number }),
  columns,
  rows,
  hasHeader: number === 1,
  box: [0, 0, 600, 800],
});

const moved = (word: Word, by: number): Word => {
  const [left, top, right, bottom] = word.box;
  return { ...word, box: [left + by, top, right + by, bottom] };
};

const collect = (...regions: Region[]) => collectRows(regions, new Map(), town, createLabelVocabulary(town));
const rowsOf = (...regions: Region[]) => collect(...regions).tables.flatMap(({ rows }) => rows);
const tokensOf = (...regions: Region[]) =>
  rowsOf(...regions).map(({ tokens }) => tokens.map(({ text }) => text));

describe("collectRows", () => {
  it("doubts rows without an organ where a column for organs is blank all over", () => {
    const doubts = (columns: PlacedColumn[], ...texts: string[]) =>
      rowsOf(region(1, [rowOf(texts)], columns)).map(({ doubts = [] }) => doubts.map(({ code }) => code));
    expect(doubts(COLUMNS, "", "Supervisar obras", "ACCIONES", "12", "1")).toEqual([["organ-unsure"]]);
    expect(doubts(COLUMNS.slice(1), "Supervisar obras", "ACCIONES", "12", "1")).toEqual([[]]);
  });

  it("makes a printed row of each row with numbers: its labels, and a token for each number column", () => {
    const [row, ...others] = rowsOf(
      region(1, [rowOf(["ALCALDÍA", "Supervisar obras", "ACCIONES", "12", "1"])]),
    );
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      kind: "activity",
      page: 1,
      line: 1,
      labels: { organ: "ALCALDÍA", activity: "Supervisar obras", unit: "ACCIONES" },
    });
    expect(row!.tokens).toEqual([
      { text: "12", page: 1, box: [50, 92.5, 60, 102] },
      { text: "1", page: 1, box: [50, 92.5, 55, 102] },
    ]);
  });

  it.each([
    ["nothing but its unit of measure", COLUMNS.slice(2), true],
    ["what is done", COLUMNS.slice(1), false],
  ])("doubts rows of which the table says %s", (_, columns, isDoubted) => {
    const texts = ["Supervisar obras", "ACCIONES", "12", "1"].slice(-columns.length);
    const [row] = rowsOf(region(1, [rowOf(texts)], columns));
    expect(row!.doubts?.some(({ code }) => code === "no-label-columns") ?? false).toBe(isDoubted);
  });

  it("says that nothing parted or moved the numbers on their way", () => {
    const { tables } = collect(region(1, [rowOf(["ALCALDÍA", "Informar", "INFORMES", "1", "1"])]));
    expect(tables).toMatchObject([{ channel: "placed", cells: ["target", "programmed.jan"] }]);
  });

  it("tells how numbers are written from the family's columns, whatever codes another one prints", () => {
    const columns = [...COLUMNS.slice(0, 3), column("cell", "extra.ubigeo"), ...COLUMNS.slice(3)];
    const row = rowOf(["ALCALDÍA", "Informar", "INFORMES", "150101", "1 284", "1 284"]);
    const [table] = collect(region(1, [row], columns)).tables;
    expect(table!.numberFormat).toEqual({ decimal: ".", thousands: " " });
  });

  it("takes a band that begins with the name of another label for that label of the rows under it, not for their organ", () => {
    const family = { ...town, labels: [...town.labels, { key: "objective", header: ["OEI"], values: [] }] };
    const band = (text: string) => rowOf([text, "", "", "", ""], 100, true);
    const row = (organ: string) => rowOf([organ, "Informar", "INFORMES", "1", "1"]);
    const labelsOf = (rows: readonly RegionRow[], columns = COLUMNS) =>
      collectRows([region(1, rows, columns)], new Map(), family, createLabelVocabulary(family))
        .tables.flatMap(({ rows }) => rows)
        .map(({ labels }) => [labels.organ, labels.objective]);
    expect(
      labelsOf([row("OCI"), band("OEI.01: MEJORAR"), row(""), band("OEI: SERVIR"), row("OBRAS")]),
    ).toEqual([
      ["OCI", undefined],
      ["OCI", "OEI.01: MEJORAR"],
      ["OBRAS", "OEI: SERVIR"],
    ]);
    const within = [band("OCI"), band("OEI.01 MEJORAR"), row("Auditar"), band("OBRAS"), row("Asfaltar")];
    const columns = COLUMNS.map((it, i) => (i === 0 ? column("label", "category") : it));
    expect(labelsOf(within, columns)).toEqual([
      ["OCI", "OEI.01 MEJORAR"],
      ["OBRAS", undefined],
    ]);
  });

  it("doubts a row with a number that an edge cuts", () => {
    const row = rowOf(["ALCALDÍA", "Informar", "INFORMES", "12", "1"]);
    const half = { words: [{ ...wordAt("1", 50, 100), isCut: true }], box: null };
    const [first, second] = rowsOf(region(1, [{ ...row, cells: row.cells.with(4, half) }, row]));
    expect(first!.doubts).toMatchObject([{ code: "number-cut" }]);
    expect(second!.doubts).toBeUndefined();
  });

  it("takes a blank under a total for an organ that is named elsewhere, and doubts it", () => {
    const rows = rowsOf(
      region(1, [
        rowOf(["ALCALDÍA", "Supervisar", "ACCIONES", "12", "1"]),
        rowOf(["", "Informar", "INFORMES", "1", "1"]),
        rowOf(["TOTAL ALCALDÍA", "", "", "13", "2"]),
        rowOf(["", "Controlar", "INFORMES", "1", "1"]),
      ]),
    );
    expect(rows.map(({ labels }) => labels.organ ?? "")).toEqual(["ALCALDÍA", "ALCALDÍA", "", ""]);
    const doubts = rows.map((row) => row.doubts?.map(({ code }) => code) ?? []);
    expect(doubts).toEqual([[], [], [], ["organ-unsure"]]);
  });

  it("takes the texts of a row from the next page where the break left but its unit and numbers beside blanks", () => {
    const rows = rowsOf(
      region(1, [
        rowOf(["ALCALDÍA", "Supervisar obras", "ACCIONES", "12", "1"]),
        rowOf(["", "", "INFORMES", "4", "1"]),
      ]),
      region(2, [
        rowOf(["OCI", "Informar", "", "", ""]),
        rowOf(["ALCALDÍA", "Pagar cuentas", "ACCIONES", "3", "1"]),
      ]),
    );
    expect(rows.map(({ labels }) => labels)).toEqual([
      { organ: "ALCALDÍA", activity: "Supervisar obras", unit: "ACCIONES" },
      { organ: "OCI", activity: "Informar", unit: "INFORMES" },
      { organ: "ALCALDÍA", activity: "Pagar cuentas", unit: "ACCIONES" },
    ]);
  });

  it("joins what the next page prints of a row's texts to this row, be it its organ alone", () => {
    const [first, second] = rowsOf(
      region(1, [rowOf(["OFICINA DE", "Supervisar", "ACCIONES", "12", "1"])]),
      region(2, [
        { ...rowOf(["OBRAS", "", "", "", ""]), isRest: true },
        rowOf(["", "Informar", "INFORMES", "1", "1"]),
      ]),
    );
    expect(first!.labels).toEqual({ organ: "OFICINA DE OBRAS", activity: "Supervisar", unit: "ACCIONES" });
    expect(second!.labels.organ).toBe("OFICINA DE OBRAS");
  });

  it("doubts the organ of rows under a band that begins as no name does", () => {
    const columns = COLUMNS.slice(1);
    const under = (text: string) =>
      rowsOf(
        region(1, [rowOf(["Supervisar obras", "ACCIONES", "12", "1"])], columns),
        region(
          2,
          [{ ...rowOf([text, "", "", ""]), isBand: true }, rowOf(["Informar", "INFORMES", "1", "1"])],
          columns,
        ),
      ).at(-1)!.doubts;
    expect(under("institucional")).toMatchObject([{ code: "organ-unsure" }]);
    expect(under("a docentes")).toMatchObject([{ code: "organ-unsure" }]);
    expect(under("Alcaldía")).toBeUndefined();
    expect(under("a Alcaldía")).toBeUndefined();
    expect(under("a. Alcaldía")).toBeUndefined();
  });

  it.each([
    ["nearly all others print", 12, 1, [0]],
    ["many others do not print either", 12, 3, []],
    ["few others print", 6, 1, []],
  ])("doubts a row without a unit of measure, which %s", (_, count, blank, expected) => {
    const rows = Array.from({ length: count }, (_, i) =>
      rowOf(["ALCALDÍA", "Supervisar", i < blank ? "" : "ACCIONES", "12", "1"]),
    );
    const doubted = rowsOf(region(1, rows)).flatMap(({ doubts = [] }, i) => (doubts.length > 0 ? [i] : []));
    expect(doubted).toEqual(expected);
  });

  it("takes a unit of measure for blank where no text beside reaches into its place", () => {
    const columns = COLUMNS.map((column, i) => ({ ...column, left: 100 * i, right: 100 * (i + 1) }));
    const rows = Array.from({ length: 24 }, (_, i) => {
      const { cells, ...row } = rowOf(["ALCALDÍA", "Supervisar", i < 2 ? "" : "ACCIONES", "12", "1"]);
      const placed = cells.map(({ words, box }, k) => ({
        words: words.map((word) => moved(word, 100 * k)),
        box,
      }));
      const [, activity] = placed;
      const long = { ...activity!, words: activity!.words.map((word) => moved(word, 80)) };
      return { ...row, cells: i === 1 ? placed.with(1, long) : placed };
    });
    const doubted = rowsOf(region(1, rows, columns)).flatMap(({ doubts = [] }, i) =>
      doubts.length > 0 ? [i] : [],
    );
    expect(doubted).toEqual([1]);
  });

  it("takes a unit for no blank that the next page may print", () => {
    const columns = COLUMNS.map((column, i) => ({ ...column, left: 1000 * i, right: 1000 * i + 1 }));
    const rows = (unit: string) =>
      Array.from({ length: 12 }, () => rowOf(["OCI", "Informar", "INFORMES", "1", "1"])).concat(
        rowOf(["OCI", "Informar", unit, "1", "1"]),
      );
    const doubted = (...pages: Region[]) => rowsOf(...pages).map(({ doubts = [] }) => doubts.length);
    expect(doubted(region(1, rows(""), columns), region(2, rows("INFORMES"), columns))[12]).toBe(1);
    expect(doubted(region(1, rows("INFORMES"), columns), region(2, rows(""), columns)).at(-1)).toBe(0);
  });

  it("doubts a text at the head of a page that may be a band as well as the end of a row, and the rows under it", () => {
    const columns = COLUMNS.slice(1);
    const band = { ...rowOf(["ALCALDÍA", "", "", ""]), isBand: true };
    const doubted = (rest: string) => {
      const first = [band, rowOf(["Supervisar obras", "ACCIONES", "12", "1"])];
      const next = [
        { ...rowOf([rest, "", "", ""]), isRest: true },
        rowOf(["Informar", "ACCIONES", "2", "1"]),
      ];
      const rows = rowsOf(region(1, first, columns), region(2, next, columns));
      return rows.map(({ doubts = [] }) => doubts.map(({ code }) => code));
    };
    expect(doubted("Gerencia Municipal")).toEqual([["organ-unsure", "text-unsure"], ["organ-unsure"]]);
    expect(doubted("de la entidad")).toEqual([[], []]);
  });

  it("takes a line that is printed on both sides of a page break once", () => {
    const [first] = rowsOf(
      region(1, [rowOf(["OFICINA DE OBRAS", "Supervisar obras", "ACCIONES", "12", "1"])]),
      region(2, [
        { ...rowOf(["", "obras", "", "", ""]), isRest: true },
        rowOf(["OCI", "Informar", "ACTA", "1", "1"]),
      ]),
    );
    expect(first!.labels.activity).toBe("Supervisar obras");
  });

  it("joins the end of a row that lines part over a page break, and keeps the numbers of the next one", () => {
    const [first, second] = rowsOf(
      region(1, [rowOf(["OFICINA DE", "Supervisar", "PERSONA", "12", "1"])]),
      region(2, [
        rowOf(["OBRAS", "", "", "", ""]),
        rowOf(["OFICINA DE OBRAS", "Informar", "INFORME", "1", "1"]),
      ]),
    );
    expect(first!.labels.organ).toBe("OFICINA DE OBRAS");
    expect(second!.labels.organ).toBe("OFICINA DE OBRAS");
    expect(second!.tokens.map(({ text }) => text)).toEqual(["1", "1"]);
  });

  it("joins texts that make a known name only with those of the row on the page before", () => {
    const rows = rowsOf(
      region(1, [rowOf(["GERENCIA CENTRAL DE", "Atender en ventanillas", "PERSONA", "12", "1"])], COLUMNS),
      region(2, [
        rowOf(["ADMINISTRACIÓN DE RECURSOS", "y por teléfono", "ATENDIDA", "", ""]),
        rowOf(["OCI", "Informar", "INFORME", "1", "1"]),
      ]),
    );
    expect(rows.map(({ labels }) => labels.activity)).toEqual([
      "Atender en ventanillas y por teléfono",
      "Informar",
    ]);
  });

  it("keeps a place for every blank, and takes a dash for one", () => {
    expect(tokensOf(region(1, [rowOf(["ALCALDÍA", "Informar", "INFORMES", "4", ""])]))).toEqual([["4", ""]]);
    expect(tokensOf(region(1, [rowOf(["ALCALDÍA", "Informar", "INFORMES", "-", "1"])]))).toEqual([["", "1"]]);
  });

  it("gives a token the page and the box of the words it is made of", () => {
    const row = rowOf(["ALCALDÍA", "Informar", "INFORMES", "4", ""]);
    const parts = { words: [wordAt("1", 300, 100), wordAt("234", 310, 100)], box: null, page: 9 };
    const [printed] = rowsOf(region(1, [{ ...row, cells: [...row.cells.slice(0, 4), parts] }]));
    expect(printed!.tokens[1]).toEqual({ text: "1 234", page: 9, box: [300, 92.5, 325, 102] });
  });

  it("gives an organ that is merged over rows to all of them", () => {
    const merged = cellOf(OCI);
    const rows = ["Controlar", "Informar"].map((activity) => {
      const row = rowOf(["", activity, "ACCIONES", "1", "1"]);
      return { ...row, cells: [merged, ...row.cells.slice(1)] };
    });
    expect(rowsOf(region(1, rows)).map(({ labels }) => labels.organ)).toEqual([OCI, OCI]);
  });

  it("carries an organ down to rows that print none, over a page break", () => {
    const rows = rowsOf(
      region(1, [rowOf([OCI, "Controlar", "ACCIONES", "1", "1"])]),
      region(2, [rowOf(["", "Informar", "INFORMES", "1", "1"])]),
    );
    expect(rows.map(({ page, labels }) => [page, labels.organ])).toEqual([
      [1, OCI],
      [2, OCI],
    ]);
  });

  it("names the organ of rows by the band over them", () => {
    const band = rowOf([OCI, "", "", "", ""], 80, true);
    const [row, ...others] = rowsOf(region(1, [band, rowOf(["", "Informar", "INFORMES", "1", "1"])]));
    expect(row!.labels.organ).toBe(OCI);
    expect(others).toEqual([]);
  });

  it("tells totals, and does not give them an organ that they do not print", () => {
    const rows = rowsOf(
      region(1, [
        rowOf([OCI, "Controlar", "ACCIONES", "1", "1"]),
        rowOf(["TOTAL ACCIONES", "", "", "1", "1"], 120),
      ]),
    );
    expect(rows.map(({ kind }) => kind)).toEqual(["activity", "total"]);
    expect(rows[1]!.labels).toEqual({ label: "TOTAL ACCIONES" });
  });

  it("is one table over pages with the same number columns, and another with others", () => {
    const rows = [rowOf(["ALCALDÍA", "Informar", "INFORMES", "1", "1"])];
    expect(collect(region(1, rows), region(2, rows)).tables).toHaveLength(1);
    const others = [...COLUMNS.slice(0, 4), column("cell", "programmed.feb")];
    expect(collect(region(1, rows), region(2, rows, others)).tables.map(({ cells }) => cells)).toEqual([
      ["target", "programmed.jan"],
      ["target", "programmed.feb"],
    ]);
  });

  it("keeps a column that the header did not explain, as numbers or as texts by what it prints", () => {
    const columns = [...COLUMNS.slice(0, 4), column("unknown", "otra")];
    const { tables } = collect(region(1, [rowOf(["ALCALDÍA", "Informar", "INFORMES", "4", "7"])], columns));
    expect(tables[0]!.cells).toEqual(["target", "extra.otra"]);
    const texts = collect(region(1, [rowOf(["ALCALDÍA", "Informar", "INFORMES", "4", "nota"])], columns));
    expect(texts.tables[0]!.cells).toEqual(["target"]);
    expect(texts.tables[0]!.rows[0]!.labels.otra).toBe("nota");
  });

  it("joins a row whose numbers stand over the page break with the texts before it", () => {
    const rows = rowsOf(
      region(1, [
        rowOf(["ALCALDÍA", "Informar", "INFORMES", "1", "1"]),
        rowOf([OCI, "Controlar los gastos", "", "", ""], 780),
      ]),
      region(2, [rowOf(["", "de la entidad", "ACCIONES", "6", "2"], 60)]),
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]).toMatchObject({
      page: 2,
      labels: { organ: OCI, activity: "Controlar los gastos de la entidad", unit: "ACCIONES" },
    });
    expect(rows[1]!.tokens.map(({ text }) => text)).toEqual(["6", "2"]);
  });

  it("gives a row that goes on on another page the doubt of that page as well", () => {
    const doubt: Flag = { code: "page-doubted", severity: "error", cells: [], message: "" };
    const row = rowOf(["ALCALDÍA", "Supervisar", "ACCIONES", "12", "1"]);
    const cells = row.cells.map((cell, i) => (i === 4 ? { ...cell, page: 2 } : cell));
    const read = collectRows(
      [region(1, [{ ...row, cells }])],
      new Map([[2, doubt]]),
      town,
      createLabelVocabulary(town),
    );
    expect(read.tables[0]!.rows[0]!.doubts).toEqual([doubt]);
  });

  it("gives each row of a page whose text is doubted the doubt of its page", () => {
    const doubt = {
      code: "hidden-text",
      severity: "warning",
      cells: [],
      message: "Page 2 is a scan",
    } as const;
    const row = rowOf(["ALCALDÍA", "Informar", "INFORMES", "1", "1"]);
    const { tables } = collectRows(
      [region(1, [row]), region(2, [row])],
      new Map([[2, doubt]]),
      town,
      createLabelVocabulary(town),
    );
    expect(tables[0]!.rows.map(({ doubts }) => doubts ?? [])).toEqual([[], [doubt]]);
  });

  it("flags numbers without any text that says of what", () => {
    const { flags } = collect(region(1, [rowOf(["", "", "", "4", "1"])]));
    expect(flags.map(({ code }) => code)).toEqual(["row-without-labels"]);
  });

  it("doubts numbers beside an organ alone: nothing says what they are of", () => {
    const rows = rowsOf(region(1, [rowOf([OCI, "", "", "12", "1"]), rowOf([OCI, "Informar", "", "1", "1"])]));
    expect(rows.map(({ doubts = [] }) => doubts.map(({ code }) => code))).toEqual([
      ["row-without-labels", "text-unsure"],
      [],
    ]);
  });

  it("doubts the row beside one without a unit that nearly all others have, and the first of a page without a label of theirs", () => {
    const columns = [COLUMNS[0]!, column("label", "category"), ...COLUMNS.slice(1)];
    const row = (unit: string, category = "AEI.01") =>
      rowOf(["OCI", category, "Informar", unit, "1", "1"], 100);
    const many = Array.from({ length: 10 }, () => row("INFORMES"));
    const doubts = (...regions: Region[]) =>
      rowsOf(...regions).map(({ doubts = [] }) => [...new Set(doubts.map(({ code }) => code))].join());
    const units = doubts(region(1, [...many, row("REPORTES m2"), row(""), row("INFORMES")], columns));
    expect(units.slice(9)).toEqual(["", "text-unsure", "text-unsure", ""]);
    const blank = row("INFORMES", "");
    const pages = doubts(region(1, many, columns), region(2, [blank, row("INFORMES"), ...many], columns));
    expect(pages.slice(9, 13)).toEqual(["", "text-unsure", "", ""]);
    expect(doubts(region(1, [...many, blank, ...many], columns)).join("")).toBe("");
    const often = [2, 3, 4].map((page) =>
      region(page, [blank, row("INFORMES"), ...many.slice(0, 3)], columns),
    );
    expect(doubts(region(1, many, columns), ...often)[10]).toBe("text-unsure");
  });

  it("takes a code alone for no name over rows, and one that its cell breaks for one code", () => {
    const columns = [column("label", "category"), ...COLUMNS.slice(1)];
    const alone = rowOf(["AEI.01.08", "", "", "", ""]);
    const row = (code: string) => rowOf([code, "Informar", "INFORMES", "1", "1"]);
    const [, last] = rowsOf(region(1, [row(""), alone, row("AEI.05.0 5")], columns));
    expect(last!.labels).toEqual({ category: "AEI.05.05", activity: "Informar", unit: "INFORMES" });
  });

  it("joins what a page begins with to the row before it, a text of which breaks off, be it in its last column as well", () => {
    const inCells = (row: RegionRow): RegionRow => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, box: [0, 0, 9, 9] as const })),
    });
    const pages = (rest: RegionRow) =>
      rowsOf(
        region(1, [rowOf(["OFICINA DE", "Informar", "INFORME", "1", "1"])]),
        region(2, [rest, rowOf(["OCI", "Controlar", "ACTA", "1", "1"])]),
      ).map(({ labels }) => `${labels.organ}: ${labels.unit}`);
    const rest = rowOf(["OBRAS", "", "TÉCNICO", "", ""]);
    expect(pages(inCells(rest))).toEqual(["OFICINA DE OBRAS: INFORME TÉCNICO", "OCI: ACTA"]);
    expect(pages(inCells({ ...rest, isBand: true }))[0]).toBe("OFICINA DE: INFORME");
    expect(pages(rest)[0]).toBe("OFICINA DE: INFORME");
  });

  it("joins what a page begins with to a row before it that does not say what is done", () => {
    const columns = COLUMNS.slice(1);
    const row = rowOf(["FISCALIZAR", "", "", ""]);
    const rest = { ...row, cells: row.cells.map((cell) => ({ ...cell, box: [0, 0, 9, 9] as const })) };
    const regions = [
      region(1, [rowOf(["INFORMAR", "INFORME", "1", "1"]), rowOf(["", "ACTA", "2", "2"])], columns),
      region(2, [rest, rowOf(["CONTROLAR", "ACTA", "1", "1"])], columns),
    ];
    const family = { ...town, organs: [] };
    const { tables } = collectRows(regions, new Map(), family, createLabelVocabulary(family));
    expect(tables[0]!.rows.map(({ labels }) => `${labels.organ ?? ""}:${labels.activity}`)).toEqual([
      ":INFORMAR",
      ":FISCALIZAR",
      ":CONTROLAR",
    ]);
  });

  it("joins what goes on over a total to the table before, though a column of texts is blank on that page", () => {
    const columns = [column("label", "code"), ...COLUMNS.slice(1), column("unknown", "medio")];
    const rows = rowsOf(
      region(1, [rowOf(["1", "TALLERES PARA MUJERES", "TALLER", "1", "1", "Acta"])], columns),
      region(
        2,
        [rowOf(["", "EMPRENDEDORAS", "", "", "", ""]), rowOf(["", "TOTAL", "", "1", "1", ""])],
        columns,
      ),
    );
    expect(rows.map(({ kind, labels }) => labels.activity ?? kind)).toEqual([
      "TALLERES PARA MUJERES EMPRENDEDORAS",
      "total",
    ]);
  });

  it("joins what a page break parts within a word", () => {
    const upper = rowOf(["OCI", "Informar de 2024-", "INFORMES", "1", "1"]);
    const [row] = rowsOf(
      region(1, [upper]),
      region(2, [{ ...rowOf(["", "2026", "", "", ""]), isRest: true }]),
    );
    expect(row!.labels.activity).toBe("Informar de 2024-2026");
  });

  it("doubts the organ of what goes on on the next page under a table whose own is in doubt, and not under one with a name", () => {
    const columns = COLUMNS.slice(1);
    const row = rowOf(["Informar", "INFORMES", "1", "1"]);
    const named = { ...region(1, [row], columns), organ: "OCI" };
    const unsure = { ...region(2, [{ ...row, isOrganUnsure: true }], columns) };
    const doubts = (...regions: Region[]) =>
      rowsOf(...regions).map(({ doubts = [] }) => doubts.some(({ code }) => code === "organ-unsure"));
    expect(doubts(named, unsure, region(3, [row], columns))).toEqual([false, true, true]);
    expect(doubts(named, unsure, { ...region(3, [row], columns), organ: "ALCALDÍA" })).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("makes no table of empty rows", () => {
    expect(collect(region(1, [rowOf(["", "", "", "", ""])]))).toEqual({ tables: [], flags: [] });
    expect(collect()).toEqual({ tables: [], flags: [] });
  });
});
