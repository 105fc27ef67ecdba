import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NumberFormat } from "../../src/document.ts";
import { detectNumberFormat } from "../../src/rules/detect-number-format.ts";
import { looksNumeric, parseNumber } from "../../src/rules/number.ts";

const plain: NumberFormat = { decimal: ".", thousands: null };
const american: NumberFormat = { decimal: ".", thousands: "," };
const european: NumberFormat = { decimal: ",", thousands: "." };
const spaced: NumberFormat = { decimal: ",", thousands: " " };
const swiss: NumberFormat = { decimal: ".", thousands: "'" };

describe("parseNumber", () => {
  it.each([
    ["12", plain, 12],
    ["0", plain, 0],
    ["007", plain, 7],
    ["12.5", plain, 12.5],
    ["1,234.5", american, 1234.5],
    ["1,234,567", american, 1234567],
    ["1.234,5", european, 1234.5],
    ["0,17", european, 0.17],
    ["1 234", spaced, 1234],
    ["1\u00a0234,50", spaced, 1234.5],
    ["1\u202f234", spaced, 1234],
    ["12'000", swiss, 12000],
    ["12’000", swiss, 12000],
    ["-5", plain, -5],
    ["−5", plain, -5],
    ["(1,234)", american, -1234],
    ["-0", plain, 0],
    ["98.5%", plain, 98.5],
    ["98 %", plain, 98],
    ["  7 ", plain, 7],
    ["9007199254740991", plain, 9007199254740991],
  ] as const)("reads %j", (text, format, value) => {
    expect(parseNumber(text, format)).toBe(value);
  });

  it.each(["", "   ", "-", "–", "—"])("takes %j for a blank", (text) => {
    expect(parseNumber(text, plain)).toBeNull();
  });

  it.each([
    ["0x10", plain],
    ["1e3", plain],
    ["Infinity", plain],
    ["NaN", plain],
    ["S.P.", plain],
    ["ND", plain],
    ["1O", plain],
    ["1 12", plain],
    ["1,234", plain],
    ["1,23", american],
    ["12,34,567", american],
    [",234", american],
    ["1.234", spaced],
    ["1.234.56", european],
    ["5.", plain],
    [".5", plain],
    ["--5", plain],
    ["+5", plain],
    ["(5", plain],
    ["5)", plain],
    ["(-5)", plain],
    ["१२", plain],
    ["１２", plain],
    ["9007199254740992", plain],
    ["90071992547409.92", plain],
    ["1".repeat(400), plain],
  ] as const)("takes %j for no number", (text, format) => {
    expect(parseNumber(text, format)).toBeUndefined();
  });

  it("reads back every whole number that is exact, in every format", () => {
    const formats = [plain, american, european, spaced, swiss];
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...formats), (value, format) => {
        const digits = String(Math.abs(value));
        const grouped = digits.replace(/\B(?=(?:\d{3})+$)/g, format.thousands ?? "");
        expect(parseNumber(value < 0 ? `-${grouped}` : grouped, format)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe("looksNumeric", () => {
  it.each(["1", "1,234.5", "1 234", "-5", "(5)", "98%", "98 %", "0.17"])("says yes to %j", (text) => {
    expect(looksNumeric(text)).toBe(true);
  });

  it.each(["", "-", "2023,", "27806)", "N°", "1O", "0x10", "A1", "%", ".", "(5"])("says no to %j", (text) => {
    expect(looksNumeric(text)).toBe(false);
  });
});

describe("detectNumberFormat", () => {
  it.each([
    [["12", "0", "", "S.P."], plain],
    [["1,234.5", "7"], american],
    [["1.234,5", "7"], european],
    [["1,234", "12"], american],
    [["1.234", "12"], european],
    [["1.234", "0.17"], plain],
    [["0.500", "0.250"], plain],
    [["12.50", "1,234"], american],
    [["12,5", "1"], { decimal: ",", thousands: null }],
    [["1,234,567"], american],
    [["12'000", "5"], swiss],
    [["1 234", "12"], { decimal: ".", thousands: " " }],
    [["1 234,50", "12"], spaced],
    [["1 12", "12 138"], plain],
    [["710 00", ...Array.from({ length: 101 }, () => "12 138")], { decimal: ".", thousands: " " }],
    [["12 138", "6805"], plain],
    [["27,806", "1.5", "2.25"], american],
    [["1,234", "2,345", "3,456", "12,5"], american],
    [["1.234", "2.345", "3.456", "12.5"], european],
    [[], plain],
  ] as const)("tells from %j", (texts, format) => {
    expect(detectNumberFormat(texts)).toEqual(format);
  });
});
