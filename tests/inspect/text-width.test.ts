import { expect, test } from "vitest";
import { textWidth, wrapText } from "../../src/inspect/text-width.ts";

test("a text is broken between words, and nothing of it is lost", () => {
  const text = "target = programmed.jan..dec does not hold: target says 12, the sum is 13.";
  const lines = wrapText(text, 7, 120);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(" ")).toBe(text);
  for (const line of lines) expect(textWidth(line, 7)).toBeLessThanOrEqual(120);
});

test("a word longer than the line is cut, and shows that it is", () => {
  const [line = ""] = wrapText("x".repeat(500), 7, 100);
  expect(line).toMatch(/^x+…$/);
  expect(textWidth(line, 7)).toBeLessThanOrEqual(100);
});

test("a page without any width still ends", () => {
  expect(wrapText("a b", 7, 0)).toEqual(["a", "b"]);
});
