import { describe, expect, it } from "vitest";
import { createLabelVocabulary } from "../../src/read/label-vocabulary.ts";
import { splitLabels } from "../../src/read/split-labels.ts";
import { town } from "./family-fixture.ts";

const vocabulary = createLabelVocabulary(town);
const keys = ["organ", "category", "activity", "unit"];
const split = (lines: string[], anchor = lines.length - 1) => splitLabels(lines, anchor, keys, vocabulary);

describe("splitLabels", () => {
  it.each([
    ["on one line", ["OCI GESTIÓN ADMINISTRATIVA CONTROL INTERNO INFORMES"], 0],
    ["cell by cell", ["OCI", "GESTIÓN", "ADMINISTRATIVA", "CONTROL", "INTERNO INFORMES"], 4],
    ["line by line", ["OCI GESTIÓN CONTROL", "ADMINISTRATIVA INTERNO INFORMES"], 1],
    ["line by line, numbers on the first", ["OCI GESTIÓN CONTROL INFORMES", "ADMINISTRATIVA INTERNO"], 0],
    ["its cell in the middle", ["GESTIÓN CONTROL", "OCI ADMINISTRATIVA INFORMES", "INTERNO"], 1],
  ])("parts a row that is printed %s", (_, lines, anchor) => {
    const { labels, missing } = split(lines, anchor);
    expect(labels).toEqual({
      organ: "OCI",
      category: "GESTIÓN ADMINISTRATIVA",
      activity: "CONTROL INTERNO",
      unit: "INFORMES",
    });
    expect(missing).toBe(0);
  });

  it("takes the longest of several names", () => {
    const { labels } = split([
      "GERENCIA CENTRAL DE ADMINISTRACION DE RECURSOS RECURSOS MUNICIPALES PAGOS ACCIONES",
    ]);
    expect(labels.organ).toBe("GERENCIA CENTRAL DE ADMINISTRACION DE RECURSOS");
    expect(
      split(["ORGANO DE CONTROL", "INSTITUCIONAL", "RECURSOS MUNICIPALES PAGOS ACCIONES"]).labels.organ,
    ).toBe("ORGANO DE CONTROL INSTITUCIONAL");
  });

  it("does not take a word of one name for a word of the next column", () => {
    const lines = [
      "GERENCIA CENTRAL DE PAGO",
      "ADMINISTRACION DE RECURSOS MUNICIPALES DE ACCIONES",
      "RECURSOS SUELDOS",
    ];
    expect(split(lines, 1).labels).toEqual({
      organ: "GERENCIA CENTRAL DE ADMINISTRACION DE RECURSOS",
      category: "RECURSOS MUNICIPALES",
      activity: "PAGO DE SUELDOS",
      unit: "ACCIONES",
    });
  });

  it("keeps the words as printed", () => {
    const { labels } = split([
      "Órgano de Control  Institucional Gestión Administrativa Revisión (N° 5) acciones",
    ]);
    expect(Object.values(labels)).toEqual([
      "Órgano de Control Institucional",
      "Gestión Administrativa",
      "Revisión (N° 5)",
      "acciones",
    ]);
  });

  it("leaves out what is merged with the row above", () => {
    expect(split(["GESTIÓN ADMINISTRATIVA ACTAS INFORMES"])).toMatchObject({
      labels: { category: "GESTIÓN ADMINISTRATIVA", activity: "ACTAS", unit: "INFORMES" },
      missing: 1,
    });
  });

  it("takes for an unknown organ what stands before a known category", () => {
    const { labels, missing } = split(["OFICINA NUEVA RECURSOS MUNICIPALES ACTAS INFORMES"]);
    expect(labels).toMatchObject({
      organ: "OFICINA NUEVA",
      category: "RECURSOS MUNICIPALES",
      activity: "ACTAS",
    });
    expect(missing).toBe(1);
  });

  it("keeps all words together where none is known", () => {
    expect(split(["NADA DE ESTO SE CONOCE"])).toMatchObject({
      labels: { activity: "NADA DE ESTO SE CONOCE" },
      missing: 3,
    });
  });

  it("stands a text of many lines", () => {
    const lines = Array.from({ length: 200 }, () => "GERENCIA GERENCIA CENTRAL DE ADMINISTRACION");
    expect(split(lines).missing).toBeGreaterThan(0);
  });
});
