import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.ts";

describe("fold", () => {
  it.each([
    ["Órgano de Control Institucional", "ORGANO DE CONTROL INSTITUCIONAL"],
    ["ÓRGANO /UNIDAD ORGÁNICA", "ORGANO UNIDAD ORGANICA"],
    ["  gerencia\u00a0de\t finanzas ", "GERENCIA DE FINANZAS"],
    ["CAMPAÑA", "CAMPANA"],
    ["CAMPAN\u0303A", "CAMPANA"],
    ["Administra\u00adción", "ADMINISTRACION"],
    ["o\ufb01cina", "OFICINA"],
    ["LEY N° 27806", "LEY N 27806"],
    ["1º TRIM.", "1 TRIM"],
    ["U.M.", "UM"],
    ["O.C.I.", "OCI"],
    ["S.P.", "SP"],
    ["ADM.DE FINANZAS", "ADM DE FINANZAS"],
    ["I.TRIM", "I TRIM"],
    ["% AVANCE", "% AVANCE"],
    ["AVANCE(%)", "AVANCE %"],
    ["1,234.50", "1 234 50"],
    ["GERENCIA DE PROYECTOS", "GERENCIA DE PROYECTOS"],
    ["", ""],
    [" -- ", ""],
  ])("%j is %j", (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it("is the same when applied twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it("stands a text of megabytes", () => {
    const long = `${"A.".repeat(500_000)}é${" . ".repeat(500_000)}`;
    expect(fold(long)).toBe(fold(`${"A.".repeat(500_000)}é`));
  });
});
