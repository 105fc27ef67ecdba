import type { Line, Page } from "../document.ts";
import type { LineFilter } from "../read/line-filter.ts";
import type { LaidOut, Section } from "./lay-out.ts";
import { type ColumnLayout, commonStarts, isValue, placeColumns } from "./place-columns.ts";
import { asLines, type TextLine } from "./text-lines.ts";

/** A table that no lines part: where its columns stand, and its lines. */
export interface Agreed {
  readonly layout: ColumnLayout;
  readonly body: readonly TextLine[];
}

/** Places the columns of all sections: they are where all pages with the same header have them. */
export function agreeOnColumns(
  pages: readonly Pick<LaidOut, "page" | "sections">[],
  filter: LineFilter,
  isTotal: (text: string) => boolean,
): Map<Section, Agreed> {
  const agreed = new Map<Section, Agreed>();
  const groups = Map.groupBy(
    pages.flatMap(({ page, sections }) => sections.map((section) => ({ page, section }))),
    ({ section }) => section.columns.map(({ name, left }) => `${name}@${Math.round(left / 4)}`).join(),
  );
  for (const group of groups.values()) {
    const { columns, isExact } = group[0]!.section;
    const bodies = group.map(({ page, section }) => bodyOf(page, section.lines, filter, true));
    const body = bodies.flat();
    const layout = isExact
      ? { columns, places: null, starts: commonStarts(columns, body) }
      : placeColumns(columns, body, isTotal);
    for (const [i, { section }] of group.entries()) agreed.set(section, { layout, body: bodies[i]! });
  }
  return agreed;
}

/** A number alone on its line, no further from other lines than this, in heights of the font, is the end of a text. */
const CLOSE = 1.6;

/** How notes under a table begin, which end it as its footer does. */
const NOTE = /^\W*(?:NOTAS?|LEYENDA|OBSERVACI[OÓ]N(?:ES)?)\s*:|^\s*\(?\*+\)?\s*\p{L}/iu;

/**
 * The lines of a table: what stands around it left out, and all that follows its footer. What stands between its rows, or under
 * its header, is no title and no running line, whatever it says: a plan may be headed by the name of an organ.
 */
export function bodyOf(
  page: Page,
  lines: readonly TextLine[],
  filter: LineFilter,
  isUnderHeader: boolean,
): TextLine[] {
  const printed = asLines(page, lines);
  const isNote = ({ text }: Line, i: number) => NOTE.test(text) && i > lastRow;
  const hasNumbers = ({ words }: TextLine) => words.filter(({ text }) => isValue(text)).length > 1;
  const lastRow = lines.findLastIndex(hasNumbers);
  const rows = [...lines.keys()].filter((i) => hasNumbers(lines[i]!) && !filter.isAroundTable(printed[i]!));
  const first = isUnderHeader ? 0 : (rows[0] ?? lines.length);
  const isAround = (line: Line, i: number) =>
    filter.isAroundTable(line, first <= i && i <= (rows.at(-1) ?? -1));
  const end = printed.findIndex((line, i) => filter.isFooter(line) || isNote(line, i));
  const isEndOfText = ({ words: [word, ...others], y }: TextLine, above: TextLine | undefined) =>
    others.length === 0 && above !== undefined && y - above.y <= CLOSE * word!.size && isValue(word!.text);
  return lines.filter(
    (line, i) => (end === -1 || i < end) && (!isAround(printed[i]!, i) || isEndOfText(line, lines[i - 1])),
  );
}
