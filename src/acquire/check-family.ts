import type { FamilyFile } from "../family.ts";
import { fold } from "../text/fold.ts";
import { type Mistake, writePath } from "./describe-issue.ts";

type Path = readonly (string | number)[];

/** Keys that have a meaning of their own where a column's key would stand. */
const RESERVED = ["target", "extra", "label"];

/** Finds what contradicts itself inside a family file, beyond its columns' order and its equations. */
export function checkFamily(file: FamilyFile): Mistake[] {
  return [
    ...checkKeys(file),
    ...checkSeries(file),
    ...checkHeaders(file),
    ...checkWords(file),
    ...checkTotals(file),
  ];
}

function checkKeys(file: FamilyFile): Mistake[] {
  const seen = new Set<string>();
  return (["labels", "series", "extra"] as const).flatMap((part) =>
    file[part].flatMap(({ key }, i) => {
      const path = [part, i, "key"];
      if (RESERVED.includes(key)) {
        return [{ path, must: `must not be ${RESERVED.join(", ")}: these have a meaning of their own` }];
      }
      if (seen.has(key)) return [{ path, must: "must be a key of its own: another column has it" }];
      seen.add(key);
      return [];
    }),
  );
}

/** Columns without a head over them can be those of one series only. */
function checkSeries({ series }: FamilyFile): Mistake[] {
  const headless = series.flatMap(({ header }, i) => (header.length === 0 ? [i] : []));
  return headless.slice(1).map((i) => ({
    path: ["series", i, "header"],
    must: "must have words: only one series may have no head",
  }));
}

/** A header word of two columns would have one of them read as the other. */
function checkHeaders(file: FamilyFile): Mistake[] {
  const owner = new Map<string, Path>();
  return headers(file).flatMap(([path, words]) =>
    words.flatMap((word, i) => {
      const text = fold(word);
      if (text === "") return [{ path: [...path, i], must: "must have a letter or a digit" }];
      const first = owner.get(text) ?? path;
      owner.set(text, first);
      if (first === path) return [];
      return [
        { path: [...path, i], must: `must not be a word of another column: ${writePath(first)} has it` },
      ];
    }),
  );
}

function headers(file: FamilyFile): [Path, readonly string[]][] {
  const keyed = (["labels", "series", "extra"] as const).flatMap((part) =>
    file[part].map(({ header }, i): [Path, readonly string[]] => [[part, i, "header"], header]),
  );
  const periods = (["months", "quarters"] as const).flatMap((part) =>
    file[part].map((words, i): [Path, readonly string[]] => [[part, i], words]),
  );
  return [[["target", "header"], file.target.header], ...keyed, ...periods];
}

/** Words without a letter or a digit would fit everywhere. */
function checkWords(file: FamilyFile): Mistake[] {
  const lists: [Path, readonly string[]][] = [
    [["recognise", "title"], file.recognise.title],
    [["recognise", "words"], file.recognise.words],
    [["footer", "source"], file.footer.source],
    [["footer", "preparedBy"], file.footer.preparedBy],
    ...file.labels.map(({ values }, i): [Path, readonly string[]] => [["labels", i, "values"], values]),
  ];
  return lists.flatMap(([path, words]) =>
    words.flatMap((word, i) =>
      fold(word) === "" ? [{ path: [...path, i], must: "must have a letter or a digit" }] : [],
    ),
  );
}

function checkTotals(file: FamilyFile): Mistake[] {
  const labels = new Set(file.labels.map(({ key }) => key));
  return file.totals.flatMap(({ label, rows }, i) => {
    const path = ["totals", i];
    const mistakes: Mistake[] = [];
    if (fold(label) === "")
      mistakes.push({ path: [...path, "label"], must: "must have a letter or a digit" });
    if (typeof rows === "object" && !labels.has(rows.label)) {
      mistakes.push({ path: [...path, "rows", "label"], must: "must be the key of a label" });
    }
    return mistakes;
  });
}
