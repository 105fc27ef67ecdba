import { expect, it } from "vitest";
import { joinLines } from "../../src/text/join-lines.ts";

it.each([
  ["003-", "2021/MDL", "003-2021/MDL"],
  ["LEY N", "° 27972", "LEY N° 27972"],
  ["Emitir -", "Informes", "Emitir - Informes"],
  ["", "Informes", "Informes"],
])("puts a space between lines of a text, but none within a word: %j over %j", (upper, lower, joined) =>
  expect(joinLines(upper, lower)).toBe(joined),
);

it("does not look at the end of a text that is longer than any label, which would take longer with each line", () => {
  const text = `${"a".repeat(10_000)}-`;
  expect(joinLines(text, "b")).toBe(`${text} b`);
});
