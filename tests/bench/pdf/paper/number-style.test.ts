import { expect, test } from "vitest";
import { EUROPEAN, PERUVIAN, PLAIN, printNumber, SPACED } from "../../../../bench/pdf/paper/number-style.ts";

test.each([
  [PLAIN, "1234567", "1234.50"],
  [PERUVIAN, "1,234,567", "1,234.50"],
  [EUROPEAN, "1.234.567", "1.234,50"],
  [SPACED, "1 234 567", "1 234,50"],
])("%o", (style, whole, cents) => {
  expect(printNumber(1_234_567, 0, style)).toBe(whole);
  expect(printNumber(1234.5, 2, style)).toBe(cents);
  expect(printNumber(999, 0, style)).toBe("999");
  expect(printNumber(0, 0, style)).toBe("0");
  expect(printNumber(null, 2, style)).toBe("");
});
