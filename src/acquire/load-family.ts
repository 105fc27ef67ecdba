import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { PoiError } from "../errors.ts";
import { canonicalName, type Family, familyFile } from "../family.ts";
import { compileFamily } from "./compile-family.ts";
import { describeIssue, type Mistake, writePath, writeValueAt } from "./describe-issue.ts";
import { findLine, type JsonFile, readJsonFile } from "./read-json-file.ts";

/** Two folders up from here lies the package, in `src/` as in the installed `dist/`. */
const packaged = fileURLToPath(new URL("../../pipelines", import.meta.url));
const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const canonicalNames = z.array(canonicalName);

/**
 * Loads a family that ships with the package, by its id, or one of the user's own, by the path of its folder:
 * `family.json`, and beside it `organs.json` and `units.json` where there are any. An id comes before a folder
 * of the same name; `./sat-lima` is always a folder.
 *
 * @throws PoiError family-not-found, or family-invalid with the file, the key and the current value
 */
export async function loadFamily(idOrPath: string): Promise<Family> {
  const shipped = idPattern.test(idOrPath) ? join(packaged, idOrPath) : null;
  if (shipped !== null && (await isFolder(shipped)))
    return await loadFolder(shipped, `pipelines/${idOrPath}`);
  if (idOrPath !== "" && (await isFolder(idOrPath))) {
    return await loadFolder(idOrPath, idOrPath.replace(/[\\/]+$/, ""));
  }
  throw new PoiError(
    "family-not-found",
    `A family must be the id of one that ships with poi-extract, or a folder with a family.json: current value is "${idOrPath}"`,
    {
      hint: `Ids are: ${(await shippedIds()).join(", ")}. A folder is written with its path, such as ./mine.`,
    },
  );
}

/** Loads all families that ship with the package, in the order of their ids. */
export async function listFamilies(): Promise<Family[]> {
  return await Promise.all((await shippedIds()).map((id) => loadFamily(id)));
}

async function shippedIds(): Promise<string[]> {
  const entries = await readdir(packaged, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && idPattern.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

async function loadFolder(folder: string, shown: string): Promise<Family> {
  const [file, organs, units] = await Promise.all([
    readJsonFile(folder, "family.json", shown),
    readJsonFile(folder, "organs.json", shown),
    readJsonFile(folder, "units.json", shown),
  ]);
  if (file === null) {
    throw new PoiError("family-not-found", `${shown} must hold a family.json, and there is none`, {
      place: { file: shown },
      hint: "docs/adding-a-family.md shows a whole one.",
    });
  }
  const declared = check(familyFile, file);
  const names = {
    organs: organs === null ? [] : check(canonicalNames, organs),
    units: units === null ? [] : check(canonicalNames, units),
  };
  const { family, mistakes } = compileFamily(declared, names.organs, names.units);
  for (const [part, json] of [
    ["family", file],
    ["organs", organs],
    ["units", units],
  ] as const) {
    if (json !== null) refuse(json, mistakes[part]);
  }
  return family;
}

function check<T>(schema: z.ZodType<T>, json: JsonFile): T {
  const result = schema.safeParse(json.data);
  if (result.success) return result.data;
  refuse(json, result.error.issues.map(describeIssue));
  throw result.error;
}

function refuse(json: JsonFile, mistakes: readonly Mistake[]): void {
  const [first, ...others] = mistakes;
  if (first === undefined) return;
  const value = writeValueAt(json.data, first.path);
  const places = others.slice(0, 5).map(({ path }) => writePath(path));
  throw new PoiError(
    "family-invalid",
    `${json.file}: ${writePath(first.path)} ${first.must}: current value is ${value}`,
    {
      place: { file: json.file, line: findLine(json.text, first.path) },
      ...(others.length > 0 && {
        hint: `The file has ${others.length} more to mend, at ${places.join(", ")}.`,
      }),
    },
  );
}
