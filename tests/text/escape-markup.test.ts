import { expect, test } from "vitest";
import { escapeMarkup } from "../../src/text/escape-markup.ts";

test("marks that mean something in markup are written as entities", () => {
  expect(escapeMarkup(`<a href="x">Año & 'mes'</a>`)).toBe(
    "&lt;a href=&quot;x&quot;&gt;Año &amp; &#39;mes&#39;&lt;/a&gt;",
  );
});

test("what XML has no place for is replaced, and no other letter is", () => {
  expect(escapeMarkup("a\u0000b\ud800c\tñ😀")).toBe("a\ufffdb\ufffdc\tñ😀");
});
