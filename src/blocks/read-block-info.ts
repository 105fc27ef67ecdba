import type { BlockFamily } from "../block-family.ts";
import type { DocumentInfo, Line } from "../document.ts";
import { findQuarter, findTitles, readInfo } from "../read/read-info.ts";
import { fold } from "../text/fold.ts";

/** Years that stand for a stretch of them, such as a strategic plan's, say nothing of the document's own. */
const STRETCH = /(?:19|20)[0-9]{2}\s*[-–/]\s*(?:19|20)[0-9]{2}/g;

/** So does the day on which it was printed. */
const DAY =
  /[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:19|20)[0-9]{2}|[0-9]{1,2}\s+de\s+\p{L}+\s+(?:de|del)\s+(?:19|20)[0-9]{2}/giu;

/** `Año : 2021 - 2023`: the document is of several years, and each row says its own. */
const SEVERAL_YEARS = new RegExp(`^\\s*AÑO[\\s.:]*${STRETCH.source}`, "iu");

/**
 * What stands over the first table; the headers may name the quarter. The year is that of the table's page or of the
 * document's title: prose speaks of many.
 *
 * @param preamble the lines over the table, those of its own page first
 */
export function readBlockInfo(
  preamble: readonly Line[],
  headers: readonly string[],
  family: BlockFamily,
): DocumentInfo {
  const undated = preamble.map((line) => ({ ...line, text: line.text.replace(DAY, " ").trim() }));
  const found = findTitles(undated, { recognise: { ...family.recognise, words: [] } });
  // Of lines that only bear a year, none is a title: reports have a preamble of many.
  const titles = found.filter((text) =>
    family.recognise.title.some((title) => fold(text).includes(fold(title))),
  );
  const declared = { entity: family.entity, footer: NO_FOOTER };
  const { entity } = readInfo(preamble, [], titles, declared);
  const own = undated
    .filter(({ page }) => page === preamble[0]?.page)
    .map((line) => ({ ...line, text: line.text.replace(STRETCH, " ") }));
  const ownTitles = titles.map((title) => title.replace(STRETCH, " "));
  const info = readInfo(own, [], ownTitles, declared);
  const [quarter = null] = headers.map(findQuarter).filter((named) => named !== null);
  return {
    ...info,
    title: titles[0] ?? null,
    entity,
    year: undated.some(({ text }) => SEVERAL_YEARS.test(text)) ? null : info.year,
    throughQuarter: info.throughQuarter ?? quarter,
  };
}

const NO_FOOTER = { source: [], preparedBy: [] };
