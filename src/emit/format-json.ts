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
  let separator = "{\n";
  for (const [key, field] of entriesOf(value)) {
    yield `${separator}  ${JSON.stringify(key)}: `;
    separator = ",\n";
    if (Array.isArray(field) && field.length > 0) yield* formatLongArray(field);
    else yield render(field, 1, key.length + 4);
  }
  yield separator === "{\n" ? "{}\n" : "\n}\n";
}

/** One piece per element, always on lines of their own: the rows of a document. */
function* formatLongArray(elements: readonly unknown[]): Generator<string> {
  let separator = "[\n";
  for (const element of elements) {
    yield `${separator}    ${render(element, 2, 0)}`;
    separator = ",\n";
  }
  yield "\n  ]";
}

/** `depth` is the indentation in steps, `used` the characters that the key before the value takes. */
function render(value: unknown, depth: number, used: number): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isArray = Array.isArray(value);
  const parts = isArray
    ? value.map((element) => render(element ?? null, depth + 1, 0))
    : entriesOf(value).map(([key, field]) => {
        const name = JSON.stringify(key);
        return `${name}: ${render(field, depth + 1, name.length + 2)}`;
      });
  if (parts.length === 0) return isArray ? "[]" : "{}";

  let width = depth * 2 + used + 4;
  for (const part of parts) width += part.length + 2;
  // A part that was broken over lines at its own, deeper indentation stays so.
  if (width <= LINE_WIDTH && !parts.some((part) => part.includes("\n"))) {
    return isArray ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
  }
  const indent = "\n".padEnd(depth * 2 + 3);
  const close = "\n".padEnd(depth * 2 + 1);
  const inner = parts.join(`,${indent}`);
  return isArray ? `[${indent}${inner}${close}]` : `{${indent}${inner}${close}}`;
}

/** Absent fields are left out, as JSON.stringify does. */
function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}
