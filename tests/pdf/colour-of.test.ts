import { expect, test } from "vitest";
import { colourOf } from "../../src/pdf/colour-of.ts";

test("the colour of a style is what stands before its font", () => {
  expect(colourOf("#0000b4 g_d0_f1")).toBe("#0000b4");
});
