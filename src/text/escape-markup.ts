const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Characters that XML 1.0 has no place for (section 2.2), lone halves of surrogate pairs among them. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text as it may stand anywhere in HTML, SVG or XML. */
export function escapeMarkup(text: string): string {
  return text.replace(NOT_XML, "\uFFFD").replace(/[&<>"']/g, (mark) => ENTITIES[mark]!);
}
