import type { Line } from "../document.ts";
import type { LineFilter } from "./line-filter.ts";
import type { Section } from "./reading.ts";

/**
 * Numbers the pages of a text without form feeds: each header after the first begins a page, and so does the
 * title printed over it.
 */
export function numberPages(
  lines: readonly Line[],
  sections: readonly Section[],
  filter: LineFilter,
): Line[] {
  const starts = new Set<number>();
  for (const { header } of sections.slice(1)) {
    if (header === null) continue;
    let start = header.from;
    while (start > 0 && (filter.isTitle(lines[start - 1]!) || filter.isPageNumber(lines[start - 1]!)))
      start--;
    starts.add(start);
  }
  let page = 1;
  return lines.map((line, i) => {
    if (starts.has(i)) page++;
    return page === line.page ? line : onPage(line, page);
  });
}

function onPage(line: Line, page: number): Line {
  return {
    page,
    number: line.number,
    text: line.text,
    // Spreading the line would split it into pieces at once; see readLines.
    get pieces() {
      return line.pieces;
    },
  };
}
