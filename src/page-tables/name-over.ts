import type { Page } from "../document.ts";
import type { Family } from "../family.ts";
import { createHeaderVocabulary, type HeaderVocabulary } from "../grid/header-vocabulary.ts";
import { createOrganNameReader } from "../read/organ-name.ts";
import { organColumn } from "./organ-column.ts";
import type { Region } from "./region.ts";
import { asLines, partTexts, type TextLine } from "./text-lines.ts";

/**
 * A name stands this near over its table, in heights of the font; what is named by a word for organs may have others
 * under it.
 */
const NEAR = 4;
const MAX_LINES = 6;
/** A name is no longer, in characters. */
const MAX_NAME = 120;

/**
 * Texts that stand over tables and name no organ: their number, what they show, what stands under the one before. PLANEAMIENTO
 * Y PRESUPUESTO does name one.
 */
const NO_NAME =
  /^\W*(?:CUADRO|TABLA|ANEXO|FORMATO|MATRIZ|FICHA|GR[AÁ]FICO|PLAN(?!EA|IFICA)|PROGRAMACI[OÓ]N|FUENTE|ELABORA|NOTAS?|LEYENDA|P[AÁ]G)/iu;

/**
 * Makes a function that finds the organ over each table of a page, for plans that print a table for each: a line that begins
 * with a word for organs, CENTRO DE COSTO: …, or the line alone between two tables of the same columns, and then also those in
 * its font over the first table of a page.
 *
 * @param page pages are given in their order
 * @returns the tables, those with the name of an organ over them with it
 */
export function createNameFinder(
  family: Family,
  headers: HeaderVocabulary = createHeaderVocabulary(family),
): (page: Page, regions: readonly Region[], lines: readonly TextLine[]) => Region[] {
  const hasOrgans = family.labels.some(({ key, header }) => key === "organ" && header.length > 0);
  const nameAfterWord = createOrganNameReader(family);
  /** The fonts of names between tables. */
  const styles = new Set<string>();
  /** What stands over tables, such as the titles that each page repeats. */
  const seen = new Set<string>();
  /** What stands under the last table of a page, and may name the first one of the next. */
  let waiting: string | null = null;
  let isNamed = false;

  const isName = (text: string) =>
    text.length <= MAX_NAME &&
    headers.meaningOf(text) === null &&
    /^\p{Lu}/u.test(text) &&
    !/[.;:]\s*$|^[^:]*:/.test(text) &&
    !NO_NAME.test(text);

  return (page, regions, lines) => {
    if (!hasOrgans) return [...regions];
    const over = regions.map((region, i) => {
      if (!region.hasHeader || organColumn(region.columns) !== -1) return null;
      const above = regions.slice(0, i).findLast(({ page }) => page === region.page) ?? null;
      const from = above === null ? 0 : footOf(above);
      const between = lines.filter(({ y }) => y > from && y < region.box[1]);
      const texts = asLines(page, between).map(({ text }) => text.trim());
      const last = between.at(-1);
      if (last === undefined || region.box[1] - last.y > NEAR * last.words[0]!.size) return null;
      const named = texts
        .slice(-MAX_LINES)
        .map(nameAfterWord)
        .findLast((name) => name !== null);
      const text = texts.at(-1)!;
      const isOne = partTexts(last.words).length === 1;
      const isAlone = isOne && isName(text);
      const style = last.words[0]!.style;
      const isBetween = above !== null && above.columns.length === region.columns.length;
      if (named === undefined && isAlone && isBetween) styles.add(style);
      const mayName = isOne && !isAlone && /\p{Lu}/u.test(text) && headers.meaningOf(text) === null;
      const isNew = isAlone && styles.size === 0 && !seen.has(text);
      for (const over of texts) seen.add(over);
      return { named, alone: isAlone ? text : null, mayName: mayName && !NO_NAME.test(text), isNew, style };
    });
    const named = regions.map((region, i): Region => {
      const found = over[i];
      const isFirst = regions.slice(0, i).every((other) => other.page !== region.page);
      const alone = found != null && styles.has(found.style) ? found.alone : null;
      const name = found?.named ?? alone ?? (isFirst && region.hasHeader ? waiting : null);
      if (name !== null) isNamed = true;
      // OFICINA DE ADM. stands where names do, and is none as they are.
      // What stands over no table before may name the organ of a sheet, where others say what they name.
      const isOther =
        !isFirst || found?.isNew === true || (found?.mayName === true && styles.has(found.style));
      if (name === null && isNamed && isOther && region.hasHeader && organColumn(region.columns) === -1) {
        // Its organ is another than that of the table before, and is not told.
        return { ...region, rows: region.rows.map((row) => ({ ...row, isOrganUnsure: true })) };
      }
      return name === null ? region : { ...region, organ: name };
    });
    const last = regions.at(-1);
    const foot = last === undefined ? 0 : footOf(last);
    const under = lines.filter(({ y }) => y > foot);
    const texts = asLines(page, under).map(({ text }) => text.trim());
    const isAlone = (i: number) =>
      styles.has(under[i]!.words[0]!.style) && partTexts(under[i]!.words).length === 1 && isName(texts[i]!);
    const names = texts.map(
      (text, i) => nameAfterWord(text) ?? (last !== undefined && isAlone(i) ? text : null),
    );
    waiting = names.findLast((name) => name !== null) ?? null;
    return named;
  };
}

/** Where the last row of a table ends: the box of one that goes on without lines holds all that stands over the next one. */
function footOf({ rows, box }: Region): number {
  return rows.reduce((foot, { bottom }) => Math.max(foot, bottom), rows.length === 0 ? box[3] : 0);
}
