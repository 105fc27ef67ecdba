import { expect, it } from "vitest";
import { editDistance } from "../../src/text/edit-distance.ts";

it("counts the letters that are added, left out or exchanged", () => {
  expect(editDistance("GERENCIA", "GERENCIA")).toBe(0);
  expect(editDistance("GERENCA", "GERENCIA")).toBe(1);
  expect(editDistance("", "OCI")).toBe(3);
});
