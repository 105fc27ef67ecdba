import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatJson } from "../../src/emit/format-json.ts";

const format = (value: object) => [...formatJson(value)].join("");

describe("what it looks like", () => {
  test("the months of a series stand on one line", () => {
    const row = { monthly: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], quarterly: [3, 3, 3, null] };
    expect(format({ rows: [{ id: "1-7", series: { programmed: row }, text: "x".repeat(100) }] })).toBe(
      [
        "{",
        '  "rows": [',
        "    {",
        '      "id": "1-7",',
        '      "series": {',
        '        "programmed": {"monthly":[1,1,1,1,1,1,1,1,1,1,1,1],"quarterly":[3,3,3,null]}',
        "      },",
        `      "text": "${"x".repeat(100)}"`,
        "    }",
        "  ]",
        "}",
        "",
      ].join("\n"),
    );
  });

  test("what is empty stays on its line", () => {
    expect(format({ rows: [], cells: {} })).toBe('{\n  "rows": [],\n  "cells": {}\n}\n');
    expect(format({})).toBe("{}\n");
  });

  test("no line of short values is wider than 110 characters", () => {
    const cells = Array.from({ length: 40 }, (_, i) => [
      `cell${i}`,
      { text: String(i), page: 1, box: [i, 1, 2, 3] },
    ]);
    const lines = format({
      rows: [{ cells: Object.fromEntries(cells), list: ["a".repeat(90), "b".repeat(90)] }],
    }).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
  });
});

describe("what it says", () => {
  test("is what JSON.stringify says, whatever the value", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 5 })), (value) => {
        expect(JSON.parse(format(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test("leaves absent fields out", () => {
    expect(JSON.parse(format({ a: undefined, b: { c: undefined, d: 1 } }))).toEqual({ b: { d: 1 } });
  });

  test("escapes what would break a line", () => {
    expect(format({ text: 'a "b"\n\t\u0000' })).toBe('{\n  "text": "a \\"b\\"\\n\\t\\u0000"\n}\n');
  });
});

test("comes in pieces: one row never waits for the next", () => {
  const seen: number[] = [];
  const rows = [1, 2, 3].map((n) => ({
    get n() {
      seen.push(n);
      return n;
    },
  }));
  for (const piece of formatJson({ rows })) if (piece.includes('"n"')) break;
  expect(new Set(seen)).toEqual(new Set([1]));
});
