import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPageCache } from "../../src/ocr/page-cache.ts";
import type { Scan } from "../../src/ocr/read-scan.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "poi-pages-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const scan: Scan = {
  skew: 0.5,
  page: { number: 3, width: 10, height: 20, words: [], horizontal: [], vertical: [], fills: [], turns: 1 },
};

test("a page that was kept is there again, for its document only", async () => {
  await (await openPageCache(folder, "sha256:a")).save(3, scan);
  expect(await (await openPageCache(folder, "sha256:a")).load(3)).toEqual(scan);
  expect(await (await openPageCache(folder, "sha256:a")).load(4)).toBeNull();
  expect(await (await openPageCache(folder, "sha256:b")).load(3)).toBeNull();
});

test.each([
  ["torn", '{"check":"'],
  ["no JSON", "page"],
  ["changed", JSON.stringify({ check: "0", scan })],
  ["empty", ""],
])("a file that is %s is read again from the scan", async (_, text) => {
  const cache = await openPageCache(folder, "../../etc");
  await cache.save(3, scan);
  const [own] = readdirSync(folder);
  expect(readdirSync(join(folder, own!))).toEqual(["3.json"]);
  writeFileSync(join(folder, own!, "3.json"), text);
  expect(await cache.load(3)).toBeNull();
});
