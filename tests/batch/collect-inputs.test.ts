import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { collectInputs } from "../../src/batch/collect-inputs.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-inputs-"));
  await mkdir(join(folder, "sub/deep"), { recursive: true });
  await mkdir(join(folder, "none"));
  for (const file of [
    "b.txt",
    "a.TSV",
    "notes.md",
    "run.json",
    "sub/c.csv",
    "sub/deep/d.txt",
    "sub/e.PDF",
    "sub/scan.tiff",
    "sub/photo.jpeg",
    "none/x.docx",
  ]) {
    await writeFile(join(folder, file), "content");
  }
});
afterAll(() => rm(folder, { recursive: true }));

const found = async (...args: string[]) =>
  (await collectInputs(args.map((arg) => (arg === "-" ? arg : join(folder, arg))))).map(({ path }) =>
    path === "-" ? path : relative(folder, path),
  );

test("a file is taken as it is, whatever its ending", async () => {
  expect(await found("notes.md")).toEqual(["notes.md"]);
});

test("a folder gives the PDFs, images and text files at any depth, by name", async () => {
  expect(await found("")).toEqual([
    "a.TSV",
    "b.txt",
    "sub/c.csv",
    "sub/deep/d.txt",
    "sub/e.PDF",
    "sub/photo.jpeg",
    "sub/scan.tiff",
  ]);
});

test("paths from a list are taken letter by letter, after what was typed", async () => {
  const inputs = await collectInputs(
    [join(folder, "b.txt")],
    ["-", join(folder, "*.txt"), join(folder, "b.txt")],
  );
  expect(inputs.map(({ path }) => path)).toEqual([join(folder, "b.txt"), "./-", join(folder, "*.txt")]);
  await expect(inputs[2]?.load()).rejects.toMatchObject({ code: "input-not-found" });
});

test("a pattern gives the files that match, and no folder", async () => {
  expect(await found("*.txt")).toEqual(["b.txt"]);
  expect(await found("**/*.{txt,csv}")).toEqual(["b.txt", "sub/c.csv", "sub/deep/d.txt"]);
  expect(await found("*b*")).toEqual(["b.txt"]);
});

test("a pipe that nobody writes to is not waited for", async () => {
  const pipe = join(folder, "sub/pipe.txt");
  execFileSync("mkfifo", [pipe]);
  expect(await found("sub/deep", "sub/*.{txt,csv}")).toEqual(["sub/deep/d.txt", "sub/c.csv"]);
  expect(await found("sub")).not.toContain("sub/pipe.txt");
  await rm(pipe);
});

test("arguments keep their order, and no document comes twice", async () => {
  expect(await found("sub/c.csv", "b.txt", "sub", "./b.txt", "-", "-")).toEqual([
    "sub/c.csv",
    "b.txt",
    "sub/deep/d.txt",
    "sub/e.PDF",
    "sub/photo.jpeg",
    "sub/scan.tiff",
    "-",
  ]);
});

test("a file whose name has the marks of a pattern is found", async () => {
  await writeFile(join(folder, "sub/[1].txt"), "content");
  expect(await found("sub/[1].txt")).toEqual(["sub/[1].txt"]);
  await rm(join(folder, "sub/[1].txt"));
});

test.each([
  ["no-such.txt", "there is no such file"],
  ["*.xyz", "no file matches"],
  ["none", "holds no PDF, image or text file"],
])("%s is one document that fails, so that the others go on", async (arg, reason) => {
  const inputs = await collectInputs([join(folder, arg), join(folder, "b.txt")]);
  expect(inputs).toHaveLength(2);
  await expect(inputs[0]?.load()).rejects.toMatchObject({
    code: "input-not-found",
    message: expect.stringContaining(reason),
  });
  expect((await inputs[1]?.load())?.name).toBe("b.txt");
});
