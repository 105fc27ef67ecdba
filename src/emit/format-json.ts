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
  let separator = "{\n  ";
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined) continue;
    const name = `${JSON.stringify(key)}: `;
    yield separator + name;
    separator = ",\n  ";
    if (Array.isArray(field) && field.length > 0) yield* formatLongArray(field);
    else yield render(field, 1, name.length);
  }
  yield separator === "{\n  " ? "{}\n" : "\n}\n";
}

/** One piece per element, always on lines of their own: the rows of a document. */
function* formatLongArray(elements: readonly unknown[]): Generator<string> {
  let separator = "[\n    ";
  for (const element of elements) {
    yield separator + render(element, 2, 0);
    separator = ",\n    ";
  }
  yield "\n  ]";
}

/** `depth` is the indentation in steps, `used` the characters that stand before the value on its line. */
function render(value: unknown, depth: number, used: number): string {
  if (isPlain(value)) return JSON.stringify(value ?? null);
  if (Object.values(value).every(isFlat)) {
    const line = JSON.stringify(value);
    if (depth * 2 + used + line.length <= LINE_WIDTH) return line;
  }
  const isArray = Array.isArray(value);
  const indent = "\n".padEnd(depth * 2 + 3);
  let text = "";
  for (const [key, field] of Object.entries(value)) {
    if (field === undefined && !isArray) continue;
    const name = isArray ? "" : `${JSON.stringify(key)}: `;
    text += `${text === "" ? "" : ","}${indent}${name}${render(field, depth + 1, name.length)}`;
  }
  const end = indent.slice(0, -2);
  return isArray ? `[${text}${end}]` : `{${text}${end}}`;
}

function isPlain(value: unknown): value is string | number | boolean | null | undefined {
  return typeof value !== "object" || value === null;
}

function isFlat(value: unknown): boolean {
  return isPlain(value) || (Array.isArray(value) && value.every(isPlain));
}
