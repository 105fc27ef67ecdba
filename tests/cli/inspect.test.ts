import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { planPdf } from "../inspect/plan-pdf.ts";
import { runPoi, sample } from "../support/run-poi.ts";

let folder: string;
let plan: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-inspect-"));
  plan = join(folder, "plan.pdf");
  await writeFile(plan, (await planPdf()).bytes);
});
afterAll(() => rm(folder, { recursive: true }));

test("SVG goes to standard output, and what was found to standard error", async () => {
  const { code, stdout, stderr } = await runPoi(["inspect", plan]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^<svg [\s\S]*<image [\s\S]*<\/svg>\n$/);
  expect(stderr).toBe("plan.pdf, page 1 of 2: family generic, 1 table, 3 rows (2 verified, 1 review)\n");
});

test("--page chooses the page, and a page without a table says so", async () => {
  const { code, stdout, stderr } = await runPoi(["inspect", plan, "--page", "2", "--no-picture"]);
  expect(code).toBe(0);
  expect(stdout).not.toContain("<image");
  expect(stderr).toContain("No table on this page");
});

test("the ending of the file to write says what is written, and nothing else is left", async () => {
  const out = join(folder, "out");
  await (await import("node:fs/promises")).mkdir(out);
  for (const name of ["page.svg", "page.PNG", "page.json"]) {
    const { code, stdout } = await runPoi(["inspect", plan, "-o", join(out, name)]);
    expect([code, stdout]).toEqual([0, ""]);
  }
  expect((await readdir(out)).sort()).toEqual(["page.PNG", "page.json", "page.svg"]);
  expect((await readFile(join(out, "page.PNG"))).subarray(1, 4).toString()).toBe("PNG");
  expect(JSON.parse(await readFile(join(out, "page.json"), "utf8"))).toMatchObject({ page: 1, pages: 2 });
});

test("--json gives the same facts as data", async () => {
  const { stdout } = await runPoi(["inspect", plan, "--json"]);
  const { tables, family } = JSON.parse(stdout);
  expect(family).toBe("generic");
  expect(tables[0].rows[1].cells[3]).toMatchObject({ name: "target", value: 24, text: "24" });
});

test("--png writes a PNG to standard output that is not a terminal", async () => {
  const { code, stdout } = await runPoi(["inspect", plan, "--png"]);
  expect(code).toBe(0);
  expect(stdout.slice(1, 4)).toBe("PNG");
});

test.each([
  [["--page", "0"], 1, "whole number from 1"],
  [["--page", "3"], 1, "Cannot show page 3 of 'plan.pdf' as it has 2 pages"],
  [["-o", "page.pdf"], 1, "must end in .svg, .png or .json: current value is 'page.pdf'"],
  [["--png", "-o", "page.svg"], 1, "--png contradicts"],
  [["--png", "--json"], 1, "Only one of"],
  [["-o", "no/such/folder/page.svg"], 1, "Cannot write 'no/such/folder/page.svg'"],
  [["--family", "no-such-family"], 1, "no-such-family"],
])("%j is refused with a reason", async (args, expected, message) => {
  const { code, stdout, stderr } = await runPoi(["inspect", plan, ...args]);
  expect(code).toBe(expected);
  expect(stdout).toBe("");
  expect(stderr).toContain(message);
});

test("text has no page to draw", async () => {
  const { code, stdout, stderr } = await runPoi(["inspect", sample]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("inspect draws pages of PDFs and images; `poi convert` reads text");
});
