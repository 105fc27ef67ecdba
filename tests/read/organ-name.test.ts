import { expect, it } from "vitest";
import { createOrganNameReader } from "../../src/read/organ-name.ts";

const nameIn = createOrganNameReader({
  labels: [
    { key: "organ", header: ["UNIDAD ORGÁNICA"], values: [] },
    { key: "unit", header: ["UNIDAD"], values: [] },
  ],
});

it.each([
  ["Unidad Orgánica: CAJA", "CAJA"],
  ["UNIDAD ORGÁNICA: 02.01 ARCHIVO: CENTRAL", "02.01 ARCHIVO: CENTRAL"],
  ["UNIDAD ORGÁNICA:", null],
  ["UNIDAD ORGÁNICA: 2024", null],
  ["UNIDAD: ACTA", null],
  ["CAJA", null],
])("reads the organ that a text names behind a word for organs: %s", (text, name) =>
  expect(nameIn(text)).toBe(name),
);
