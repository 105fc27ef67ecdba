import { describe, expect, it } from "vitest";
import { createHeaderVocabulary } from "../../src/grid/header-vocabulary.ts";
import { town } from "../read/family-fixture.ts";

describe("meaningOf", () => {
  const { meaningOf } = createHeaderVocabulary(town);

  it("knows a name whose last word its cell cuts off", () => {
    expect(meaningOf("IV TRIMES")).toEqual(meaningOf("IV TRIMESTRE"));
    expect(meaningOf("UNIDAD DE MEDI")).toEqual(meaningOf("UNIDAD DE MEDIDA"));
    expect(meaningOf("SETIEM")).toEqual(meaningOf("SETIEMBRE"));
  });

  it("knows a name that its cell breaks within words", () => {
    expect(meaningOf("OC T")).toEqual(meaningOf("OCT"));
    expect(meaningOf("PROGRAM ADO")).toEqual(meaningOf("PROGRAMADO"));
    expect(meaningOf("ME TA ANU AL")).toEqual(meaningOf("META ANUAL"));
  });

  it("takes no few letters for a name, no whole words of a longer one, and none that might be two", () => {
    expect(meaningOf("IV TR")).toBeNull();
    expect(meaningOf("UNIDAD DE")).toBeNull();
    expect(meaningOf("ACTIVI")).toBeNull();
    expect(meaningOf("")).toBeNull();
  });
});
