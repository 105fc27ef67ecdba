import type { z } from "zod";

/** What is wrong in one place of a file: where, as keys and indexes, and what must be so instead. */
export interface Mistake {
  readonly path: readonly PropertyKey[];
  readonly must: string;
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

/** Puts an issue found by zod into the words of this project: "must be …". */
export function describeIssue(issue: z.core.$ZodIssue): Mistake {
  if (issue.message.startsWith("must ")) return { path: issue.path, must: issue.message };
  switch (issue.code) {
    case "unrecognized_keys":
      return { path: [...issue.path, issue.keys[0] ?? ""], must: "must not be there, as no such key exists" };
    case "invalid_type":
      return { path: issue.path, must: `must be ${KINDS[issue.expected] ?? issue.expected}` };
    case "too_small":
      return { path: issue.path, must: `must ${bound(issue.origin, issue.exact, "least", issue.minimum)}` };
    case "too_big":
      return { path: issue.path, must: `must ${bound(issue.origin, issue.exact, "most", issue.maximum)}` };
    default:
      return { path: issue.path, must: `must be right (${issue.message})` };
  }
}

function bound(origin: string, exact: boolean | undefined, side: "least" | "most", limit: number | bigint) {
  const amount = `${exact ? "exactly" : `at ${side}`} ${limit}`;
  if (origin === "array") return `have ${amount} ${limit === 1 ? "entry" : "entries"}`;
  if (origin === "string") return `have ${amount} ${limit === 1 ? "character" : "characters"}`;
  return `be ${amount}`;
}

/** `["series", 0, "key"]` as `series[0].key`; the whole file as `the file`. */
export function writePath(path: readonly PropertyKey[]): string {
  const written = path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
  return written === "" ? "the file" : written;
}

/** How much of a value a message shows. */
const SHOWN_CHARACTERS = 60;

/** What stands at a path of a parsed file, as short JSON; `missing` where nothing does. */
export function writeValueAt(data: unknown, path: readonly PropertyKey[]): string {
  let value = data;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return "missing";
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  const json = JSON.stringify(value) ?? "missing";
  return json.length > SHOWN_CHARACTERS ? `${json.slice(0, SHOWN_CHARACTERS)}…` : json;
}
