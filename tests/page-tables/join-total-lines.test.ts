import { describe, expect, it } from "vitest";
import type { Word } from "../../src/document.ts";
import { cellText } from "../../src/page-tables/cell-text.ts";
import { joinTotalLines } from "../../src/page-tables/join-total-lines.ts";
import { placeWords } from "../../src/page-tables/place-words.ts";
import type { PlacedColumn } from "../../src/page-tables/region.ts";
import { textLines } from "../../src/page-tables/text-lines.ts";
import { createLabelVocabulary } from "../../src/read/label-vocabulary.ts";
import { createOrganNameTest } from "../../src/read/organ-name.ts";
import { createTotalTest } from "../../src/read/total-label.ts";
import { town } from "../read/family-fixture.ts";
import { wordAt, wordsAt } from "./words.ts";

const tell = {
  vocabulary: createLabelVocabulary(town),
  isTotal: createTotalTest(town),
  namesOrgan: createOrganNameTest(town),
};
const column = (kind: PlacedColumn["kind"], name: string, left: number, right: number): PlacedColumn => {
  return { kind, name, text: name, left, right };
};
const COLUMNS = [
  column("label", "activity", 20, 120),
  column("label", "unit", 120, 200),
  column("cell", "target", 200, 240),
];

/** The first cell of each line and its number, lines 12 points apart. */
function read(...lines: readonly (readonly Word[])[]): (readonly [string, string])[] {
  const words = lines.flatMap((line, i) => line.map((word) => moved(word, 12 * i)));
  const layout = { columns: COLUMNS, places: null, starts: [] };
  const placed = textLines(words).map((line) => placeWords(line, layout));
  return joinTotalLines(placed, COLUMNS, tell).map(
    ({ cells }) => [cellText(cells[0]!), cellText(cells[2]!)] as const,
  );
}
const moved = (word: Word, by: number): Word => ({
  ...word,
  box: [word.box[0], word.box[1] + by, word.box[2], word.box[3] + by],
});
const line = (text: string, number = "", style = "bold") => [
  ...wordsAt(text, 23, 100).map((word) => ({ ...word, style })),
  ...(number === "" ? [] : [wordAt(number, 220, 100)]),
];

describe("joinTotalLines", () => {
  it.each([
    ["last", ["", "", "12"]],
    ["first", ["12", "", ""]],
    ["middle", ["", "12", ""]],
  ])("joins the name of a total whose numbers stand on its %s line", (_, [one, two, three]) => {
    const name = [line("TOTAL GERENCIA DE LOGÍSTICA Y", one), line("PATRIMONIO DE LA ENTIDAD Y DEL", two)];
    expect(read(...name, line("MUNICIPIO", three))).toEqual([
      ["TOTAL GERENCIA DE LOGÍSTICA Y PATRIMONIO DE LA ENTIDAD Y DEL MUNICIPIO", "12"],
    ]);
  });

  it("joins a name of two lines whose numbers stand between them, though its last word stands alone elsewhere", () => {
    const between = [wordAt("12", 220, 94)];
    const lower = line("PATRIMONIO DEL MUNICIPIO").map((word) => moved(word, -12));
    expect(read(line("DE"), line("TOTAL GERENCIA DE LOGÍSTICA DE"), between, lower)).toEqual([
      ["DE", ""],
      ["TOTAL GERENCIA DE LOGÍSTICA DE PATRIMONIO DEL MUNICIPIO", "12"],
    ]);
  });

  it("leaves the text under a total alone that would have had room on its line", () => {
    const lines = [line("TOTAL GERENCIA DE LOGÍSTICA Y", "12"), line("PATRIMONIO"), line("ALCALDÍA")];
    expect(read(...lines)).toEqual([
      ["TOTAL GERENCIA DE LOGÍSTICA Y PATRIMONIO", "12"],
      ["ALCALDÍA", ""],
    ]);
  });

  it("leaves the name of an organ alone that stands further under a total than the lines of texts are apart", () => {
    const texts = [line("INFORMAR A LA", "", "plain"), line("POBLACIÓN", "1", "plain")];
    const under = (by: number) =>
      read(
        ...texts,
        line("TOTAL GERENCIA DE LOGÍSTICA Y", "12"),
        line("PATRIMONIO DE LA ENTIDAD").map((word) => moved(word, by)),
      );
    expect(under(0)).toHaveLength(3);
    expect(under(3)).toHaveLength(4);
  });

  it("takes a name for whole that ends in what was printed before, however little room is left", () => {
    const organ = line("GERENCIA DE LOGÍSTICA Y");
    const lines = [organ, line("TOTAL GERENCIA DE LOGÍSTICA Y", "12"), line("TRANSPORTE")];
    expect(read(...lines).map(([text]) => text)).toEqual([
      "GERENCIA DE LOGÍSTICA Y",
      "TOTAL GERENCIA DE LOGÍSTICA Y",
      "TRANSPORTE",
    ]);
  });

  it("leaves the first line of the next row alone that prints in another column, or in several", () => {
    const total = line("TOTAL GERENCIA DE LOGÍSTICA Y", "12");
    const beside = wordsAt("TRANSPORTES", 123, 100).map((word) => ({ ...word, style: "bold" }));
    expect(read(total, beside)[0]).toEqual(["TOTAL GERENCIA DE LOGÍSTICA Y", "12"]);
    expect(read(total, [...line("TRANSPORTES"), ...beside])[0]).toEqual([
      "TOTAL GERENCIA DE LOGÍSTICA Y",
      "12",
    ]);
    const plain = [line("Obras", "3", "plain"), line("TOTAL LOGÍSTICA", "12", "plain")];
    expect(read(...plain, line("MANTENIMIENTO", "", "plain"))).toHaveLength(3);
  });

  it("leaves texts in another font alone, and other numbers", () => {
    const total = line("TOTAL GERENCIA DE LOGÍSTICA Y", "12");
    expect(read(total, line("Mantenimiento", "", "plain"))).toHaveLength(2);
    expect(read(total, line("TRANSPORTE", "3"))).toHaveLength(2);
    expect(read(line("Supervisar"), line("MANTENIMIENTO", "3"))).toHaveLength(2);
  });
});
