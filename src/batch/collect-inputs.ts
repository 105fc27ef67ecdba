import type { Dirent } from "node:fs";
import { glob, readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { loadSource } from "../acquire/load-source.ts";
import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";

/** One document that was asked for. */
export interface Input {
  /** The path as given or found, or `-` for standard input. */
  readonly path: string;
  /** Throws `PoiError` where the document cannot be had: only this document fails, not the run. */
  readonly load: () => Promise<Source>;
}

/** What is picked up from a folder; a file named outright may end in anything. */
const DOCUMENT = /\.(?:pdf|png|jpe?g|tiff?|txt|tsv|csv)$/i;
const GLOB_MARKS = /[*?[{]/;

/**
 * Expands what was typed into documents: files as they are, folders with everything readable below them, glob
 * patterns, `-`. Order is that of the arguments, and by name within a folder or a pattern; no document twice.
 *
 * @param paths files that are to be taken letter by letter, from a list: no folder, no pattern, no `-`
 */
export async function collectInputs(
  args: readonly string[],
  paths: readonly string[] = [],
): Promise<Input[]> {
  const inputs = new Map<string, Input>();
  const add = (input: Input) => {
    const key = input.path === "-" ? "-" : relative("", input.path);
    if (!inputs.has(key)) inputs.set(key, input);
  };
  for (const arg of args) for (const input of await expand(arg)) add(input);
  // A file whose name is a hyphen is not standard input.
  for (const path of paths) add(fileInput(path === "-" ? "./-" : path));
  return [...inputs.values()];
}

async function expand(arg: string): Promise<Input[]> {
  if (arg === "-") return [fileInput("-")];
  const found = await stat(arg).catch(() => null);
  if (found?.isDirectory()) return expandFolder(arg);
  if (found !== null || !GLOB_MARKS.test(arg)) return [fileInput(arg)];
  const paths: string[] = [];
  for await (const entry of glob(arg, { withFileTypes: true })) {
    if (isReadable(entry)) paths.push(relative("", join(entry.parentPath, entry.name)));
  }
  if (paths.length > 0) return paths.sort().map(fileInput);
  return [missing(arg, "no file matches this pattern", "quote the pattern, or check the folder it names")];
}

async function expandFolder(folder: string): Promise<Input[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => isReadable(entry) && DOCUMENT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  if (paths.length > 0) return paths.sort().map(fileInput);
  return [
    missing(
      folder,
      "this folder holds no PDF, image or text file",
      "name a file outright if it ends otherwise",
    ),
  ];
}

/** A file, or a link that may lead to one. A pipe that nobody writes to would be waited for without end. */
function isReadable(entry: Dirent): boolean {
  return entry.isFile() || entry.isSymbolicLink();
}

function fileInput(path: string): Input {
  return { path, load: () => loadSource(path) };
}

function missing(path: string, message: string, hint: string): Input {
  const error = new PoiError("input-not-found", message, { place: { file: path }, hint });
  return { path, load: () => Promise.reject(error) };
}
