import { expect, test } from "vitest";
import { formatError } from "../../src/cli/format-error.ts";
import { PoiError } from "../../src/errors.ts";

test("says file, page and line, then what failed, then the way out", () => {
  const place = { file: "plan.txt", page: 2, line: 14 };
  const error = new PoiError("no-table", "there is no table", { place, hint: "look again" });
  expect(formatError(error)).toBe("poi: plan.txt, page 2, line 14: there is no table\n  hint: look again\n");
});

test("needs neither place nor hint", () => {
  expect(formatError(new PoiError("usage", "nothing to do"))).toBe("poi: nothing to do\n");
});

test("takes the document at hand where the error names none", () => {
  expect(formatError(new PoiError("no-table", "there is no table"), "a/plan.txt")).toBe(
    "poi: a/plan.txt: there is no table\n",
  );
});

test("prefers the path that was typed to the bare name, and another file to both", () => {
  const of = (file: string) => new PoiError("no-table", "there is no table", { place: { file } });
  expect(formatError(of("plan.txt"), "a/plan.txt")).toContain("poi: a/plan.txt: ");
  expect(formatError(of("family.json"), "a/plan.txt")).toContain("poi: family.json: ");
});

test("names a file once", () => {
  const place = { file: "a.txt" };
  expect(formatError(new PoiError("empty-file", "Cannot read 'a.txt' as it is empty", { place }))).toBe(
    "poi: Cannot read 'a.txt' as it is empty\n",
  );
  expect(
    formatError(new PoiError("family-invalid", "a.txt: id is missing", { place: { ...place, line: 3 } })),
  ).toBe("poi: a.txt, line 3: id is missing\n");
});

test("names a file whose name is part of the message by chance", () => {
  const error = new PoiError("no-table", "there is no table", { place: { file: "a" } });
  expect(formatError(error)).toBe("poi: a: there is no table\n");
});

test("a file's name cannot command the terminal", () => {
  const error = new PoiError("no-table", "there is no table", { hint: "look at \u001b[2K again" });
  expect(formatError(error, "a\u001b[2J\npoi: fine.txt")).toBe(
    "poi: a\\u001b[2J\\u000apoi: fine.txt: there is no table\n  hint: look at \\u001b[2K again\n",
  );
});
