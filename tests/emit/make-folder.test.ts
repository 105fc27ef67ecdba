import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder } from "../../src/emit/make-folder.ts";

const root = mkdtempSync(join(tmpdir(), "make-folder-"));
afterAll(() => rmSync(root, { recursive: true }));

describe("makeFolder", () => {
  it("makes a folder with all above it, also where others make it at once", async () => {
    const folder = join(root, "a", "b", "c");
    await Promise.all([makeFolder(folder), makeFolder(folder)]);
    expect(statSync(folder).isDirectory()).toBe(true);
    await makeFolder(folder);
  });

  it("says what stands in the way", async () => {
    writeFileSync(join(root, "file"), "");
    await expect(makeFolder(join(root, "file"))).rejects.toMatchObject({ code: "EEXIST" });
    await expect(makeFolder(join(root, "file", "below"))).rejects.toMatchObject({
      code: expect.stringMatching(/EEXIST|ENOTDIR/),
    });
  });

  it.runIf(existsSync("/proc/self"))("ends where a folder takes no others", async () => {
    await expect(makeFolder("/proc/results")).rejects.toMatchObject({ code: "ENOENT" });
    await expect(makeFolder("/proc/results/of/mine")).rejects.toMatchObject({ code: "ENOENT" });
  });
});
