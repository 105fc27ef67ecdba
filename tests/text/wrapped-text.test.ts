import { describe, expect, it } from "vitest";
import { breaksOff, fillsLine, goesOn, surelyBreaksOff } from "../../src/text/wrapped-text.ts";

describe("breaksOff", () => {
  it.each([
    "DIRECCIÓN Y SUPERVISIÓN DE LA",
    "ACTAS,",
    "ACCESO (LEY",
    "LEY N°",
    "PARA LA TOMA DE",
    "CAMPAÑAS Y/",
    "SEGURIDAD CIUDADANA -",
  ])("%j goes on", (text) => {
    expect(breaksOff(text)).toBe(true);
  });
  it.each(["CONTROL INTERNO", "SISTEMA (UPS)", "ACTAS.", "LEY N° 27806", ""])("%j is whole", (text) => {
    expect(breaksOff(text)).toBe(false);
  });
});

describe("surelyBreaksOff", () => {
  it("takes a letter alone at the end for a name", () => {
    expect(surelyBreaksOff("ATENCIÓN DEL GRUPO A")).toBe(false);
    expect(surelyBreaksOff("ATENCIÓN DEL")).toBe(true);
  });
});

describe("goesOn", () => {
  it.each(["DE LA ENTIDAD", "Y OTROS", "27806) Y OTROS", "esoría legal"])("%j began before", (text) => {
    expect(goesOn(text)).toBe(true);
  });
  it.each(["DIRECCIÓN DE LA ENTIDAD", "Control", "(UPS) Y OTROS", "m2", "km", ""])(
    "%j begins here",
    (text) => {
      expect(goesOn(text)).toBe(false);
    },
  );
});

describe("fillsLine", () => {
  it("says whether the next word would have fitted", () => {
    expect(fillsLine("DIRECCIÓN Y SUPERVISIÓN DE", "RECURSOS", 30)).toBe(true);
    expect(fillsLine("ACTAS", "RECURSOS", 30)).toBe(false);
  });
});
