import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installPackage } from "../../src/package/build-package.ts";
import { root, sample } from "../support/run-poi.ts";

/** As the package lies where it was installed. */
const installed = mkdtempSync(join(tmpdir(), "poi-package-"));

beforeAll(() => installPackage(installed), 60_000);

afterAll(() => rmSync(installed, { recursive: true }));

/** Runs the built program, or the program from its source, from the project's folder. */
async function run(program: "built" | "source", args: readonly string[]): Promise<string> {
  const path = program === "built" ? join(installed, "dist/cli/main.js") : "src/cli/main.ts";
  const { stdout } = await promisify(execFile)(process.execPath, [path, ...args], {
    cwd: root,
    maxBuffer: 2 ** 26,
  });
  return stdout;
}

test("is few files, of which those stand in their places that are started there", () => {
  const files = readdirSync(join(installed, "dist"), { recursive: true, encoding: "utf8" });
  expect(files.filter((file) => file.endsWith(".js")).length).toBeLessThan(200);
  for (const path of ["index.js", "cli/main.js", "batch/conversion-worker.js", "scan-thread.js"])
    expect(existsSync(join(installed, "dist", path))).toBe(true);
});

test("gives the same bytes as the source: of a text, of PDFs, of several at once", async () => {
  const documents = [sample, "samples/sat-lima/zebra.pdf", "samples/ceplan-b4/browser.pdf"];
  for (const program of ["built", "source"] as const)
    await run(program, ["convert", ...documents, "--out", join(installed, program)]);
  const names = readdirSync(join(installed, "source")).filter((name) => name.endsWith(".poi.json"));
  expect(names).toHaveLength(documents.length);
  for (const name of names)
    expect(readFileSync(join(installed, "built", name), "utf8")).toBe(
      readFileSync(join(installed, "source", name), "utf8"),
    );
});

test("finds the threads of OCR, the assets of pdf.js and the canvas", async () => {
  const args = ["convert", "samples/generic/narrow.pdf", "--ocr", "force"];
  expect(await run("built", args)).toBe(await run("source", args));
  const png = join(installed, "page.png");
  await run("built", ["inspect", "samples/generic/narrow.pdf", "--out", png]);
  expect(readFileSync(png).subarray(1, 4).toString("latin1")).toBe("PNG");
}, 120_000);

test("can be imported", async () => {
  const { extract } = await import(join(installed, "dist/index.js"));
  const { rows } = await extract(readFileSync(join(root, sample), "utf8"));
  expect(rows).toHaveLength(79);
});
