import type { BlockFamilyFile } from "../block-family.ts";
import { monthKeys, quarterKeys } from "../rules/cell-names.ts";
import { fold } from "../text/fold.ts";
import type { Mistake } from "./describe-issue.ts";

/** Keys that have a meaning of their own where a series' key would stand. */
const RESERVED = ["target", "extra"];

/** Finds what a family of blocks says that could never be read, or would be read as something else. */
export function checkBlockFamily(file: BlockFamilyFile, cells: ReadonlySet<string>): Mistake[] {
  return [...checkWords(file), ...checkTotals(file, cells), ...checkTerms(file, cells), ...checkPlaces(file)];
}

/** What is compared by its letters must have some; absences may be a lone dash. */
function checkWords(file: BlockFamilyFile): Mistake[] {
  const lists: [readonly (string | number)[], readonly string[]][] = [
    [["recognise", "title"], file.recognise.title],
    [["code", "prints"], file.code.prints],
    [["lines", "header"], file.lines.header],
    [["years", "header"], file.years?.header ?? []],
    ...(["labels", "groups", "columns"] as const).flatMap((part) =>
      file[part].map(({ header }, i): [(string | number)[], string[]] => [[part, i, "header"], header]),
    ),
    ...(["months", "quarters"] as const).flatMap((part) =>
      file[part].map((words, i): [(string | number)[], string[]] => [[part, i], words]),
    ),
    ...file.context.flatMap(({ begins, prints }, i): [(string | number)[], string[]][] => [
      [["context", i, "begins"], begins],
      [["context", i, "prints"], prints],
    ]),
    ...file.lines.kinds.map(({ prints }, i): [(string | number)[], string[]] => [
      ["lines", "kinds", i, "prints"],
      prints,
    ]),
    ...file.totals.map(({ prints }, i): [(string | number)[], string[]] => [["totals", i, "prints"], prints]),
  ];
  return withoutLetters(lists);
}

function withoutLetters(lists: readonly [readonly (string | number)[], readonly string[]][]): Mistake[] {
  return lists.flatMap(([path, words]) =>
    words.flatMap((word, k) =>
      fold(word.replaceAll("#", "1")) === ""
        ? [{ path: [...path, k], must: "must have a letter or a digit" }]
        : [],
    ),
  );
}

function checkTotals({ totals, lines }: BlockFamilyFile, cells: ReadonlySet<string>): Mistake[] {
  const kinds = new Set(lines.kinds.map(({ key }) => key));
  return totals.flatMap(({ cell, line, rows, prints }, i): Mistake[] => [
    ...(cell !== undefined && !cells.has(cell)
      ? [{ path: ["totals", i, "cell"], must: "must be a cell of the family" }]
      : []),
    ...(line !== undefined && !kinds.has(line)
      ? [{ path: ["totals", i, "line"], must: "must be the key of a line" }]
      : []),
    ...((cell === undefined) === (line === undefined)
      ? [{ path: ["totals", i], must: "must have either a cell or a line" }]
      : []),
    ...(rows === "each-year"
      ? prints.flatMap((print, k) =>
          print.includes("#")
            ? []
            : [{ path: ["totals", i, "prints", k], must: "must have a # where the year is printed" }],
        )
      : []),
  ]);
}

/** What a rule depends on. */
function checkTerms(file: BlockFamilyFile, cells: ReadonlySet<string>): Mistake[] {
  const labels = new Set([...file.labels, ...file.context].flatMap(({ key, codeKey }) => [key, codeKey]));
  return file.equations.flatMap((entry, i): Mistake[] => {
    if (typeof entry === "string") return [];
    return [
      ...(entry.when !== undefined && !labels.has(entry.when.label)
        ? [{ path: ["equations", i, "when", "label"], must: "must be the key of a label" }]
        : []),
      ...(entry.unless !== undefined && !cells.has(entry.unless)
        ? [{ path: ["equations", i, "unless"], must: "must be a cell of the family" }]
        : []),
    ];
  });
}

function checkPlaces({ series, columns, groups, oncePerBlock }: BlockFamilyFile): Mistake[] {
  const known = new Set(groups.map(({ key }) => key));
  const periods: readonly string[] = [...monthKeys, ...quarterKeys];
  return [
    ...series.flatMap(({ key }, i) =>
      RESERVED.includes(key)
        ? [{ path: ["series", i, "key"], must: `must not be ${RESERVED.join(" or ")}: these have a meaning` }]
        : [],
    ),
    ...columns.flatMap(({ key }, i) =>
      periods.includes(key)
        ? [{ path: ["columns", i, "key"], must: "must not be the key of a month or a quarter" }]
        : columns.findIndex((one) => one.key === key) < i
          ? [{ path: ["columns", i, "key"], must: "must be a key of its own: another has it" }]
          : [],
    ),
    ...oncePerBlock.flatMap((key, i) =>
      known.has(key) ? [] : [{ path: ["oncePerBlock", i], must: "must be the key of a group" }],
    ),
  ];
}
