import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AnyFamily } from "../block-family.ts";
import { PoiError } from "../errors.ts";
import type { Shape } from "./check-shape.ts";
import { compileBlockFamily } from "./compile-block-family.ts";
import { compileFamily } from "./compile-family.ts";
import { type Mistake, writePath, writeValueAt } from "./describe-issue.ts";
import {
  fillBlockFamily,
  fillFamily,
  fillNames,
  type WrittenBlockFamily,
  type WrittenFamily,
  type WrittenName,
} from "./fill-defaults.ts";
import { findLine, type JsonFile, readJsonFile } from "./read-json-file.ts";

/** Two folders up from here lies the package, in `src/` as in the installed `dist/`. */
const PACKAGED = fileURLToPath(new URL("../../pipelines", import.meta.url));
const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Loads a family that ships with the package, by its id, or one of the user's own, by the path of its folder:
 * `family.json`, and beside it `organs.json` and `units.json` where there are any. An id comes before a folder
 * of the same name; `./sat-lima` is always a folder.
 *
 * @throws {PoiError} `family-not-found`, or `family-invalid` with the file, the key and the current value
 */
export async function loadFamily(idOrPath: string): Promise<AnyFamily> {
  const shipped = ID_PATTERN.test(idOrPath) ? join(PACKAGED, idOrPath) : null;
  if (shipped !== null && (await isFolder(shipped))) {
    const files = await readFolder(shipped, `pipelines/${idOrPath}`);
    return compileSound(files) ?? (await compileChecked(files));
  }
  if (idOrPath !== "" && (await isFolder(idOrPath))) {
    return await compileChecked(await readFolder(idOrPath, idOrPath.replace(/[\\/]+$/, "")));
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
export async function listFamilies(): Promise<AnyFamily[]> {
  return await Promise.all((await shippedIds()).map((id) => loadFamily(id)));
}

async function shippedIds(): Promise<string[]> {
  const entries = await readdir(PACKAGED, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && ID_PATTERN.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

/** The files of a family's folder. */
interface FamilyFiles {
  readonly family: JsonFile;
  readonly organs: JsonFile | null;
  readonly units: JsonFile | null;
}

async function readFolder(folder: string, shown: string): Promise<FamilyFiles> {
  const [family, organs, units] = await Promise.all([
    readJsonFile(folder, "family.json", shown),
    readJsonFile(folder, "organs.json", shown),
    readJsonFile(folder, "units.json", shown),
  ]);
  if (family === null) {
    throw new PoiError("family-not-found", `${shown} must hold a family.json, and there is none`, {
      place: { file: shown },
      hint: "docs/adding-a-family.md shows a whole one.",
    });
  }
  return { family, organs, units };
}

/**
 * Compiles a family that ships with the package: the tests hold all of these against the schema, so that it need
 * not be loaded. Returns null where something is wrong all the same, as with a family that is being written.
 */
function compileSound({ family, organs, units }: FamilyFiles): AnyFamily | null {
  try {
    const names = [organs, units].map((json) => fillNames((json?.data ?? []) as WrittenName[]));
    const compiled = isOfBlocks(family)
      ? compileBlockFamily(fillBlockFamily(family.data as WrittenBlockFamily), names[0]!, names[1]!)
      : compileFamily(fillFamily(family.data as WrittenFamily), names[0]!, names[1]!);
    return Object.values(compiled.mistakes).every((mistakes) => mistakes.length === 0)
      ? compiled.family
      : null;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function compileChecked(files: FamilyFiles): Promise<AnyFamily> {
  const { checkBlockFamilyShape, checkFamilyShape, checkNamesShape } = await import("./check-shape.ts");
  const names = (json: JsonFile | null) => (json === null ? [] : accept(json, checkNamesShape(json.data)));
  const { data } = files.family;
  const { family, mistakes } = isOfBlocks(files.family)
    ? compileBlockFamily(
        accept(files.family, checkBlockFamilyShape(data)),
        names(files.organs),
        names(files.units),
      )
    : compileFamily(accept(files.family, checkFamilyShape(data)), names(files.organs), names(files.units));
  for (const part of ["family", "organs", "units"] as const) {
    const json = files[part];
    if (json !== null) refuse(json, mistakes[part]);
  }
  return family;
}

/** Whether a file says that its activities are printed on several lines each. */
function isOfBlocks({ data }: JsonFile): boolean {
  return typeof data === "object" && data !== null && "layout" in data;
}

function accept<T>(json: JsonFile, shape: Shape<T>): T {
  if ("data" in shape) return shape.data;
  refuse(json, shape.mistakes);
  throw new Error("a shape without data has mistakes");
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
