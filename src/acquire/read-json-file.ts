import { readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { PoiError } from "../errors.ts";

/** Far above any family: the largest that ships has 5 kB. */
const MAX_BYTES = 1_000_000;

export interface JsonFile {
  /** The file's name as messages show it. */
  readonly file: string;
  readonly text: string;
  readonly data: unknown;
}

/**
 * Reads a JSON file of a folder, or gives null where there is none. The file must lie inside the folder, links
 * followed, so that a folder from elsewhere cannot show what else is on the machine.
 *
 * @param shown the folder as messages name it
 * @throws {PoiError} `family-invalid`, for a file that is too large, lies outside, is not UTF-8 or not JSON
 */
export async function readJsonFile(folder: string, name: string, shown: string): Promise<JsonFile | null> {
  const file = `${shown}/${name}`;
  const fail = (why: string, cause?: unknown) =>
    new PoiError("family-invalid", `${file}: ${why}`, { place: { file }, cause });
  const root = await realpath(folder);
  const path = await realpath(join(folder, name)).catch((cause) => {
    if (cause.code === "ENOENT") return null;
    throw fail(`the file cannot be read (${cause.code})`, cause);
  });
  if (path === null) return null;
  if (!path.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw fail("the file must lie inside its folder, and it is a link to outside");
  }
  const stats = await stat(path);
  if (!stats.isFile()) throw fail("it must be a file: current value is something else, such as a folder");
  if (stats.size > MAX_BYTES) {
    throw fail(`the file must have at most ${MAX_BYTES} bytes: current value is ${stats.size}`);
  }
  const bytes = await readFile(path).catch((cause) => {
    throw fail(`the file cannot be read (${cause.code})`, cause);
  });
  const text = decode(bytes);
  if (text === null) throw fail("the file must be UTF-8 text");
  return { file, text, data: parse(text, file) };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** JSON.parse decides what is JSON; the second parser only tells where it is not. */
function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const { offset, why } = findSyntaxError(text);
    const { line, column } = lineAt(text, offset);
    throw new PoiError("family-invalid", `${file}: line ${line}, column ${column} is not JSON: ${why}`, {
      place: { file, line },
      hint: "JSON wants double quotes, no comments, and no comma after the last entry.",
      cause,
    });
  }
}

function findSyntaxError(text: string): { offset: number; why: string } {
  const errors: ParseError[] = [];
  const end = text.trimEnd().length;
  parseLeniently(text, errors);
  const first = errors[0];
  if (first === undefined) return { offset: end, why: "the text cannot be read" };
  const why = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return { offset: Math.min(first.offset, end), why };
}

/** Text nested too deep for the second parser's recursion gives no tree, and thereby no line. */
function parseLeniently(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function lineAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The 1-based line on which the value at a path stands; of what is missing, the line of what should hold it. */
export function findLine(text: string, path: readonly PropertyKey[]): number | undefined {
  const tree = parseLeniently(text, []);
  if (tree === undefined) return undefined;
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length) as (string | number)[]);
    if (node !== undefined) return lineAt(text, (node.parent ?? node).offset).line;
  }
  return undefined;
}
