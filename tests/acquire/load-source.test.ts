import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSource, MAX_SOURCE_BYTES } from "../../src/acquire/load-source.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-source-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe("loadSource", () => {
  it("reads a file, names it without its folder, and hashes its bytes", async () => {
    const source = await loadSource(await file("plan.tsv", "abc"));
    expect(source.name).toBe("plan.tsv");
    expect(source.mediaType).toBe("text/tab-separated-values");
    // The hash of "abc" is the first example of FIPS 180-2.
    expect(source.id).toBe("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect([...source.bytes]).toEqual([97, 98, 99]);
  });

  it("says what is wrong with a path that cannot be read", async () => {
    const missing = join(folder, "missing.txt");
    await expect(loadSource(missing)).rejects.toMatchObject({
      code: "input-not-found",
      place: { file: missing },
      message: `Cannot read '${missing}' as there is no such file`,
    });
    await expect(loadSource(folder)).rejects.toMatchObject({
      code: "input-unreadable",
      message: `Cannot read '${folder}' as it is a folder`,
    });
    const empty = await file("empty.txt", "");
    await expect(loadSource(empty)).rejects.toMatchObject({ code: "empty-file" });
  });

  it("stops at 64 MB", async () => {
    const path = await file("large.txt", "x");
    await truncate(path, MAX_SOURCE_BYTES + 1);
    await expect(loadSource(path)).rejects.toMatchObject({
      code: "input-too-large",
      message: `Cannot read '${path}' as it is larger than 64 MB`,
    });
  });
});
