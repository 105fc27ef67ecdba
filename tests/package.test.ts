import { execFile, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { extraction } from "../src/schema.ts";
import { root } from "./support/run-poi.ts";
import { soundPlan } from "./support/small-plan.ts";

const run = promisify(execFile);

/** A project elsewhere, in which the package is installed. */
let project: string;
let installed: string;
/** As a shell has it, with the Node that runs this test first. */
const env = { ...process.env, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) };

/**
 * Packs the package and puts it where npm would. Of all that is installed here, the project sees only what the
 * package declares as a dependency: code that needs more than that fails. No registry is asked.
 */
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "poi-package-"));
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", project], { cwd: root, env });
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf("[")));
  await run("tar", ["-xzf", filename], { cwd: project });
  installed = join(project, "node_modules/poi-extract");
  await mkdir(join(project, "node_modules/.bin"), { recursive: true });
  await run("mv", ["package", installed], { cwd: project });

  const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  for (const name of Object.keys(manifest.dependencies)) {
    await mkdir(dirname(join(project, "node_modules", name)), { recursive: true });
    await symlink(join(root, "node_modules", name), join(project, "node_modules", name));
  }
  for (const [name, target] of Object.entries<string>(manifest.bin)) {
    await chmod(join(installed, target), 0o755);
    await symlink(join(installed, target), join(project, "node_modules/.bin", name));
  }
  await writeFile(join(project, "package.json"), '{ "type": "module" }');
  await writeFile(join(project, "plan.txt"), soundPlan);
}, 60_000);
afterAll(() => rm(project, { recursive: true }));

test.each(["poi", "poi-extract"])("the installed command %s converts a document", async (name) => {
  const command = join(project, "node_modules/.bin", name);
  const { stdout, stderr } = await run(command, ["convert", "plan.txt", "--log", "text"], {
    cwd: project,
    env,
  });
  const plan = extraction.parse(JSON.parse(stdout));
  expect(plan.rows.map(({ target, status }) => [target, status])).toEqual([
    [46, "verified"],
    [64, "verified"],
    [628, "verified"],
  ]);
  expect(stderr).toMatch(/^plan\.txt +3 +3 +0 +0 /m);
});

test("the installed command starts worker processes for several documents", async () => {
  await writeFile(join(project, "letter.txt"), "Señor alcalde: se adjunta el plan.\n");
  const command = join(project, "node_modules/.bin/poi");
  const args = ["convert", "plan.txt", "letter.txt", "--out", "results"];
  await expect(run(command, args, { cwd: project, env })).rejects.toMatchObject({ code: 2 });
  const { documents } = JSON.parse(readFileSync(join(project, "results/run.json"), "utf8"));
  expect(documents).toMatchObject([
    { input: "../letter.txt", error: { code: "no-table" } },
    { input: "../plan.txt", outcome: "done", counts: { rows: 3 } },
  ]);
});

test("the installed library reads pasted text", async () => {
  const code = `
    import { readFileSync } from "node:fs";
    import { extract, outputSchema, PoiError } from "poi-extract";
    const plan = await extract(readFileSync("plan.txt", "utf8"));
    const error = await extract("nothing").catch((error) => error);
    console.log(plan.summary.rows, outputSchema().type, error instanceof PoiError, error.code);
  `;
  await writeFile(join(project, "use.js"), code);
  const { stdout } = await run(process.execPath, ["use.js"], { cwd: project });
  expect(stdout).toBe("3 object true no-table\n");
});

test("the types of the package can be used", async () => {
  const code = `
    import { extract, type Extraction, type ExtractOptions, type Row } from "poi-extract";
    const options: ExtractOptions = { family: "auto", pages: "1" };
    const plan: Extraction = await extract("text", options);
    export const targets: (number | null)[] = plan.rows.map((row: Row) => row.target);
    // @ts-expect-error a row has no such field
    export const wrong = plan.rows[0]?.meta;
  `;
  await writeFile(join(project, "use.ts"), code);
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2024", "--types", "node"];
  const roots = ["--typeRoots", join(root, "node_modules/@types")];
  const tsc = join(root, "node_modules/.bin/tsc");
  const { stdout } = await run(tsc, [...options, ...roots, "use.ts"], { cwd: project, env }).catch(
    (error) => error,
  );
  expect(stdout).toBe("");
});

test("the installed command serves the review page, without anything that only builds it", async () => {
  const command = join(project, "node_modules/.bin/poi-extract");
  await run(command, ["convert", "plan.txt", "--out", "results"], { cwd: project, env });
  const child = spawn(command, ["review", "results", "--no-open", "--by", "Ana"], { cwd: project, env });
  const ended = new Promise((resolve) => child.on("close", resolve));
  try {
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.once("data", (data) => resolve(String(data).trim()));
      child.stderr.on("data", (data) => /poi:/.test(String(data)) && reject(new Error(String(data))));
    });
    const page = await (await fetch(url)).text();
    const [, script = ""] = /src="\.\/([^"]+\.js)"/.exec(page) ?? [];
    expect((await fetch(url + script)).headers.get("content-type")).toContain("javascript");
    expect(await (await fetch(`${url}api/folder`)).json()).toMatchObject({ folder: "results", by: "Ana" });
  } finally {
    child.kill("SIGINT");
  }
  expect(await ended).toBe(0);
});

test("the package holds what it needs to run, and nothing that is only for us", () => {
  for (const file of ["README.md", "LICENSE", "docs/output.schema.json", "pipelines/sat-lima/family.json"]) {
    expect(existsSync(join(installed, file)), file).toBe(true);
  }
  for (const file of ["src", "tests", "bench", "samples", "tsconfig.json"]) {
    expect(existsSync(join(installed, file)), file).toBe(false);
  }
});
