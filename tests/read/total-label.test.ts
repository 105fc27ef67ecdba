import { describe, expect, it } from "vitest";
import { createTotalTest, isOwnTotal } from "../../src/read/total-label.ts";
import { town } from "./family-fixture.ts";

describe("isOwnTotal", () => {
  const isTotal = createTotalTest(town);

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
