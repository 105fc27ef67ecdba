import { readField } from "./header-phrases.ts";
import type { HeaderPhrase, HeaderVocabulary } from "./header-vocabulary.ts";
import { overlap } from "./stack-words.ts";

type Line = readonly HeaderPhrase[];

/**
 * Reads the names of quarters of which a narrow cell prints but the beginning on the first line, and the rest beside the name of
 * a series: III over TRIM. P is III TRIM over P.
 *
 * @param lines a header's phrases, line by line, where places say what stands over what
 */
export function partStacked(lines: readonly Line[], vocabulary: HeaderVocabulary): readonly Line[] {
  const parted = new Map<HeaderPhrase, HeaderPhrase>();
  for (const [i, line] of lines.entries()) {
    for (const above of line.filter(({ meaning }) => meaning === null)) {
      const under = lines.slice(i + 1).flatMap((next) => next.filter((phrase) => overlap(phrase, above)));
      const [below, ...others] = under;
      if (below === undefined || others.length > 0) continue;
      const [start, end] = [Math.min(above.start, below.start), Math.max(above.end, below.end)];
      const read = readField({ text: `${above.text} ${below.text}`, start, end }, vocabulary);
      const [period, series] = read;
      if (read.length !== 2 || period!.meaning?.kind !== "quarter" || series!.meaning?.kind !== "series")
        continue;
      parted.set(above, period!).set(below, series!);
    }
  }
  return parted.size === 0 ? lines : lines.map((line) => line.map((phrase) => parted.get(phrase) ?? phrase));
}
