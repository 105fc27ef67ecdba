import { PoiError } from "./errors.ts";

/** First and last page of a stretch, both 1-based and both included. */
type PageRange = readonly [first: number, last: number];

/** What is said where the pages that were chosen hold no row; `count` is how many the document has. */
export function noRowChosen(file: string, count: number): PoiError {
  const has = count === 1 ? "1 page" : `${count} pages`;
  return new PoiError("usage", `The chosen pages must hold a row of the table: the document has ${has}`, {
    place: { file },
    hint: "pages are counted from 1; in text, a form feed or a repeated header begins a page",
  });
}

/**
 * Reads a choice of pages such as `1-3,7` and returns a test for a 1-based page number.
 *
 * @throws {PoiError} `usage`
 */
export function parsePages(text: string): (page: number) => boolean {
  const ranges = text.split(",").map((part): PageRange => {
    const match = /^\s*(\d{1,6})\s*(?:-\s*(\d{1,6})\s*)?$/.exec(part);
    const first = Number(match?.[1]);
    const last = match?.[2] === undefined ? first : Number(match[2]);
    if (match === null || first < 1 || last < first) {
      throw new PoiError(
        "usage",
        `Pages must be numbers or ranges such as 1-3,7: current value is "${text}"`,
      );
    }
    return [first, last];
  });
  return (page) => ranges.some(([first, last]) => first <= page && page <= last);
}
