import { describe, expect, it } from "vitest";
import { alignTexts } from "../../src/read/align-texts.ts";
import { createLabelVocabulary } from "../../src/read/label-vocabulary.ts";
import { town } from "./family-fixture.ts";

const keys = ["organ", "category", "activity", "unit"];
const align = (...texts: string[]) => alignTexts(texts, keys, createLabelVocabulary(town), " ");

describe("alignTexts", () => {
  it.each([
    ["nothing", [], {}],
    [
      "no unit",
      ["OCI", "GESTIÓN ADMINISTRATIVA", "ACTAS"],
      { organ: "OCI", category: "GESTIÓN ADMINISTRATIVA", activity: "ACTAS" },
    ],
    [
      "no organ",
      ["GESTIÓN ADMINISTRATIVA", "ACTAS", "INFORMES"],
      { category: "GESTIÓN ADMINISTRATIVA", activity: "ACTAS", unit: "INFORMES" },
    ],
    [
      "no activity",
      ["OCI", "GESTIÓN ADMINISTRATIVA", "INFORMES"],
      { organ: "OCI", category: "GESTIÓN ADMINISTRATIVA", unit: "INFORMES" },
    ],
    [
      "an activity in three, an unknown unit",
      ["OCI", "RECURSOS MUNICIPALES", "A", "B", "C", "KITS"],
      { organ: "OCI", category: "RECURSOS MUNICIPALES", activity: "A B C", unit: "KITS" },
    ],
    [
      "a name in two",
      ["GERENCIA DE", "ADMINISTRACIÓN", "RECURSOS MUNICIPALES", "A", "INFORMES"],
      {
        organ: "GERENCIA DE ADMINISTRACIÓN",
        category: "RECURSOS MUNICIPALES",
        activity: "A",
        unit: "INFORMES",
      },
    ],
  ])("gives each text its column: %s", (_, texts, labels) => {
    expect(align(...texts)).toEqual(labels);
  });

  it("leaves the first column empty where nothing is known of any", () => {
    const unknown = createLabelVocabulary({
      ...town,
      organs: [],
      units: [],
      labels: town.labels.map((label) => ({ ...label, values: [] })),
    });
    expect(alignTexts(["ACTAS", "KITS"], ["organ", "activity", "unit"], unknown, " ")).toEqual({
      activity: "ACTAS",
      unit: "KITS",
    });
  });

  it("loses no text and keeps their order", () => {
    const texts = ["uno", "dos", "tres", "cuatro", "cinco", "seis"];
    expect(Object.values(align(...texts)).join(" ")).toBe(texts.join(" "));
  });
});
