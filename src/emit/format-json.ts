/** Values that fit in this many characters, indentation included, stay on one line. */
const LINE_WIDTH = 110;

/**
 * The text of a JSON value, for people as much as for programs: two spaces of indentation, and whatever fits on
 * one line on one line, so that the twelve months of a series are read at a glance. The same value always gives
 * the same text. Ends with a line feed.
 *
 * Yields pieces instead of one string: a document of 100,000 rows would not fit in one.
 */
export function* formatJson(value: object): Generator<string> {
  const known = new Map<object, string>();
  let separator = "{\n  ";
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue;
    const name = `${JSON.stringify(key)}: `;
    yield separator + name;
    separator = ",\n  ";
    if (Array.isArray(field) && field.length > 0) yield* formatLongArray(field, known);
    else yield render(field, 1, name.length, known);
  }
  yield separator === "{\n  " ? "{}\n" : "\n}\n";
}

/** One piece per element, always on lines of their own: the rows of a document. */
function* formatLongArray(elements: readonly unknown[], known: Map<object, string>): Generator<string> {
  let separator = "[\n    ";
  for (const element of elements) {
    yield separator + render(element, 2, 0, known);
    separator = ",\n    ";
  }
  yield "\n  ]";
}

/** `depth` is the indentation in steps, `used` the characters that stand before the value on its line. */
function render(value: unknown, depth: number, used: number, known: Map<object, string>): string {
  if (isPlain(value)) return JSON.stringify(value ?? null);
  const line = onOneLine(value, known);
  if (line !== null && depth * 2 + used + line.length <= LINE_WIDTH) return line;
  const isArray = Array.isArray(value);
  const indent = INDENTS[depth + 1]!;
  let text = "";
  for (const key of Object.keys(value)) {
    const field = value[key as keyof typeof value] as unknown;
    if (field === undefined && !isArray) continue;
    const name = isArray ? "" : quoteKey(key);
    text += (text === "" ? indent : `,${indent}`) + name + render(field, depth + 1, name.length, known);
  }
  return isArray ? `[${text}${INDENTS[depth]}]` : `{${text}${INDENTS[depth]}}`;
}

/** Equal tokens of a text are one object that cannot be changed: its text is remembered. */
const MAX_KNOWN = 10_000;

/** The text of a value in which nothing is nested; null where something is. */
function onOneLine(value: object, known: Map<object, string>): string | null {
  const before = known.get(value);
  if (before !== undefined) return before;
  if (!isFlat(value)) return null;
  const line = JSON.stringify(value);
  if (!Array.isArray(value) && known.size < MAX_KNOWN && Object.isFrozen(value)) known.set(value, line);
  return line;
}

/** Line breaks with their indentation; JSON nested deeper than this is none of ours. */
const INDENTS = Array.from({ length: 64 }, (_, depth) => `\n${"  ".repeat(depth)}`);

/** The same few keys come back in every row. */
const quotedKeys = new Map<string, string>();
const MAX_QUOTED_KEYS = 10_000;

function quoteKey(key: string): string {
  const known = quotedKeys.get(key);
  if (known !== undefined) return known;
  if (quotedKeys.size >= MAX_QUOTED_KEYS) quotedKeys.clear();
  const quoted = `${JSON.stringify(key)}: `;
  quotedKeys.set(key, quoted);
  return quoted;
}

function isPlain(value: unknown): value is string | number | boolean | null | undefined {
  return typeof value !== "object" || value === null;
}

/** Whether nothing is nested in a value but lists of plain values. */
function isFlat(value: object): boolean {
  for (const key in value) {
    const field = value[key as keyof typeof value] as unknown;
    if (!isPlain(field) && !(Array.isArray(field) && field.every(isPlain))) return false;
  }
  return true;
}
