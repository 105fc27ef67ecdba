import { describe, expect, it } from "vitest";
import { sourceFromBytes } from "../../src/acquire/source-from-bytes.ts";
import { findHeaderAt } from "../../src/grid/find-header.ts";
import { createHeaderVocabulary } from "../../src/grid/header-vocabulary.ts";
import { readLines } from "../../src/read/read-lines.ts";
import { town } from "../read/family-fixture.ts";

const vocabulary = createHeaderVocabulary(town);
const ROW = "ALCALDIA\tGESTIÓN\tCONTROL\tACCIONES\t1\t2\t3\t4";

function header(lines: readonly string[], from = 0, family = town) {
  const text = [...lines, ROW, ROW].join("\n");
  return findHeaderAt(
    readLines(sourceFromBytes("a", new TextEncoder().encode(text))),
    from,
    family,
    family === town ? vocabulary : createHeaderVocabulary(family),
  );
}
const names = (lines: readonly string[], family = town) =>
  header(lines, 0, family)
    ?.columns.map((column) => `${column.start}:${column.name}`)
    .join(" ");

describe("findHeaderAt", () => {
  it("finds the columns of two lines with merged cells", () => {
    const lines = ["ÓRGANO\tACTIVIDAD POI\tU.M.\tMETA\tPROGRAMADO\t\t", "\t\t\t\tENE\tFEB\tMAR"];
    expect(names(lines)).toBe(
      "0:organ 1:activity 2:unit 3:target 4:programmed.jan 5:programmed.feb 6:programmed.mar",
    );
    expect(header(lines)).toMatchObject({ from: 0, to: 2 });
  });

  it("gives columns under no head to the series that has none, wherever they stand", () => {
    const headless = { ...town, series: [{ key: "plan", header: [] }, ...town.series] };
    const lines = ["ÓRGANO\tACTIVIDAD POI\tMETA\t\t\tEJECUTADO\t\t", "\t\t\tENE\tFEB\tENE\tFEB\tMAR"];
    expect(names(lines, headless)).toBe(
      "0:organ 1:activity 2:target 3:plan.jan 4:plan.feb 5:executed.jan 6:executed.feb 7:executed.mar",
    );
    const behind = ["ÓRGANO\tACTIVIDAD POI\tMETA\tEJECUTADO\t\t\t\t", "\t\t\tENE\tFEB\tMAR\tENE\tFEB"];
    expect(names(behind, headless)).toBe(
      "0:organ 1:activity 2:target 3:executed.jan 4:executed.feb 5:executed.mar 6:plan.jan 7:plan.feb",
    );
    expect(names(lines)).toBeUndefined();
  });

  it("reads any case and accents, and passes over years", () => {
    const lines = ["organo\tActividad Operativa\tu.m.\tMeta 2023\tProg. Ene-23\tProg. Feb-23\tProg. Mar-23"];
    expect(names(lines)).toBe(
      "0:organ 1:activity 2:unit 3:target 4:programmed.jan 5:programmed.feb 6:programmed.mar",
    );
  });

  it("begins over a line with the name of a series alone", () => {
    const lines = ["METAS FÍSICAS\t\t\t% AVANCE", "EJECUTADO\t\t\t", "ENE\tFEB\tMAR\t"];
    expect(names(lines)).toBe("0:executed.jan 1:executed.feb 2:executed.mar 3:extra.progress");
    expect(header(lines)).toMatchObject({ from: 0, to: 3 });
  });

  it("begins over no name of another column, whose upper lines it does not hold", () => {
    const labels = town.labels.map((label) =>
      label.key === "unit" ? { ...label, header: ["MEDIDA"] } : label,
    );
    const lines = ["UNIDAD DE", "MEDIDA", "META", "PROGRAMADO\tEJECUTADO", "ENE\tFEB\tENE\tFEB"];
    expect(header(lines, 1, { ...town, labels })).toBeNull();
    expect(header(lines, 2, { ...town, labels })).toMatchObject({ from: 2, to: 5 });
  });

  it("says that months stand under the names of both series, unless a column says of each line which it is of", () => {
    const lines = (head: string) => [
      `ACTIVIDAD POI\tMETA\t${head}PROGRAMADO / EJECUTADO\t\t`,
      `\t\t${head === "" ? "" : "\t"}ENE\tFEB\tMAR`,
    ];
    const texts = (head: string) => header(lines(head))?.columns.map(({ text }) => text);
    expect(texts("")?.[2]).toBe("PROGRAMADO / EJECUTADO ENE");
    expect(texts("P/E\t")?.slice(2)).toEqual(["P/E", "ENE", "FEB", "MAR"]);
    expect(names(lines("P/E\t"))).toBe(
      "0:activity 1:target 2:p-e 3:programmed.jan 4:programmed.feb 5:programmed.mar",
    );
  });

  it("puts names together that are broken over lines", () => {
    const lines = [
      "\t\tUNIDAD DE\t\tPROGRAMADO\t\t",
      "ÓRGANO /\tACTIVIDAD POI\t\tMETA\tENE\tFEB\tMAR",
      "UNIDAD ORGÁNICA\t\tMEDIDA\t\t\t\t",
    ];
    expect(names(lines)).toBe(
      "0:organ 1:activity 2:unit 3:target 4:programmed.jan 5:programmed.feb 6:programmed.mar",
    );
    expect(header(lines)?.to).toBe(3);
  });

  it("puts a name together that goes on beside its beginning and below it", () => {
    const text = [
      "ÓRGANO /UNIDAD   ACTIVIDAD POI    U.M.    META    PROGRAMADO",
      "   ORGÁNICA                                        ENE    FEB    MAR",
      "ALCALDIA         CONTROL          ACTA    3        1      1      1",
    ].join("\n");
    const document = readLines(sourceFromBytes("a", new TextEncoder().encode(text)));
    expect(findHeaderAt(document, 0, town, vocabulary)?.columns.map(({ name }) => name)).toEqual(
      "organ activity unit target programmed.jan programmed.feb programmed.mar".split(" "),
    );
  });

  it("takes the columns one after the other where fields beside spanning cells are left out", () => {
    const lines = ["ÓRGANO\tACTIVIDAD POI\tU.M.\tMETA\tMETAS POR MES", "PROGRAMADO", "ENE\tFEB\tMAR\tABR"];
    expect(names(lines)).toBe(
      "0:organ 1:activity 2:unit 3:target 4:programmed.jan 5:programmed.feb 6:programmed.mar 7:programmed.apr",
    );
  });

  it("takes cells of a page for no header whose months stand under the name of a text column", () => {
    const document = readLines(
      sourceFromBytes(
        "a",
        new TextEncoder().encode(`ÓRGANO\tMETA\tPROGRAMADO\nENE\tFEB\tMAR\n${ROW}\n${ROW}`),
      ),
    );
    const found = (separator: "\t" | "cells") =>
      findHeaderAt({ ...document, separator }, 0, town, vocabulary)?.columns.map(({ name }) => name);
    expect(found("\t")).toEqual(["organ", "target", "programmed.jan", "programmed.feb", "programmed.mar"]);
    expect(found("cells")).toBeUndefined();
  });

  it("counts the fields of the rows to tell the name of a column from that of a group", () => {
    const lines = ["ÓRGANO\tRESPONSABLE\tACTIVIDAD POI\tU.M.\tMETA\tPROGRAMADO", "ENE\tFEB\tMAR"];
    expect(names(lines)).toBe(
      "0:organ 1:responsable 2:activity 3:unit 4:target 5:programmed.jan 6:programmed.feb 7:programmed.mar",
    );
  });

  it("takes the name of a column in that of a group for no column", () => {
    const lines = [
      "ÓRGANO\tACTIVIDAD POI\tU.M.\tMETA\tAvance mensual\t\t\tAvance",
      "\t\t\t\tPROGRAMADO\t\t\t",
      "\t\t\t\tENE\tFEB\tMAR\t",
    ];
    const family = { ...town, extra: [{ key: "progress", header: ["AVANCE"] }] };
    const read = (text: string) => readLines(sourceFromBytes("a", new TextEncoder().encode(text)));
    const columnsOf = (text: string) =>
      findHeaderAt(read(text), 0, family, createHeaderVocabulary(family))?.columns.map(({ name }) => name);
    const expected =
      "organ activity unit target programmed.jan programmed.feb programmed.mar extra.progress".split(" ");
    expect(columnsOf([...lines, ROW, ROW].join("\n"))).toEqual(expected);
    const spaced = [...lines, ROW, ROW].map((line) =>
      line
        .split("\t")
        .map((field) => field.padEnd(18))
        .join(""),
    );
    expect(columnsOf(spaced.join("\n"))).toEqual(expected);
  });

  it("takes the name of a group for no part of that of a column under it", () => {
    const row = "ALCALDIA          GESTIÓN           4         1         2         3         1";
    const text = [
      "ÓRGANO            ACTIVIDAD POI     META        DISTRIBUCIÓN DE LAS CANTIDADES",
      "                                              ENE       FEB       I SEM     MAR",
      row,
    ];
    const read = readLines(sourceFromBytes("a", new TextEncoder().encode([...text, row].join("\n"))));
    expect(findHeaderAt(read, 0, town, vocabulary)?.columns.map(({ name }) => name)).toEqual(
      "organ activity target programmed.jan programmed.feb i-sem programmed.mar".split(" "),
    );
  });

  it("names columns that the family does not list after their words", () => {
    const lines = ["N°\tÓRGANO\tMeta\tMETA\tPROG ENE\tPROG FEB\t% AVANCE\tMotivo del retraso"];
    expect(names(lines)).toBe(
      "0:n 1:organ 2:target 3:meta 4:programmed.jan 5:programmed.feb 6:extra.progress 7:motivo-del-retraso",
    );
    expect(
      header(lines)
        ?.columns.map((column) => column.kind)
        .join(" "),
    ).toBe("unknown label cell unknown cell cell cell unknown");
  });

  it.each([
    ["a title that speaks of a quarter", "PLAN OPERATIVO - AL IV TRIMESTRE"],
    ["a row", ROW],
    ["a sentence", "Lo ejecutado en ENE y FEB supera la meta de MAR"],
    ["labels without numbers", "ÓRGANO\tACTIVIDAD POI\tU.M."],
  ])("takes %s for no header", (_, line) => {
    expect(header([line])).toBeNull();
  });

  it("does not look at a line as long as a file", () => {
    expect(header([`ÓRGANO\tMETA\t${"PROG ENE\t".repeat(100_000)}`])).toBeNull();
  });
});
