import { describe, expect, it } from "vitest";
import type { Word } from "../../src/document.ts";
import { createNameFinder } from "../../src/page-tables/name-over.ts";
import type { PlacedColumn, Region } from "../../src/page-tables/region.ts";
import { textLines } from "../../src/page-tables/text-lines.ts";
import { town } from "../read/family-fixture.ts";
import { pageOf, rowOf, wordAt, wordsAt } from "./words.ts";

const column = (kind: PlacedColumn["kind"], name: string) => ({ kind, name, text: name, left: 0, right: 99 });
const COLUMNS = [column("label", "activity"), column("cell", "target")];

/** The names over tables whose headers begin at some heights, each with a row 32 points further down. */
function finder() {
  const find = createNameFinder(town);
  let number = 0;
  return (tops: readonly number[], words: readonly Word[], columns = COLUMNS) => {
    const page = pageOf({ number: ++number, words });
    const regions = tops.map((top): Region => {
      const rows = [rowOf(["Informar", "12"], top + 32)];
      return { page, columns, rows, hasHeader: true, box: [0, top, 600, top + 20] };
    });
    return find(page, regions, textLines(words)).map(
      ({ organ, rows }) => organ ?? (rows[0]!.isOrganUnsure === true ? "unsure" : null),
    );
  };
}

const bold = (text: string, y: number) => [wordAt(text, 20, y, "#000000 bold")];

describe("the organ over a table", () => {
  it("follows a word for organs, be there other lines between", () => {
    const words = [
      ...wordsAt("Órgano: Alcaldía", 20, 70),
      ...wordsAt("Responsable: Juan", 20, 82),
      ...wordsAt("ÓRGANO: OCI", 20, 190),
    ];
    expect(finder()([100, 200], words)).toEqual(["Alcaldía", "OCI"]);
  });

  it("is the line between two tables, and what is printed in its font over the first", () => {
    const find = finder();
    expect(find([100, 200], [...bold("Alcaldía", 90), ...bold("Tesorería", 190)])).toEqual([
      "Alcaldía",
      "Tesorería",
    ]);
    expect(find([100], [...wordsAt("MUNICIPALIDAD DE LIMA", 20, 90)])).toEqual([null]);
    expect(find([100], bold("Rentas", 90))).toEqual(["Rentas"]);
    expect(find([100], bold("Planeamiento", 90))).toEqual(["Planeamiento"]);
    expect(find([100], bold("Plan", 90))).toEqual([null]);
  });

  it("is none of what stands over one table alone, nor a note or a sentence between two", () => {
    expect(finder()([100], bold("Alcaldía", 90))).toEqual([null]);
    expect(finder()([100, 200], bold("Fuente", 190))).toEqual([null, null]);
    // The end of a header that the page before parts.
    expect(finder()([100, 200], bold("PROGRAMADO", 190))).toEqual([null, null]);
    expect(finder()([100, 200], wordsAt("Aprobado por todos.", 20, 190))).toEqual([null, null]);
  });

  it("is in doubt under what stands over no table before, where others say what they name", () => {
    const find = finder();
    const title = wordsAt("MUNICIPALIDAD DE LIMA", 20, 76);
    expect(find([100], [...title, ...wordsAt("Órgano: Alcaldía", 20, 90)])).toEqual(["Alcaldía"]);
    expect(find([100], title)).toEqual([null]);
    expect(find([100], [...title, ...wordsAt("TESORERÍA", 20, 90)])).toEqual(["unsure"]);
  });

  it("is seen under a table without lines that goes on from the page before, be its box all that stands over the next one", () => {
    const words = wordsAt("ÓRGANO: RENTAS", 20, 190);
    const page = pageOf({ words });
    const part = (hasHeader: boolean, at: number, top: number, bottom: number): Region => ({
      page,
      columns: COLUMNS,
      rows: [rowOf(["Informar", "12"], at)],
      hasHeader,
      box: [0, top, 600, bottom],
    });
    const found = createNameFinder(town)(
      page,
      [part(false, 60, 0, 200), part(true, 232, 200, 220)],
      textLines(words),
    );
    expect(found.map(({ organ }) => organ)).toEqual([undefined, "RENTAS"]);
  });

  it("may stand under the last table of the page before", () => {
    const find = finder();
    find([100], [...wordsAt("ÓRGANO: OCI", 20, 90), ...wordsAt("ÓRGANO: RENTAS", 20, 190)]);
    expect(find([100], [])).toEqual(["RENTAS"]);
  });

  it("is in doubt for a table without a name under one with a name, or under what may be one, and not for one with a column of organs", () => {
    expect(finder()([100, 200], wordsAt("ÓRGANO: OCI", 20, 90))).toEqual(["OCI", "unsure"]);
    const find = finder();
    find([100, 200], [...bold("Alcaldía", 90), ...bold("Tesorería", 190)]);
    expect(find([100], bold("Adm.", 90))).toEqual(["unsure"]);
    expect(find([100], wordsAt("Adm.", 20, 90))).toEqual([null]);
    const columns = [column("label", "organ"), ...COLUMNS];
    expect(finder()([100, 200], wordsAt("ÓRGANO: OCI", 20, 90), columns)).toEqual([null, null]);
  });
});
