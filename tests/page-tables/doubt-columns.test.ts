import { describe, expect, it } from "vitest";
import { doubtColumns } from "../../src/page-tables/doubt-columns.ts";
import type { PlacedColumn } from "../../src/page-tables/region.ts";
import { monthKeys } from "../../src/rules/cell-names.ts";
import { town } from "../read/family-fixture.ts";

const column = (name: string, kind: PlacedColumn["kind"] = "cell", text = name): PlacedColumn => {
  return { kind, name, text, left: 0, right: 0 };
};
const LABEL = column("activity", "label");
const TARGET = column("target");
const months = (series: string) => monthKeys.map((key) => column(`${series}.${key}`));
const messages = (columns: readonly PlacedColumn[]) =>
  doubtColumns(columns, town).map(({ code, severity, message }) => `${severity} ${code}: ${message}`);

describe("doubtColumns", () => {
  it("doubts a column in the place of a month", () => {
    const columns = [LABEL, TARGET, ...months("programmed").with(4, column("extra.ma", "cell", "MA"))];
    expect(messages(columns)).toEqual([
      'error column-unknown: The column read as extra.ma has the header "MA", which the family does not list, and stands where programmed.may would',
    ]);
  });

  it("doubts columns under the names of several series", () => {
    const under = (head: string) => months("programmed").map((month) => ({ ...month, text: `${head} ENE` }));
    expect(messages([LABEL, TARGET, ...under("PROGRAMADO / EJECUTADO")])).toEqual([
      'error column-unknown: The table has columns under "PROGRAMADO / EJECUTADO ENE", which may be of either',
    ]);
    expect(messages([LABEL, TARGET, ...under("PROGRAMADO / META")])).toEqual([]);
  });

  it("doubts a column of texts whose header is cut off", () => {
    const cut = column("unidad-de", "label", "UNIDAD DE");
    expect(messages([LABEL, cut, TARGET])).toEqual([
      'error column-unknown: The column read as unidad-de has the header "UNIDAD DE", which the family does not list, and stands where unit would',
    ]);
    expect(messages([LABEL, cut, column("unit", "label"), TARGET])).toEqual([]);
    expect(messages([LABEL, column("notas", "label", "NOTAS"), TARGET])).toEqual([]);
  });

  it("doubts one in the place of a month of two series that take turns", () => {
    const turns = monthKeys.flatMap((key) => [column(`programmed.${key}`), column(`executed.${key}`)]);
    expect(messages([LABEL, TARGET, ...turns.with(8, column("extra.p", "cell", "PR0"))])).toHaveLength(1);
  });

  it("doubts one beside the last period of a series, of which another prints all before it", () => {
    const quarters = [1, 2, 3, 4].flatMap((q) => [column(`programmed.q${q}`), column(`executed.q${q}`)]);
    expect(messages([LABEL, TARGET, ...quarters.with(7, column("extra.e", "cell", "E"))])).toEqual([
      'error column-unknown: The column read as extra.e has the header "E", which the family does not list, and stands where executed.q4 would',
    ]);
    // What is done by the third quarter, and a column that says something else.
    expect(messages([LABEL, TARGET, ...quarters.with(7, column("extra.costo", "cell", "COSTO"))])).toEqual(
      [],
    );
  });

  it("doubts one without a header in the place of the target", () => {
    const columns = [LABEL, column("extra.column-2", "cell", ""), ...months("programmed")];
    expect(messages(columns)).toEqual([
      "error column-unknown: The column read as extra.column-2 has no header, and stands where target would",
    ]);
  });

  it("doubts a column whose header is the beginning of a quarter's name", () => {
    expect(messages([LABEL, TARGET, ...months("programmed"), column("extra.ii", "cell", "II")])).toEqual([
      'error column-unknown: The column read as extra.ii has the header "II", which the family does not list, and stands where q2 would',
    ]);
  });

  it("doubts a column whose header is a quarter's name and that of a series", () => {
    const quarter = column("extra.iii-trimestre-p", "cell", "III TRIMESTRE P");
    expect(messages([LABEL, TARGET, ...months("programmed"), quarter])).toHaveLength(1);
    const share = column("extra.iii-trimestre", "cell", "III TRIMESTRE %");
    expect(messages([LABEL, TARGET, ...months("programmed"), share])).toEqual([]);
  });

  it("doubts months that are not all there, which another page may print", () => {
    const until = (count: number) => ["programmed", "executed"].flatMap((one) => months(one).slice(0, count));
    expect(messages([LABEL, TARGET, ...until(8)])).toEqual([
      "error columns-missing: The table has columns of 8 months: those of the others were not found",
    ]);
    expect(
      messages([LABEL, TARGET, ...months("programmed"), ...months("executed").toSpliced(3, 1)]),
    ).toHaveLength(1);
    expect(messages([LABEL, TARGET, ...until(6)])).toEqual([]);
    expect(messages([LABEL, TARGET, ...months("programmed"), ...months("executed").slice(0, 8)])).toEqual([]);
  });

  it("doubts two months of two series that take turns, and not those of one alone", () => {
    const both = ["jan", "feb"].flatMap((key) => [column(`programmed.${key}`), column(`executed.${key}`)]);
    expect(messages([LABEL, ...both])).toEqual([
      "error columns-missing: The table has columns of 2 months: those of the others were not found",
    ]);
    expect(messages([LABEL, TARGET, ...months("programmed").slice(0, 2)])).toEqual([]);
  });

  it("doubts a quarter that is printed with some of its months", () => {
    const cut = [...months("programmed"), ...months("executed").slice(0, 10)];
    expect(messages([LABEL, TARGET, column("executed.q4"), ...cut])).toEqual([
      "error columns-missing: The table has executed.q4 and not all of its months",
    ]);
    expect(messages([LABEL, TARGET, column("executed.q3"), ...cut])).toEqual([]);
  });

  it("has nothing against columns that stand for themselves", () => {
    const total = column("extra.total");
    const columns = [LABEL, TARGET, ...months("programmed"), total, ...months("executed")];
    expect(messages([...columns, column("extra.progress"), column("extra.soles")])).toEqual([]);
    expect(messages([LABEL, column("extra.soles"), TARGET, ...months("programmed")])).toEqual([]);
  });
});
