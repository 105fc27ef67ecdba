import { describe, expect, it } from "vitest";
import type { Page, Word } from "../../src/document.ts";
import { createHeaderVocabulary } from "../../src/grid/header-vocabulary.ts";
import { cellText } from "../../src/page-tables/cell-text.ts";
import { findPageHeaders } from "../../src/page-tables/find-page-header.ts";
import { placeColumns } from "../../src/page-tables/place-columns.ts";
import { readUnruled } from "../../src/page-tables/read-unruled.ts";
import { textLines } from "../../src/page-tables/text-lines.ts";
import { createLabelVocabulary } from "../../src/read/label-vocabulary.ts";
import { createOrganNameTest } from "../../src/read/organ-name.ts";
import { createTotalTest } from "../../src/read/total-label.ts";
import { town } from "../read/family-fixture.ts";
import { planHeader, planLine, planPage, planRow } from "./plan-page.ts";
import { wordsAt } from "./words.ts";

const headers = createHeaderVocabulary(town);
const tell = {
  vocabulary: createLabelVocabulary(town),
  isTotal: createTotalTest(town),
  isHeader: (text: string) => headers.meaningOf(text) !== null,
  namesOrgan: createOrganNameTest(town),
};
const TOP = 114;

/** Reads what stands under the header of a plan. */
function read(body: readonly Word[], part: Partial<Page> = {}, mayGoOn = false) {
  const page = planPage([...planHeader(112), ...body], part);
  const header = textLines(planHeader(112));
  const [found] = findPageHeaders(page, header, town, createHeaderVocabulary(town));
  const lines = textLines(body);
  return readUnruled(page, placeColumns(found!.columns, lines), lines, TOP, tell, mayGoOn);
}
const textsOf = (rows: ReturnType<typeof read>, column: number) =>
  rows.map(({ cells }) => cellText(cells[column]!.words));

const shade = (top: number, bottom: number) => [20, top, 720, bottom] as const;

