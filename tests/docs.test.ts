import { execFile } from "node:child_process";
import { existsSync, globSync, readFileSync, symlinkSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createProgram } from "../src/cli/create-program.ts";
import { outputSchema } from "../src/emit/output-schema.ts";
import { root, runPoi, sample } from "./support/run-poi.ts";

const run = promisify(execFile);
const readme = readFileSync(join(root, "README.md"), "utf8");
const pages = ["*.md", "docs/*.md", "bench/*.md", "{pipelines,samples}/*/*.md"].flatMap((pattern) =>
  globSync(pattern, { cwd: root }).sort(),
);

/** The code blocks of a language in README, in order. */
function blocks(language: string): string[] {
  return [...readme.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, marked]) => marked === language)
    .map(([, , code = ""]) => code);
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "poi-docs-"));
  symlinkSync(join(root, "samples"), join(folder, "samples"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("every command is documented", () => {
  const commands = createProgram().commands;

  test("the commands are found", () => {
    expect(commands.map((command) => command.name())).toEqual([
      "convert",
      "review",
      "export",
      "check",
      "enqueue",
      "worker",
      "status",
      "fetch",
      "inspect",
      "families",
      "schema",
    ]);
  });

  test.each(commands.map((command) => [command.name(), command] as const))("%s", async (name, command) => {
    expect(readme).toContain(`| \`${name}`);
    expect(readme).toContain(`npx poi-extract ${name}`);
    for (const option of command.options) expect(readme).toContain(`\`${option.long}`);

    const { code, stdout } = await runPoi([name, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Examples:\n  $ poi ${name}`);
    for (const option of command.options) expect(stdout).toContain(option.long);
  });

  test.each(pages)("%s shows no command that is not there", (page) => {
    const text = readFileSync(join(root, page), "utf8");
    const shown = [...text.matchAll(/(?:npx poi-extract|npm run -s poi --) ([a-z]+)/g)].map(
      ([, name]) => name!,
    );
    const known = commands.map((command) => command.name());
    expect(shown.filter((name) => !known.includes(name))).toEqual([]);
  });

  test("README mentions no option that is not there", () => {
    const known = new Set([
      "--help",
      "--version",
      ...commands.flatMap((one) => one.options.map(({ long }) => long)),
    ]);
    const mentioned = [...readme.matchAll(/`(--[a-z-]+)/g)].map(([, option]) => option!);
    expect(mentioned.filter((option) => !known.has(option))).toEqual([]);
  });
});

describe("the commands in README run", () => {
  const commands = blocks("sh")
    .join("")
    .split("\n")
    .filter((line) => line.startsWith("npx poi-extract"));

  test("there are some", () => {
    expect(commands.length).toBeGreaterThanOrEqual(5);
  });

  test.each(commands)("%s", async (command) => {
    const own = `"${process.execPath}" "${join(root, "src/cli/main.ts")}"`;
    const script = command.replace(/^npx poi-extract/, own);
    await expect(run("bash", ["-euc", script], { cwd: folder })).resolves.toBeDefined();
  });

  test("the first command of all reads a sample that is there", () => {
    const [first = ""] = blocks("sh");
    const [, sample = ""] = /npm run -s poi -- convert (\S+) --out \S+\nnpm test\n$/.exec(first) ?? [];
    expect(existsSync(join(root, sample))).toBe(true);
  });
});

describe("what README shows of the sample is what comes out", async () => {
  const { stdout, stderr } = await runPoi(["convert", sample, "--log", "text"]);

  test("the table", () => {
    const [shown = ""] = blocks("console");
    expect(shown.split("\n").slice(1).join("\n")).toBe(stderr);
  });

  test("the first row, where it is shown", () => {
    const printed = new Set(stdout.split("\n").map((line) => line.trim()));
    const [shown = ""] = blocks("jsonc");
    const lines = shown.split("\n").map((line) => line.trim());
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => line !== "" && !line.includes("// …") && !printed.has(line))).toEqual([]);
  });
});

test("the library example prints what README says", async () => {
  const [code = ""] = blocks("ts");
  const [printed] = blocks("text");
  const module = pathToFileURL(join(root, "src/index.ts")).href;
  const file = join(folder, "example.ts");
  await writeFile(file, code.replace('"poi-extract"', JSON.stringify(module)));
  const { stdout } = await run(process.execPath, [file], { cwd: root });
  expect(stdout).toBe(printed);
});

test("docs/output.schema.json is the schema of the output", () => {
  const published = JSON.parse(readFileSync(join(root, "docs/output.schema.json"), "utf8"));
  // To bring it up to date: npm run -s poi -- schema > docs/output.schema.json
  expect(published).toEqual(JSON.parse(JSON.stringify(outputSchema())));
});

test.each(pages)("the links of %s lead somewhere", (page) => {
  const text = readFileSync(join(root, page), "utf8");
  const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link!);
  const dead = links.filter((link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(page), link)));
  expect(dead).toEqual([]);
});
