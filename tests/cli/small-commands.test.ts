import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import pkg from "../../package.json" with { type: "json" };
import { root, runPoi } from "../support/run-poi.ts";

test("families lists what can be read", async () => {
  const { code, stdout } = await runPoi(["families"]);
  expect(code).toBe(0);
  const [header, ...rows] = stdout.trimEnd().split("\n");
  expect(header?.split(/ {2,}/)).toEqual(["family", "version", "name", "entity"]);
  expect(rows.find((row) => row.startsWith("sat-lima "))).toContain(
    "Servicio de Administración Tributaria de Lima",
  );
  expect(rows.find((row) => row.startsWith("generic "))).toMatch(/ any$/);
});

test("families --json is for programs", async () => {
  const { stdout } = await runPoi(["families", "--json"]);
  expect(JSON.parse(stdout)).toContainEqual({
    id: "sat-lima",
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    name: expect.any(String),
    entity: "Servicio de Administración Tributaria de Lima",
  });
});

test("schema prints a JSON Schema", async () => {
  const { code, stdout } = await runPoi(["schema"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    required: expect.arrayContaining(["document", "rows", "totals", "reconciliation", "summary"]),
  });
});

test("--version is the package's", async () => {
  expect(await runPoi(["--version"])).toEqual({ code: 0, stdout: `${pkg.version}\n`, stderr: "" });
});

test("--help goes to standard output and lists the commands", async () => {
  const { code, stdout, stderr } = await runPoi(["--help"]);
  expect(code).toBe(0);
  expect(stderr).toBe("");
  for (const command of ["convert", "review", "inspect", "families", "schema"])
    expect(stdout).toContain(`\n  ${command} `);
  expect(stdout).toContain("Examples:");
});

test("no command at all is wrong usage: the help goes to standard error", async () => {
  const { code, stdout, stderr } = await runPoi([]);
  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toContain("Usage: poi");
});

test("an older Node is told which one is needed, before anything is imported that it may not have", () => {
  const main = readFileSync(join(root, "src/cli/main.ts"), "utf8");
  expect(main).not.toMatch(/^import\b/m);
  expect(main.indexOf("process.versions.node")).toBeLessThan(main.indexOf("import("));
  expect(main).toMatch(/needs Node 24 or newer: this is/);
});
