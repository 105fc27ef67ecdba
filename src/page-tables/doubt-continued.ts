import type { PrintedRow } from "../document.ts";
import { beginsAsOrgan, firstWord } from "../read/begins-as-organ.ts";
import type { LabelVocabulary } from "../read/label-vocabulary.ts";
import { doubt, withDoubts } from "../read/reading.ts";
import { goesOn, surelyBreaksOff } from "../text/wrapped-text.ts";
import { CODED } from "./doubt-begins.ts";

/** A column in which nearly all texts begin with a capital, or with a code, has at least so many of them. */
const NEARLY_ALL = 0.8;

/**
 * Doubts texts that a page break may part: what a page begins with, where it goes on from another text, or begins as no other
 * text of its column does: OFICINA DE is on one page, PRESUPUESTO on the next, or OEI.01 MEJORAR and EL SERVICIO.
 */
export function doubtContinued(
  rows: readonly PrintedRow[],
  vocabulary: Pick<LabelVocabulary, "has">,
): readonly PrintedRow[] {
  const activities = rows.filter(({ kind }) => kind === "activity");
  const breaks = activities.flatMap((row, i) => (i > 0 && activities[i - 1]!.page < row.page ? [i] : []));
  if (breaks.length === 0) return rows;
  const keys = new Set(activities.flatMap(({ labels }) => Object.keys(labels)));
  const doubted = new Map<PrintedRow, string[]>();
  for (const key of keys) {
    const texts = activities.map(({ labels }) => labels[key] ?? "");
    const distinct = [...new Set(texts.filter((text) => text !== ""))];
    const isUsual = (test: (text: string) => boolean) =>
      distinct.filter(test).length >= NEARLY_ALL * distinct.length;
    const areCapital = isUsual((text) => !/^\p{Ll}/u.test(text));
    const areCoded = distinct.length > 2 && isUsual((text) => CODED.test(text));
    const starts = Map.groupBy(distinct, firstWord);
    const isOdd = (text: string) => {
      if (key !== "organ") return areCoded && !CODED.test(text);
      return !beginsAsOrgan(text) && starts.get(firstWord(text))!.length === 1 && !vocabulary.has(key, text);
    };
    for (const at of breaks) {
      const [above, text] = [texts[at - 1]!, texts[at]!];
      if (above === "" || text === "" || above === text) continue;
      // Programs may print a name whole on each page, and its last lines where they would have stood.
      const isEnd = above.endsWith(` ${text}`);
      if (!isEnd && !surelyBreaksOff(above) && !(areCapital && goesOn(text)) && !isOdd(text)) continue;
      for (let i = at; i < texts.length && texts[i] === text; i++) note(doubted, activities[i]!, key);
      for (let i = at - 1; i >= 0 && texts[i] === above; i--) note(doubted, activities[i]!, key);
    }
  }
  if (doubted.size === 0) return rows;
  return rows.map((row) => {
    const own = doubted.get(row);
    return own === undefined ? row : withDoubts(row, own.map(parted));
  });
}

function note(doubted: Map<PrintedRow, string[]>, row: PrintedRow, key: string): void {
  doubted.set(row, [...(doubted.get(row) ?? []), key]);
}

function parted(key: string) {
  return doubt(
    key === "organ" ? "organ-unsure" : "text-unsure",
    `A page break may part its ${key}: the text before it and the one after it seem to be one`,
  );
}
