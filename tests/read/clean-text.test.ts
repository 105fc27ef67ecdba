import { describe, expect, it } from "vitest";
import { cleanText } from "../../src/read/clean-text.ts";

describe("cleanText", () => {
  it.each([
    ["CRLF", "a\r\nb\r\n", "a\nb\n"],
    ["CR alone", "a\rb", "a\nb"],
    ["line separators", "a\u2028b\u2029c\u0085d\ve", "a\nb\nc\nd\ne"],
    ["form feeds, which stay", "a\n\fb", "a\n\fb"],
    ["soft hyphens and zero widths", "acti\u00advi\u200bdad\ufeff", "actividad"],
    ["odd spaces", "a\u00a0b\u2003c\u202fd\u3000e", "a b c d e"],
    ["plain text", "a b\tc", "a b\tc"],
  ])("makes plain %s", (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it("keeps an odd space that parts thousands", () => {
    expect(cleanText("META 1\u202f234 12")).toBe("META 1\u00a0234 12");
    expect(cleanText("1\u00a0234\u00a0567\tx\u00a0y")).toBe("1\u00a0234\u00a0567\tx y");
  });

  it("does not believe it does where others part cells", () => {
    expect(cleanText("12\u00a0138\u00a01")).toBe("12 138 1");
    expect(cleanText("1234\u00a0567")).toBe("1234 567");
  });
});
