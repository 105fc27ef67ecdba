import { describe, expect, it } from "vitest";
import { isBrokenWord } from "../../src/text/broken-word.ts";

const isBroken = (upper: string, lower: string, isLast = true, known = "") =>
  isBrokenWord(upper, lower, isLast, (word) => known.split(" ").includes(word));

describe("isBrokenWord", () => {
  it.each([
    ["what is one word elsewhere", "HECTÁ", "REA", true, "HECTAREA"],
    ["a first part that ends as no word does", "EMPADRONAMIENT", "O", false, ""],
    ["a first part that ends so, before a text", "ATENCI", "ÓN", false, ""],
    ["a first part that ends so, before an end of words", "CAPACIT", "ACIÓN", false, ""],
    ["a first part that ends as no name does either", "DOCUMENT", "O", false, ""],
    ["a last part without a vowel", "RESOLUCIÓ", "N", true, ""],
    ["a last part that is no word", "BENEFICIA", "RIO", true, ""],
    ["an end of words behind what may be a whole one", "EMPODERA", "MIENTO", true, ""],
  ])("tells %s", (_, upper, lower, isLast, known) => {
    expect(isBroken(upper, lower, isLast, known)).toBe(true);
  });

  it.each([
    ["are both words elsewhere", "EXPEDIENTE", "TÉCNICO", "EXPEDIENTE TECNICO"],
    ["are a known word and a long one", "PERSONA", "CAPACITADA", "PERSONA"],
    ["are the end of a whole word and a long one", "ESTABLECIMIENTO", "INSPECCIONADO", ""],
    ["are small letters and a capital", "Gerencia", "Municipal", ""],
  ])("tells two words that %s", (_, upper, lower, known) => {
    expect(isBroken(upper, lower, true, known)).toBe(false);
  });

  it.each([
    ["two words that nobody knows", "MAQUINA", "DRENADA", true],
    ["a number that counts", "TRIMESTRE", "I", true],
    ["a word from abroad", "INTERNET", "RO", false],
    ["initials of a body", "RENIEC", "ATENDIDA", true],
    ["an abbreviation before a word that goes on", "SISFOH", "Y", false],
    ["figures", "AO000", "12", true],
    ["a place that ends as few words do", "APURÍMAC", "PARA", false],
    ["a place before a word of a letter", "APURÍMAC", "Y", false],
    ["initials that end in a vowel", "COFOPRI", "ENTREGADO", true],
    ["a word from abroad before a short one", "LAPTOP", "CON", false],
    ["a letter that names a section", "PABELLÓN", "B", true],
    ["a measure", "KILÓMETRO", "KM", true],
    ["a word that is an end of words as well", "ETAPA", "DOS", true],
    ["what many words go on with", "ESPECIA", "LISTAS", true],
  ])("does not tell of %s", (_, upper, lower, isLast) => {
    expect(isBroken(upper, lower, isLast)).toBe(null);
  });
});
