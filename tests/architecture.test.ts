import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const src = fileURLToPath(new URL("../src", import.meta.url));

/** Plain types and errors, which all may know. */
const NOUNS = [
  "document.ts",
  "family.ts",
  "block-family.ts",
  "is-block-family.ts",
  "schema.ts",
  "errors.ts",
  "version.ts",
  "parse-pages.ts",
];
/** What every stage may ask: the rules of a family, and how texts compare. */
const SHARED = [...NOUNS, "rules", "text"];
const STAGES = ["acquire", "pdf", "ocr", "page-tables", "blocks", "read", "grid", "repair", "match", "emit"];

/** What each part of `src` may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(NOUNS.map((noun) => [noun, NOUNS])),
  rules: SHARED,
  text: SHARED,
  ...Object.fromEntries(STAGES.map((stage) => [stage, SHARED])),
  // A table is found by its header, which is the grid's to read.
  read: [...SHARED, "grid"],
  // Pages differ from text in where words stand, not in what headers, totals and titles say.
  "page-tables": [...SHARED, "grid", "read", "pdf"],
  // Activities of several lines stand in columns as others do.
  blocks: [...SHARED, "page-tables", "read", "pdf"],
  "load-pages.ts": [...SHARED, "pdf", "ocr"],
  "scan-thread.ts": [...SHARED, "pdf", "ocr"],
  "extract.ts": [...SHARED, ...STAGES, "load-pages.ts"],
  "index.ts": [...SHARED, ...STAGES, "extract.ts"],
  // It draws what the stages found, and so knows what they call it.
  inspect: [...SHARED, "pdf", "ocr", "page-tables", "extract.ts"],
  // Published totals are added up again as the repair adds them up.
  corrections: [...SHARED, "repair"],
  // Both tell how far a scan is.
  batch: [...SHARED, "acquire", "ocr", "emit", "extract.ts", "corrections"],
  queue: [...SHARED, "acquire", "emit", "batch", "corrections"],
  // Mistakes in a file are worded as those of a family are.
  results: [...SHARED, "acquire"],
  // Folders are made in one way.
  export: [...SHARED, "results", "emit"],
  check: [...SHARED, "results"],
  package: [],
  review: [...SHARED, "acquire", "pdf", "page-tables", "ocr", "emit", "corrections", "batch", "results"],
  cli: [
    ...SHARED,
    "acquire",
    "ocr",
    "emit",
    "extract.ts",
    "inspect",
    "corrections",
    "batch",
    "queue",
    "results",
    "export",
    "check",
    "review",
  ],
};

/** Parts that touch files, streams or the network; all others are pure. */
const EFFECTS = [
  "acquire",
  "pdf",
  "ocr",
  "emit",
  "corrections",
  "batch",
  "queue",
  "results",
  "export",
  "package",
  "review",
  "cli",
  "version.ts",
  "scan-thread.ts",
];
const IO_MODULES = /^node:(?:fs|net|sqlite|http|child_process|worker_threads|stream|process|readline)/;

interface Import {
  readonly file: string;
  readonly part: string;
  /** A module of Node or of a package, or a path within `src`. */
  readonly target: string;
}

const imports: Import[] = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .flatMap((file) =>
    [...readFileSync(join(src, file), "utf8").matchAll(/(?:\bfrom|\bimport\(|^import)\s*"([^"]+)"/gm)].map(
      ([, specifier = ""]) => ({
        file,
        part: partOf(file),
        target: specifier.startsWith(".")
          ? relative(src, join(src, dirname(file), specifier))
              .split(sep)
              .join("/")
          : specifier,
      }),
    ),
  );

function partOf(file: string): string {
  return file.split(/[\\/]/)[0] ?? file;
}
const isOwn = ({ target }: Import) => /\.tsx?$/.test(target);

test("the imports are found", () => {
  expect(imports.filter(isOwn).length).toBeGreaterThan(50);
  expect(imports).toContainEqual({
    file: "extract.ts",
    part: "extract.ts",
    target: "emit/build-extraction.ts",
  });
});

test("every part of src is known here", () => {
  expect(Object.keys(MAY_IMPORT)).toEqual(
    expect.arrayContaining([...new Set(imports.map(({ part }) => part))]),
  );
});

describe("imports point one way", () => {
  test.each(Object.entries(MAY_IMPORT))("from %s", (part, allowed) => {
    const wrong = imports
      .filter((one) => one.part === part && isOwn(one))
      .filter(({ target }) => partOf(target) !== part && !allowed.includes(partOf(target)))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });
});

test("no file imports itself through others", () => {
  const targets = Map.groupBy(imports.filter(isOwn), ({ file }) => file.split(sep).join("/"));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const from = path.indexOf(file);
    if (from !== -1) circles.push([...path.slice(from), file].join(" → "));
    if (from !== -1 || done.has(file)) return;
    for (const { target } of targets.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of targets.keys()) visit(file, []);
  expect(circles).toEqual([]);
});

test("only the edges touch files and streams", () => {
  const wrong = imports
    .filter(({ part, target }) => IO_MODULES.test(target) && !EFFECTS.includes(part))
    .map(({ file, target }) => `${file} imports ${target}`);
  expect(wrong).toEqual([]);
});

test("src knows no family by its id", () => {
  const ids = readdirSync(join(src, "../pipelines"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "generic")
    .map((entry) => entry.name);
  expect(ids).toContain("sat-lima");
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const wrong = files.filter((file) => {
    // Comments may take a family as an example; code may not.
    const code = readFileSync(join(src, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    return ids.some((id) => code.includes(`"${id}"`));
  });
  expect(wrong).toEqual([]);
});
