import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csv } from "../../../src/export/formats/csv.ts";
import type { Line, Table, Value } from "../../../src/export/table.ts";
import { HOSTILE } from "../../support/hostile-results.ts";
import { parseCsv } from "../../support/parse-csv.ts";

const table: Table = {
  name: "things",
  description: "",
  columns: [
    { name: "text", type: "string", description: "" },
    { name: "number", type: "number", description: "" },
    { name: "truth", type: "boolean", description: "" },
  ],
  key: ["text"],
  linesOf: () => [],
};

function encode(lines: readonly Line[], byteOrderMark = false): string {
  const encoder = csv(byteOrderMark).encode(table);
  const pieces = [encoder.start(), ...encoder.add(lines), encoder.end()];
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(pieces));
}
/** The one field that a value is written as. */
const field = (value: Value) => parseCsv(encode([[value, null, null]]))[1]![0]!;

test("a file is a header and records, each ended by CR LF", () => {
  expect(encode([["a", 1, true]])).toBe("text,number,truth\r\na,1,true\r\n");
});

test("without lines it is the header", () => {
  expect(encode([])).toBe("text,number,truth\r\n");
});

test("for Excel it begins with a byte order mark, once", () => {
  const text = encode([["a", 1, true]], true);
  expect(text.startsWith("\ufefftext,")).toBe(true);
  expect(text.lastIndexOf("\ufeff")).toBe(0);
});

test("nothing, an empty text and zero are three things", () => {
  expect(encode([["", 0, null]]).split("\r\n")[1]).toBe('"",0,');
  expect(encode([[null, null, false]]).split("\r\n")[1]).toBe(",,false");
});

test("quotes, commas and line ends are quoted", () => {
  expect(field('a "b", c\r\nd')).toEqual({ text: 'a "b", c\r\nd', isQuoted: true });
});

describe("text that a spreadsheet would run gets an apostrophe", () => {
  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\rx",
    "\nx",
    " =1",
    "\u00a0=1",
    "＝1",
    "＠a",
    HOSTILE,
    "- guion",
  ])("%j", (text) => {
    expect(field(text).text).toBe(`'${text}`);
  });

  test.each(["a=1", "1-2", "Ñandú", "'=1", " a", "2023-01"])("but not %j", (text) => {
    expect(field(text).text).toBe(text);
  });
});

test("numbers stay numbers, also negative, small and large ones", () => {
  const values = [-5.25, 0, -0.17, 1234567.89, 1e-7, 9007199254740991];
  const records = parseCsv(encode(values.map((value) => [null, value, null])));
  expect(records.slice(1).map((record) => Number(record[1]!.text))).toEqual(values);
  expect(records.flat().some(({ text }) => text.startsWith("'"))).toBe(false);
});

test("whatever the texts are, a strict reader finds as many fields, and the texts in them", () => {
  const mark = fc.constantFrom(..."=+-@\t\r\n\",' ;a1");
  const value = fc
    .array(fc.oneof(mark, fc.string({ unit: "grapheme", maxLength: 2 })))
    .map((all) => all.join(""));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 20 }), (texts) => {
      const records = parseCsv(encode(texts.map((text) => [text, -1, null])));
      expect(records).toHaveLength(texts.length + 1);
      for (const [i, text] of texts.entries()) {
        const [first, second] = records[i + 1]!;
        expect([text, `'${text}`]).toContain(first!.text);
        expect(first!.text).not.toMatch(/^\s*[=+\-@]/);
        expect(second!.text).toBe("-1");
      }
    }),
  );
});

test("the strict reader is strict", () => {
  for (const wrong of ["a,b\n", 'a"b\r\n', '"a\r\n', '"a"b\r\n', "a,b\r\nc\r\n", "a"]) {
    expect(() => parseCsv(wrong), JSON.stringify(wrong)).toThrow(/CSV, offset/);
  }
});

test("many lines come in pieces, and none is lost between them", () => {
  const lines = Array.from({ length: 2500 }, (_, i): Line => [`t${i}`, i, null]);
  const pieces = [...csv(false).encode(table).add(lines)];
  expect(pieces.length).toBe(3);
  expect(Buffer.concat(pieces).toString().trimEnd().split("\r\n")).toHaveLength(2500);
});
