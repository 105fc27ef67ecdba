import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRecordEnd, splitFields } from "../../src/read/split-fields.ts";

const texts = (record: string, separator = ",") => splitFields(record, separator).map((field) => field.text);

describe("splitFields", () => {
  it.each([
    ["a,b,c", ["a", "b", "c"]],
    ["a,,c,", ["a", "", "c", ""]],
    ["", [""]],
    ['"a,b",c', ["a,b", "c"]],
    ['"a ""b""",c', ['a "b"', "c"]],
    ['"",x', ["", "x"]],
    ['a "b" c,d', ['a "b" c', "d"]],
    ['"a b,c', ['"a b', "c"]],
    ['"a" b,c', ['"a" b', "c"]],
    [" a , b ", ["a", "b"]],
    ['"a\nb",c', ["a\nb", "c"]],
  ])("splits %j", (record, fields) => {
    expect(texts(record)).toEqual(fields);
  });

  it("gives each field its position", () => {
    expect(splitFields("a\tb", "\t")).toEqual([
      { text: "a", start: 0, end: 1 },
      { text: "b", start: 1, end: 2 },
    ]);
  });
});

describe("findRecordEnd", () => {
  it.each([
    ["a,b\nc", 3, 0],
    ['"a\nb",c\nd', 7, 1],
    ['x,"a\n\nb"\nd', 8, 2],
    ['"a\nb', 2, 0],
    ['a"b\nc"d', 3, 0],
    ["a\fb", 1, 0],
    ["abc", 3, 0],
  ])("finds the end of the first record of %j", (text, end, lineEnds) => {
    expect(findRecordEnd(text, 0, ",")).toEqual({ end, lineEnds });
  });

  it("passes over quotes where the text is not delimited", () => {
    expect(findRecordEnd('"a\nb"', 0, null)).toEqual({ end: 2, lineEnds: 0 });
  });

  it("reads back any fields that were written as RFC 4180 says", () => {
    const field = fc.stringMatching(/^[a-z",;\n ]{0,8}$/).map((text) => text.trim());
    fc.assert(
      fc.property(
        fc.array(field, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(",", ";", "\t"),
        (fields, separator) => {
          const record = fields.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator);
          const { end } = findRecordEnd(`${record}\nnext`, 0, separator);
          expect(end).toBe(record.length);
          expect(texts(record, separator)).toEqual(fields);
        },
      ),
    );
  });
});
