import { describe, expect, it } from "vitest";
import {
  createTotalTest,
  endsInTotal,
  findTotalLabel,
  isOwnTotal,
  subtotalIn,
} from "../../src/read/total-label.ts";
import { town } from "./family-fixture.ts";

const isTotal = createTotalTest(town);

describe("createTotalTest", () => {
  it.each(["SUBTOTAL OFICINA", "UBTOTAL OFICINA", "BTOTAL OFICINA", "TOTAL OFICINA", "OTAL OFICINA"])(
    "knows a sum by %s: the edge of the paper may cut off its first letters",
    (text) => expect(isTotal(text)).toBe(true),
  );

  it.each(["TOTALIZAR ACTAS", "BOTALON", "OTALORA"])("%s is none", (text) =>
    expect(isTotal(text)).toBe(false),
  );
});

describe("isOwnTotal", () => {
  it.each([
    ["TOTAL ACCIONES", true],
    ["Sub total Gerencia de Desarrollo Urbano y Catastro", true],
    ["SUBTOTAL Oficina General de Administración", true],
    ["TOTAL DE EXPEDIENTES ATENDIDOS EN PLAZO", false],
    ["Catastro", false],
  ])("%s: %s", (text, is) => {
    expect(isOwnTotal(text, isTotal)).toBe(is);
  });
});

describe("findTotalLabel", () => {
  const keys = ["organ", "activity", "unit"];

  it("takes a row that says no more than TOTAL for a sum, whatever organ stands before it", () => {
    const labels = { organ: "ALCALDÍA", activity: "TOTAL", unit: "ACCIONES" };
    expect(findTotalLabel(labels, keys, isTotal)).toBe("TOTAL ACCIONES");
  });

  it("leaves an activity that begins with the word one", () => {
    const labels = { organ: "ALCALDÍA", activity: "TOTAL DE EXPEDIENTES", unit: "EXPEDIENTE" };
    expect(findTotalLabel(labels, keys, isTotal)).toBeNull();
  });
});

describe("endsInTotal", () => {
  it("finds the word for a sum at the end, and not what begins or goes on with it", () => {
    for (const text of ["ALCALDÍA Total", "OFICINA SUB TOTAL", "Unidad de Obras TOTAL GENERAL"])
      expect(endsInTotal(text)).toBe(true);
    for (const text of ["COSTO TOTAL DE OBRAS", "CONTROL SUBTOTALIZADO", "TOTALIZAR"])
      expect(endsInTotal(text)).toBe(false);
  });
});

describe("subtotalIn", () => {
  it("gives the name of a subtotal that other texts ran into", () => {
    expect(subtotalIn("ALCALDÍA Sub total ALCALDÍA")).toBe("Sub total ALCALDÍA");
    expect(subtotalIn("CONTROL DE PAGOS")).toBeNull();
  });
});
