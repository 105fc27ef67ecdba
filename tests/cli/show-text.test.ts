import { expect, test } from "vitest";
import { showText } from "../../src/cli/show-text.ts";

test.each([
  ["a colour", "\u001b[31mred", "\\u001b[31mred"],
  ["a title of the window", "\u001b]0;x\u0007", "\\u001b]0;x\\u0007"],
  ["a command of one 8-bit character", "\u009b2J", "\\u009b2J"],
  ["a return to the start of the line", "plan.txt\rpoi: done", "plan.txt\\u000dpoi: done"],
  ["a line of its own", "a\nb\u2028c", "a\\u000ab\\u2028c"],
  ["a name that is turned around", "plan\u202etxt.exe", "plan\\u202etxt.exe"],
])("writes out %s", (_, text, shown) => {
  expect(showText(text)).toBe(shown);
});

test("leaves letters, spaces and signs as they are", () => {
  const text = "año 2023 – Órgano (1) ñ 計画 👩‍💼.txt";
  expect(showText(text)).toBe(text);
});
