import { basename } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createOutputNames } from "../../src/batch/output-names.ts";

const name = (path: string) => createOutputNames()(path);

test("a result is named after its document", () => {
  expect(name("plans/POI 2023 (final).txt")).toBe("POI 2023 (final).poi.json");
  expect(name("plans/año.2023.csv")).toBe("año.2023.poi.json");
  expect(name("-")).toBe("stdin.poi.json");
});

test("two documents of one name get two results, also where case does not count", () => {
  const nameOf = createOutputNames();
  expect(["a/x.txt", "b/x.txt", "c/X.csv"].map(nameOf)).toEqual([
    "x.poi.json",
    "x-2.poi.json",
    "X-3.poi.json",
  ]);
});

test("names that are taken stay so", () => {
  expect(createOutputNames(["x.poi.json"])("x.txt")).toBe("x-2.poi.json");
});

test.each([
  ["../../etc/passwd", "passwd.poi.json"],
  ["..", "document.poi.json"],
  ["a\\..\\..\\evil.txt", "evil.poi.json"],
  ["we?ird:na*me.txt", "we-ird-na-me.poi.json"],
  [".hidden", "hidden.poi.json"],
  ["con.txt", "document-con.poi.json"],
  ["line\nbreak.txt", "line-break.poi.json"],
])("%j becomes %j", (path, expected) => {
  expect(name(path)).toBe(expected);
});

test("no name leaves the folder or is too long for a file system", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (path) => {
      const result = name(path);
      expect(basename(result)).toBe(result);
      expect(result).not.toMatch(/[/\\\p{Cc}]|^\./u);
      expect(Buffer.byteLength(result)).toBeLessThan(200);
      expect(result).toMatch(/.\.poi\.json$/);
    }),
  );
});