describe("readUnruled", () => {
  it("makes a row of each line of numbers", () => {
    const rows = read([
      ...planRow(132, "ALCALDÍA", "Supervisar obras", "ACCIONES"),
      ...planRow(152, "OCI", "Controlar", "INFORMES", "12", "1"),
    ]);
    expect(textsOf(rows, 0)).toEqual(["ALCALDÍA", "OCI"]);
    expect(textsOf(rows, 3)).toEqual(["24", "12"]);
    expect(rows.map(({ at, isDoubted, isBand }) => [at, isDoubted, isBand])).toEqual([
      [132, false, false],
      [152, false, false],
    ]);
  });

  it("takes texts over a total for the end of a row that the page before parted", () => {
    const body = [...wordsAt("de obras", 123, 124), ...planRow(140, "TOTAL", "", "")];
    const [rest, total, ...others] = read(body, {}, true);
    expect(others).toEqual([]);
    expect(rest).toMatchObject({ isRest: true });
    expect(cellText(rest!.cells[1]!.words)).toBe("de obras");
    expect(total!.cells[1]!.words).toEqual([]);
  });

  it("leaves out what stands aside under the numbers in a style of its own, such as a signature", () => {
    const signed = wordsAt("QUISPE ROJAS Ana", 640, 180).map((word) => ({ ...word, style: "#0000b4 f1" }));
    const row = planRow(132, "OCI", "Informar", "INFORMES");
    const rows = read([...row, ...signed]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.cells.flatMap(({ words }) => words)).not.toContainEqual(signed[0]);
    // Between rows, or in the style of these, it may be a name after all.
    expect(read([...row, ...wordsAt("QUISPE ROJAS Ana", 640, 180)])).toHaveLength(2);
    expect(read([...row, ...signed, ...planRow(212, "OCI", "Controlar", "INFORMES")])).toHaveLength(3);
  });

  it("takes the end of a header's word that a cell breaks for one", () => {
    const rows = read([...wordsAt("FEB", 690, 124), ...planRow(152, "OCI", "Informar", "INFORMES")]);
    expect(rows.map(({ isBand }) => isBand)).toEqual([false]);
    expect(rows[0]!.cells.flatMap(({ words }) => words.map(({ text }) => text))).not.toContain("FEB");
  });

  it("gives a line to the text that it goes on with, where texts stand as close as rows do", () => {
    const rows = read([
      ...planRow(132, "OCI", "Informar de", "INFORMES"),
      ...wordsAt("obras", 120, 144),
      ...planRow(156, "OCI", "Controlar", "INFORMES"),
    ]);
    expect(textsOf(rows, 1)).toEqual(["Informar de obras", "Controlar"]);
    expect(rows.map(({ isTextUnsure }) => isTextUnsure)).toEqual([false, false]);
  });

  it("doubts the rows whose texts a note under the table would move, and no others", () => {
    const rows = [
      ...planRow(132, "ALCALDÍA", "Supervisar obras", "ACCIONES"),
      ...planRow(144, "OCI", "Controlar", "INFORMES"),
      ...planRow(156, "RENTAS", "Cobrar", "ACCIONES"),
      ...planRow(168, "ARCHIVO", "Guardar", "ACCIONES"),
    ];
    const note = [...planLine(190, ["Ver anexo"]), ...planLine(202, ["de la oficina"])];
    expect(read(rows).map(({ isTextUnsure }) => isTextUnsure)).toEqual([false, false, false, false]);
    const doubted = read([...rows, ...note]).filter((row) => row.isTextUnsure === true);
    const texts = textsOf(read([...rows, ...note]), 0);
    expect(texts.filter((text) => !["ALCALDÍA", "OCI", "RENTAS", "ARCHIVO"].includes(text))).not.toEqual([]);
    expect(textsOf(doubted, 0)).toEqual(
      expect.arrayContaining(
        texts.filter((text) => !["ALCALDÍA", "OCI", "RENTAS", "ARCHIVO"].includes(text)),
      ),
    );
    const wrapped = [...planLine(180, ["GENERAL"]), ...planLine(192, ["DE LIMA"])];
    expect(read([...rows, ...wrapped]).some((row) => row.isTextUnsure === true)).toBe(false);
  });

  it("gives no total the end of the name of an organ over it", () => {
    // Without the word of a total the second line may as well be the first of two beside the last numbers.
    const rows = read([
      ...planRow(132, "OFICINA DE", "Informar", "ACCIONES"),
      ...planLine(145, ["PRENSA"]),
      ...planRow(156, "SUBTOTAL", "", "", "24", "2"),
      ...planRow(168, "RENTAS", "Cobrar", "ACCIONES"),
    ]);
    expect(textsOf(rows, 0)).toEqual(["OFICINA DE PRENSA", "SUBTOTAL", "RENTAS"]);
    expect(rows.some(({ isTextUnsure }) => isTextUnsure)).toBe(false);
  });

  it("doubts rows whose texts may stand beside their numbers in two ways, unless a column tells", () => {
    const rows = (texts: readonly string[], units: readonly string[] = []) => [
      ...planRow(120, "OCI", texts[0]!, "ACCIONES"),
      ...planRow(132, "OCI", texts[1]!, "ACCIONES"),
      ...planLine(144, ["", texts[2]!, units[0] ?? ""]),
      ...planRow(156, "OCI", texts[3]!, "ACCIONES"),
      ...planLine(168, ["", "", units[1] ?? ""]),
    ];
    const unsure = (words: readonly Word[]) => read(words).map(({ isTextUnsure }) => isTextUnsure);
    expect(unsure(rows(["INFORMAR", "COBRAR", "MULTAS", "CERRAR"]))).toEqual([false, true, true]);
    expect(unsure(rows(["Informar", "Cobrar", "multas", "Cerrar"]))).toEqual([false, false, false]);
    expect(unsure(rows(["INFORMAR", "COBRAR", "MULTAS", "CERRAR"], ["", "FINALES"]))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("doubts a total under whose name more is printed, which may be a note", () => {
    const rows = read([
      ...planRow(132, "OCI", "Controlar", "INFORMES"),
      ...planRow(144, "TOTAL", "", "", "24", "2"),
      ...planLine(156, ["Sujeto a cambios"]),
    ]);
    expect(rows.at(-1)).toMatchObject({ isTextUnsure: true });
    expect(rows[0]).toMatchObject({ isTextUnsure: false });
  });

  it("parts rows by shades that are drawn cell by cell, one without numbers among them", () => {
    const cells = (top: number, bottom: number) =>
      [20, 120, 260, 330].map((left, i) => [left, top, [120, 260, 330, 720][i]!, bottom] as const);
    const rows = read(
      [
        ...planRow(125, "ALCALDÍA", "Informar", "ACCIONES"),
        ...planLine(140, ["OCI", "Controlar los", "INFORMES"]),
        ...planLine(151, ["", "gastos"]),
        ...planRow(165, "RENTAS", "Cobrar", "ACCIONES"),
      ],
      { fills: [...cells(115, 130), ...cells(156, 170)] },
    );
    expect(textsOf(rows, 1)).toEqual(["Informar", "Controlar los gastos", "Cobrar"]);
  });

  it("leaves out the ends of header words that their cells break", () => {
    const ends = planLine(122, ["", "", "", "", "v", "", "", "c."]);
    const rows = read([...ends, ...planRow(140, "OCI", "Controlar", "INFORMES", "12", "1")]);
    expect(textsOf(rows, 0)).toEqual(["OCI"]);
    expect(textsOf(rows, 4)).toEqual(["1"]);
    // The last word of one name may stand over them, on a line of its own.
    const more = read([
      ...planLine(116, ["", "", "", "ANUAL"]),
      ...ends,
      ...planRow(140, "OCI", "Controlar", "INFORMES", "12", "1"),
    ]);
    expect(textsOf(more, 0)).toEqual(["OCI"]);
    // So may words of the names of texts, beside them.
    const beside = read([
      ...planLine(116, ["", "", "MEDIDA", "ANUAL"]),
      ...ends,
      ...planRow(140, "OCI", "Controlar", "INFORMES", "12", "1"),
    ]);
    expect(beside.map((row) => row.isBand)).toEqual([false]);
    const alone = [...planLine(122, ["", "", "", "ANUAL"]), ...planRow(140, "OCI", "Controlar", "INFORMES")];
    expect(textsOf(read(alone), 0)).toEqual(["OCI"]);
  });

  it("leaves out the ends of the names of texts, under which that of an unknown column goes on", () => {
    const row = planRow(140, "OCI", "Supervisar obras", "ACCIONES");
    const ends = [...wordsAt("MEDIDA", 263, 122), ...wordsAt("(S/)", 335, 122)];
    expect(read([...ends, ...row]).map(({ isBand }) => isBand)).toEqual([false]);
  });

  it("joins texts of several lines with the numbers that they stand beside", () => {
    const rows = read([
      ...planLine(126, ["", "Supervisar las"]),
      ...planRow(132, "ALCALDÍA", "", "ACCIONES"),
      ...planLine(138, ["", "obras públicas"]),
      ...planLine(166, ["", "Controlar los"]),
      ...planRow(172, "OCI", "", "INFORMES"),
      ...planLine(178, ["", "gastos"]),
    ]);
    expect(textsOf(rows, 1)).toEqual(["Supervisar las obras públicas", "Controlar los gastos"]);
  });

  it("keeps what is signed under the last row of a shaded table under it", () => {
    const signed = [...wordsAt("GERENCIA DE ADMINISTRACIÓN Y FINANZAS DEL AÑO", 23, 200)];
    const rows = read(
      [
        ...planRow(128, "ALCALDÍA", "Informar", "ACCIONES"),
        ...planRow(156, "OCI", "Controlar", "INFORMES"),
        ...planRow(176, "OCI", "Informar", "INFORMES"),
        ...signed,
      ],
      { fills: [shade(118, 146), shade(147, 166)] },
    );
    expect(textsOf(rows, 1).slice(0, 3)).toEqual(["Informar", "Controlar", "Informar"]);
  });

  it("goes by shades where these part the rows", () => {
    const rows = read(
      [
        ...planRow(128, "ALCALDÍA", "Supervisar las", "ACCIONES"),
        ...planLine(140, ["", "obras"]),
        ...planRow(156, "OCI", "Controlar", "INFORMES"),
        ...planRow(176, "OCI", "Informar a la", "INFORMES"),
        ...planLine(188, ["", "entidad"]),
      ],
      { fills: [shade(118, 146), shade(166, 194)] },
    );
    expect(textsOf(rows, 1)).toEqual(["Supervisar las obras", "Controlar", "Informar a la entidad"]);
  });

  it("takes what stands far under the last shade for none of its row's texts", () => {
    const rows = read(
      [
        ...planRow(128, "ALCALDÍA", "Supervisar", "ACCIONES"),
        ...planRow(146, "OCI", "Controlar", "INFORMES"),
        ...planRow(164, "OCI", "Informar a la", "INFORMES"),
        ...planLine(176, ["", "entidad"]),
        ...planLine(210, ["GENÉRICA", "PIA"]),
        ...planLine(222, ["2.1 Personal", "1,250,000"]),
      ],
      { fills: [shade(118, 136), shade(136, 154)] },
    );
    expect(textsOf(rows, 0)).toEqual(["ALCALDÍA", "OCI", "OCI"]);
    expect(textsOf(rows, 1)).toEqual(["Supervisar", "Controlar", "Informar a la entidad"]);
  });

  it("takes what stands far under the last numbers for none of its row's texts, nor of those over them", () => {
    const rows = read([
      ...planRow(132, "ALCALDÍA", "Supervisar", "ACCIONES"),
      ...planLine(150, ["OCI", "Informar a la"]),
      ...planRow(156, "", "", "INFORMES"),
      ...planLine(162, ["", "entidad"]),
      ...planRow(180, "TOTAL", "", ""),
      ...planLine(210, ["GENÉRICA", "PIA", "PIM"]),
      ...planLine(222, ["2.1 Personal", "1,250,000", "1,310,250"]),
    ]);
    expect(textsOf(rows, 0)).toEqual(["ALCALDÍA", "OCI", "TOTAL"]);
    expect(textsOf(rows, 1)).toEqual(["Supervisar", "Informar a la entidad", ""]);
  });

  it("tells a line that names the organ of the rows under it", () => {
    const rows = read([
      ...wordsAt("OFICINA DE PLANEAMIENTO Y PRESUPUESTO", 23, 132),
      ...planRow(152, "", "Controlar", "INFORMES"),
      ...planRow(172, "", "Informar", "INFORMES"),
    ]);
    expect(rows.map(({ isBand }) => isBand)).toEqual([true, false, false]);
    expect(textsOf(rows, 0)[0]).toBe("OFICINA DE PLANEAMIENTO Y PRESUPUESTO");
  });

  it("gives an organ that is printed once, in the middle of its rows, to all of them", () => {
    const body = [
      ...planRow(132, "", "Supervisar obras", "ACCIONES"),
      ...planRow(152, "ALCALDÍA", "Informar", "INFORMES"),
      ...planRow(172, "", "Atender", "ACCIONES"),
      ...planRow(192, "", "Controlar", "INFORMES"),
      ...planRow(212, "OCI", "Auditar", "ACCIONES"),
      ...planRow(232, "", "Verificar", "ACCIONES"),
    ];
    const rows = read(body);
    expect(textsOf(rows, 0)).toEqual(["ALCALDÍA", "ALCALDÍA", "ALCALDÍA", "OCI", "OCI", "OCI"]);
    expect(rows.some(({ isOrganUnsure }) => isOrganUnsure)).toBe(false);
    // The first row may also be the last one of an organ on the page before, and the organs stand beside their first.
    const later = read(body, {}, true);
    expect(later.every(({ isOrganUnsure }) => isOrganUnsure)).toBe(true);
  });

  it("gives a total no organ of the rows over it", () => {
    const rows = read([
      ...planRow(132, "", "Supervisar obras", "ACCIONES"),
      ...planRow(152, "ALCALDÍA", "Informar", "INFORMES"),
      ...planRow(172, "", "Atender", "ACCIONES"),
      ...planRow(192, "TOTAL", "", "", "72", "6"),
    ]);
    expect(textsOf(rows, 0)).toEqual(["ALCALDÍA", "ALCALDÍA", "ALCALDÍA", "TOTAL"]);
  });

  it("gives an organ in the middle of its rows to all of them where a line is drawn through its name", () => {
    const lines = [118, 142, 166, 190].map((at) => ({ at, from: 20, to: 720 }));
    const rows = read(
      [
        ...planRow(132, "", "Supervisar", "ACCIONES"),
        ...planLine(138, ["GERENCIA DE"]),
        ...planLine(144.5, ["OBRAS"]),
        ...planRow(156, "", "Informar", "INFORMES"),
        ...planRow(180, "OCI", "Atender", "ACCIONES"),
      ],
      { horizontal: lines },
    );
    expect(textsOf(rows, 0)).toEqual(["GERENCIA DE OBRAS", "GERENCIA DE OBRAS", "OCI"]);
  });

  it("goes by where the lines of each column stand, though others stand a little higher", () => {
    const rows = read([
      ...planRow(132, "", "Supervisar", "ACCIONES"),
      ...planLine(142, ["", "las obras"]),
      ...planLine(152, ["ALCALDÍA"]),
      ...planLine(155, ["", "Informar"]),
      ...planRow(165, "", "a la entidad", "INFORMES"),
    ]);
    expect(textsOf(rows, 1)).toEqual(["Supervisar las obras", "Informar a la entidad"]);
  });

  it("tells the end of a row on the page before from the texts of the first row", () => {
    const body = [
      ...planLine(120, ["", "de la ciudad"]),
      ...planRow(134, "ALCALDÍA", "Informar", "INFORMES"),
      ...planLine(148, ["", "Controlar los"]),
      ...planRow(158, "OCI", "gastos", "INFORMES"),
    ];
    const rows = read(body, {}, true);
    expect(rows.map(({ isRest }) => isRest)).toEqual([true, false, false]);
    expect(textsOf(rows, 1)).toEqual(["de la ciudad", "Informar", "Controlar los gastos"]);
    expect(textsOf(read(body), 1)).toEqual(["de la ciudad Informar", "Controlar los gastos"]);
  });

  it("has no rows where there are no numbers", () => {
    expect(read(wordsAt("No hay actividades en el periodo", 23, 140))).toEqual([]);
  });
});
