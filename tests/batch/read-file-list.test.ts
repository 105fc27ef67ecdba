import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFileList } from "../../src/batch/read-file-list.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-list-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function listOf(content: string): Promise<string[]> {
  await writeFile(join(folder, "list"), content);
  return await readFileList(join(folder, "list"));
}

test.each([
  ["lines", "a.txt\nsub/año 2023.pdf\n", ["a.txt", "sub/año 2023.pdf"]],
  ["lines of Windows, without an end", "a.txt\r\nb.txt", ["a.txt", "b.txt"]],
  ["lines with empty ones between", "\na.txt\n\n \nb.txt\n", ["a.txt", "b.txt"]],
  ["NULs, so that names may hold line ends", "a\nb.txt\0c.txt\0", ["a\nb.txt", "c.txt"]],
  ["a single NUL", "a.txt\0", ["a.txt"]],
  ["blanks at the ends, which belong to a name", " a.txt \n", [" a.txt "]],
])("%s", async (_, content, expected) => {
  expect(await listOf(content)).toEqual(expected);
});

test("a list without a file, or none at all, is wrong usage", async () => {
  await expect(listOf("\n\n")).rejects.toMatchObject({
    code: "usage",
    message: expect.stringContaining("no file"),
  });
  await expect(listOf("")).rejects.toMatchObject({
    code: "usage",
    message: expect.stringContaining("empty"),
  });
  await expect(readFileList(join(folder, "none"))).rejects.toMatchObject({ code: "usage" });
});
