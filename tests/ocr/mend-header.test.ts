import { describe, expect, test } from "vitest";
import { mendHeader } from "../../src/ocr/mend-header.ts";
import type { Print } from "../../src/ocr/print.ts";

const LETTER = 20;
const PITCH = 60;
const at = (text: string, left: number, top = 100): Print => ({
  text,
  left,
  right: left + 40,
  top,
  bottom: top + LETTER,
  confidence: 0.9,
  readings: [],
});
const YEAR = "ENE FEB MAR ABR MAY JUN JUL AGO SET OCT NOV DIC";
const line = (texts: string, from = 0) => texts.split(" ").map((text, k) => at(text, from + k * PITCH));
const read = (print: readonly Print[]) =>
  mendHeader(print, LETTER)
    .map(({ text }) => text)
    .join(" ");

describe("months", () => {
  test("that were misread are those between their neighbours, in whatever case", () => {
    expect(read(line("Enc Feb Mar Abr May Jun Jul Agst Sel Oct Nov Dic"))).toBe(
      "ENE Feb Mar Abr May Jun Jul AGO SET Oct Nov Dic",
    );
    expect(read(line("ENE FEB MAR ABR MAY JUN JUL AGO SEP 0CT NOV DlC"))).toBe(YEAR.replace("SET", "SEP"));
  });

  test("of two series in one line are told each by its own neighbours", () => {
    expect(read(line(`${YEAR.replace("DIC", "DlC")} ${YEAR.replace("ENE", "EME")}`))).toBe(`${YEAR} ${YEAR}`);
  });

  test("are not made of numbers, nor at an end of what has nothing of the month", () => {
    const misread = YEAR.replace("JUN", "12").replace("DIC", "XYZ");
    expect(read(line(misread))).toBe(misread);
  });

  test("that are nothing like themselves are told by both their neighbours", () => {
    expect(read(line(YEAR.replace("NOV", "O")))).toBe(YEAR);
  });

  test("are not put where no column of a month is", () => {
    const print = [...line("ENE FEB MAR ABR MAY JUN"), at("JUC", 5 * PITCH + 90)];
    expect(read(print)).toBe("ENE FEB MAR ABR MAY JUN JUC");
  });

  test("are not put before January nor after December, where other columns stand", () => {
    expect(read(line(`PIM ${YEAR} Anual`))).toBe(`PIM ${YEAR} Anual`);
  });

  test("of a sentence are none", () => {
    expect(read(line("DE ENE A FEB Y MAR CON ABP"))).toBe("DE ENE A FEB Y MAR CON ABP");
  });
});

describe("words of a header", () => {
  test("that are a letter away are mended near the months", () => {
    const above = [at("Mela", 800, 70), at("Cédigo", 900, 130), at("Actividad", 1000, 130)];
    expect(read([...line(YEAR), ...above])).toBe(`${YEAR} META CODIGO Actividad`);
  });

  test("that lack their last letter are whole where the header prints them so elsewhere", () => {
    const series = ["PRO", "EJC", "PROG", "EJC"].map((text, k) => at(text, 800 + 60 * k));
    expect(read([...line(YEAR), ...series])).toBe(`${YEAR} PROG EJC PROG EJC`);
    expect(read([...line(YEAR), ...series.slice(0, 2)])).toBe(`${YEAR} PRO EJC`);
  });

  test("that break the turns of two others take their turn", () => {
    const turns = (texts: string) => texts.split(" ").map((text, k) => at(text, 800 + 60 * k));
    const mended = (texts: string) => read([...line(YEAR), ...turns(texts)]).slice(YEAR.length + 1);
    const pairs = "PROG EJC PROG EJC PROG EJC PROG EJC";
    expect(mended("PROG EJC PROG EJC ER EJC PROG EJC")).toBe(pairs);
    expect(mended("PROG EJC PROG EJC PROG EJC PROG EJO")).toBe(pairs);
    expect(mended("P0G EJC PROG EJC PROG EJC PROG EJC")).toBe(pairs);
    const threes = "PROG EJC DIF PROG EJC DIF PROG EJC DIF PROG EJC SALDO";
    expect(mended(threes)).toBe(threes);
    expect(mended("PROG EJC PROG EJC AVANCE")).toBe("PROG EJC PROG EJC AVANCE");
  });

  test("in another form are not mended: that is how they are printed", () => {
    const forms = ["Operativas", "PROGRAMADA", "Totales"].map((text, k) => at(text, 800 + 150 * k, 70));
    expect(read([...line(YEAR), ...forms])).toBe(`${YEAR} Operativas PROGRAMADA Totales`);
  });

  test("are left alone elsewhere, and so are others", () => {
    const below = [at("Mela", 800, 700), at("INDICADOR", 900, 90), at("MESA", 1000, 700)];
    expect(read([...line(YEAR), ...below])).toBe(`${YEAR} Mela INDICADOR MESA`);
  });
});

test("a page without months is as it was", () => {
  const print = [at("Mela", 0), at("Cédigo", 100)];
  expect(mendHeader(print, LETTER)).toEqual(print);
});
