import { describe, expect, it } from "vitest";
import type { PrintedRow } from "../../src/document.ts";
import { doubtBegins } from "../../src/page-tables/doubt-begins.ts";

const row = (labels: Record<string, string>, page = 1): PrintedRow => ({
  kind: "activity",
  page,
  line: 1,
  text: "",
  labels,
  tokens: [],
});
const doubted = (rows: readonly PrintedRow[]) =>
  doubtBegins(rows).map(({ doubts = [] }) => doubts.some(({ code }) => code === "text-unsure"));
const categories = (texts: readonly string[]) =>
  doubted(texts.map((category) => row(category === "" ? {} : { category })));

describe("doubtBegins", () => {
  it("doubts a row whose text begins in small letters, as others do not, and the one over it", () => {
    const units = ["Informe", "Acta", "Persona", "atendida", "Informe"].map((unit) => row({ unit }));
    expect(doubted(units)).toEqual([false, false, true, true, false]);
    expect(doubted(["informe", "acta", "persona", "atendida"].map((unit) => row({ unit })))).not.toContain(
      true,
    );
    expect(doubted(["Informe", "Acta", "Persona", "km2"].map((unit) => row({ unit })))).not.toContain(true);
  });

  it("doubts a row under a text that breaks off, with it", () => {
    expect(categories(["GESTIÓN DE", "RIESGOS", "OBRAS"])).toEqual([true, true, false]);
    expect(doubted([row({ category: "GESTIÓN DE" }), row({ category: "OBRAS" }, 2)])).toEqual([false, false]);
  });

  it("doubts a row whose text has no code, as others have, with the one over it", () => {
    const halves = ["OEI.04 PROMOVER EL DESARROLLO", "ECONÓMICO LOCAL", "OEI.02 GESTIÓN", "OEI.05 SALUD"];
    expect(categories(halves)).toEqual([true, true, false, false]);
    expect(categories(["GESTIÓN", "COBRANZA", "3.1 SALUD"])).not.toContain(true);
  });

  it("doubts the first rows of an organ without what later ones have, and none after these", () => {
    expect(categories(["", "", "AEI.01", "", "AEI.02"])).toEqual([true, true, false, false, false]);
    expect(doubted([row({ organ: "OCI" }), row({ organ: "CAJA", category: "AEI.01" })])).toEqual([
      false,
      false,
    ]);
    expect(doubted([row({}), row({ remark: "Sin observaciones" })])).toEqual([false, false]);
  });
});
