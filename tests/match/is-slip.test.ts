import { describe, expect, it } from "vitest";
import { isSlip } from "../../src/match/is-slip.ts";

describe("isSlip", () => {
  it.each([
    ["OFICINA DE INFORMATICA", "OFICINA DE INFORMATICA"],
    ["OFICINA DE INFORMATCA", "OFICINA DE INFORMATICA"],
    ["OFICINA DE INF0RMATICA", "OFICINA DE INFORMATICA"],
    ["OFICINA DE INFROMATICA", "OFICINA DE INFORMATICA"],
    ["OFCINA DE INFORMATXCA", "OFICINA DE INFORMATICA"],
    ["OFICINA DE CONTORL", "OFICINA DE CONTROL"],
    ["OFICINA DE DAOTS", "OFICINA DE DATOS"],
    ["INNOVACION PROYECTOS", "INNOVACION Y PROYECTOS"],
    ["OFICINA DE XNFORMATIKA", "OFICINA DE INFORMATICA"],
    ["OFICINA INFORMATICA", "OFICINA DE INFORMATICA"],
    ["OFICINA D DATOS", "OFICINA DE DATOS"],
    ["OFICINA OE DATOS", "OFICINA DE DATOS"],
    ["OFICINADE DATO", "OFICINA DE DATOS"],
    ["0FICINA REGIONAI 1", "OFICINA REGIONAL 1"],
  ])("%s is a slip of %s", (printed, name) => {
    expect(isSlip(printed, name)).toBe(true);
  });

  it.each([
    ["a short word with two other letters", "OFICINA DE GASTOS", "OFICINA DE DATOS"],
    ["another stem", "GERENCIA DE EGRESOS", "GERENCIA DE INGRESOS"],
    ["a prefix", "GERENCIA DE REORGANIZACION", "GERENCIA DE ORGANIZACION"],
    ["a lost prefix", "GERENCIA DE CUMPLIMIENTO", "GERENCIA DE INCUMPLIMIENTO"],
    ["another prefix", "OFICINA DE EXPORTACIONES", "OFICINA DE IMPORTACIONES"],
    ["another short word", "GERENCIA DE VENTAS", "GERENCIA DE RENTAS"],
    ["another vowel", "OFICINA REGIONAL ZONA E", "OFICINA REGIONAL ZONA A"],
    ["another number", "SEDE 2", "SEDE 1"],
    ["another roman number", "SEDE REGIONAL II", "SEDE REGIONAL I"],
    ["a number more", "SEDE REGIONAL 1", "SEDE REGIONAL"],
    ["a number with a letter", "SECTORB2", "SECTOR B1"],
    ["another letter", "ZONA REGISTRAL B", "ZONA REGISTRAL A"],
    ["another acronym", "JEFATURA SAX", "JEFATURA SAT"],
    ["a word more", "COBRANZA NO TRIBUTARIA", "COBRANZA TRIBUTARIA"],
    ["three letters of one word", "OFICINA DE IXFXRMXTICA", "OFICINA DE INFORMATICA"],
    ["two letters where spaces were lost too", "OFICINADE DXTXS", "OFICINA DE DATOS"],
  ])("%s is another name: %s, %s", (_, printed, name) => {
    expect(isSlip(printed, name)).toBe(false);
  });
});
