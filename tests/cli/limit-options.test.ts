import { Command } from "commander";
import { expect, test } from "vitest";
import { type LimitFlags, limitOptions, limitsOf, ocrWorkersOf } from "../../src/cli/limit-options.ts";

function parse(...args: string[]): LimitFlags {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  for (const option of limitOptions()) command.addOption(option);
  return command.parse(args, { from: "user" }).opts();
}

test("what was typed holds, and nothing else is called typed", () => {
  const flags = parse("--concurrency", "3", "--timeout", "1.5", "--max-memory", "512");
  expect(flags).toEqual({ concurrency: 3, timeout: 1.5, maxMemory: 512 });
  expect(limitsOf(flags)).toEqual({ timeout: 1.5, maxMemory: 512 });
  expect(Object.keys(parse())).toEqual(["concurrency"]);
});

test("without a word there are limits all the same", () => {
  const { timeout, maxMemory } = limitsOf(parse());
  expect([timeout, maxMemory]).toEqual([900, 4096]);
});

test.each([
  ["--timeout", "0"],
  ["--timeout", "soon"],
  ["--timeout", ""],
  ["--timeout", "3000000"],
  ["--max-memory", "127"],
  ["--max-memory", "512.5"],
  ["--concurrency", "65"],
])("%s %j is refused", (option, value) => {
  expect(() => parse(option, value)).toThrow("It must be a");
});

test("a document alone has as many OCR workers as may work at once, and as its memory has room for", () => {
  expect(ocrWorkersOf({ concurrency: 1 })).toBe(1);
  expect(ocrWorkersOf({ concurrency: 2 })).toBe(2);
  expect(ocrWorkersOf({ concurrency: 64 })).toBe(11);
  expect(ocrWorkersOf({ concurrency: 4, maxMemory: 1400 })).toBe(2);
  expect(ocrWorkersOf({ concurrency: 4, maxMemory: 1300 })).toBe(1);
  expect(ocrWorkersOf({ concurrency: 4, maxMemory: 128 })).toBe(1);
});
