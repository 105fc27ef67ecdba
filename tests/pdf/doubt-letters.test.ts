import { describe, expect, it } from "vitest";
import { doubtLetters } from "../../src/pdf/doubt-letters.ts";
import { pageOf, wordsAt } from "../page-tables/words.ts";

const page = (number: number, text: string) => pageOf({ number, words: wordsAt(text, 10, 100) });

describe("doubtLetters", () => {
  it("doubts all accented pages of a document whose words have letters of no Spanish text", () => {
    const pages = [
      page(1, "DirecciÄn de Operaciones AÅreas"),
      page(2, "Atención biomÅdica"),
      page(3, "1 234 AO001"),
      page(4, "Informe Técnico"),
    ];
    const doubted = doubtLetters(pages);
    expect([...doubted.keys()]).toEqual([1, 2, 4]);
    expect(doubted.get(1)).toMatchObject({ code: "letters-doubted", severity: "error" });
  });

  it("doubts signs within words", () => {
    expect(doubtLetters([page(1, "Hist€rico RemuneraciÛn t•cnico")]).size).toBe(1);
    expect(doubtLetters([page(1, "CONDUCCI»N ALCALD¶A CAMPAºA")]).size).toBe(1);
  });

  it.each([
    "Órgano, pingüino, AÑO, N° 4, 1.º, 2ª, «así» – “dice”… ¿cuál? ½ 5 € S/. ±3 m² Nº7",
    "MESA N°DE PARTES NºDE OFICIO D’ONOFRIO «así»y LIMA–CALLAO",
    "Convenio con Citroën y François",
    "(¡atención!) A/B • punto",
    "GESTIÒN tècnica energìa ATMÒSFERA",
    "entidad.gob.pe/poi?anexo=B5&tipo=AC correo@entidad.gob.pe",
  ])("believes %s", (text) => {
    expect(doubtLetters([page(1, text)]).size).toBe(0);
  });
});
