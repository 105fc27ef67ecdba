import { expect, test } from "vitest";
import { beginsAsOrgan } from "../../src/read/begins-as-organ.ts";

test("a text begins as names of organs do where its first word is one of theirs", () => {
  expect(["Órgano de Control", "SUBGERENCIA DE CAJA", "Unidad"].map(beginsAsOrgan)).toEqual([
    true,
    true,
    true,
  ]);
  expect(["Caja de la Gerencia", "GERENCIAL", ""].map(beginsAsOrgan)).toEqual([false, false, false]);
});
