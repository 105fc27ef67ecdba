import { compileBlockFamily } from "../../src/acquire/compile-block-family.ts";
import { fillBlockFamily, type WrittenBlockFamily } from "../../src/acquire/fill-defaults.ts";
import type { BlockFamily } from "../../src/block-family.ts";
import { LINE_COLUMN, YEAR_COLUMN } from "../../src/blocks/find-block-headers.ts";
import type { BodyLine, StripLine } from "../../src/blocks/strip.ts";
import type { Page, Word } from "../../src/document.ts";
import type { ColumnLayout } from "../../src/page-tables/place-columns.ts";
import { placeWords } from "../../src/page-tables/place-words.ts";
import type { PlacedColumn } from "../../src/page-tables/region.ts";
import { type TextLine, textLines } from "../../src/page-tables/text-lines.ts";
import { monthKeys } from "../../src/rules/cell-names.ts";
import { pageOf, wordAt, wordsAt } from "../page-tables/words.ts";

/** A small family as its file says it: a physical and a financial line, twelve months and a total. */
export function writtenFamily(): WrittenBlockFamily {
  return {
    id: "small-blocks",
    version: "1",
    name: "Small",
    description: "Two lines an activity",
    layout: "blocks",
    entity: null,
    recognise: { title: ["PLAN DE BLOQUES"] },
    code: { key: "activityCode", prints: ["AOI#"] },
    labels: [
      { key: "activityCode", header: ["CODIGO"] },
      { key: "activity", header: ["ACTIVIDAD OPERATIVA"] },
      { key: "unit", codeKey: "unitCode", header: ["U.M."] },
    ],
    context: [
      { key: "organ", codeKey: "organCode", begins: ["CENTRO DE COSTO"] },
      { key: "objective", codeKey: "objectiveCode", prints: ["OEI.#"] },
      { key: "action", codeKey: "actionCode", prints: ["AEI.#.#"] },
    ],
    lines: {
      header: ["TIPO"],
      kinds: [
        { key: "physical", prints: ["FÍSICO"] },
        { key: "financial", prints: ["FINANC. S/.", "FINANC."] },
      ],
    },
    groups: [{ key: "programmed", header: ["PROGRAMACIÓN"] }],
    months: MONTHS.map((month) => [month]),
    quarters: [["I TRIM"], ["II TRIM"], ["III TRIM"], ["IV TRIM"]],
    columns: [{ key: "total", header: ["TOTAL"] }],
    series: [
      { key: "physical", line: "physical", group: "programmed" },
      { key: "financial", line: "financial", group: "programmed" },
    ],
    absences: [
      { prints: ["S.P."], meaning: "not-programmed" },
      { prints: ["S.I."], meaning: "incomplete" },
      { prints: ["ND"], meaning: "no-data" },
      { prints: ["-"], meaning: "not-applicable" },
    ],
    equations: [
      "physical.total = physical.jan..dec",
      { equation: "financial.total = financial.jan..dec", whole: 0.5 },
    ],
    totals: [
      { prints: ["TOTAL AEI.#.#"], rows: "since-last-total", cell: "financial.total" },
      { prints: ["TOTAL GENERAL"], rows: "all", cell: "financial.total" },
    ],
    reviewBelow: 0.98,
  };
}

/** The family with parts of its file replaced. */
export function familyOf(changes: Partial<WrittenBlockFamily> = {}): BlockFamily {
  const { family, mistakes } = compileBlockFamily(
    fillBlockFamily({ ...writtenFamily(), ...changes }),
    [],
    [],
  );
  const found = Object.values(mistakes).flat();
  if (found.length > 0) throw new Error(JSON.stringify(found));
  return family;
}

/** Its changes for a family that prints each activity for several years. */
export const WITH_YEARS: Partial<WrittenBlockFamily> = { years: { header: ["PERIODO"] } };

export const MONTHS = "ENE FEB MAR ABR MAY JUN JUL AGO SET OCT NOV DIC".split(" ");

/** Where the columns of the table begin, in points; numbers end at `numberEnd`. */
const AT = { code: 20, activity: 90, unit: 230, year: 290, type: 330 } as const;
/** The right edge of the numbers of a month, from 0, or of the total, 12. */
export function numberEnd(column: number): number {
  return 420 + 28 * column;
}

/** What a line of the table prints; numbers are those of the months and, thirteenth, the total; an empty one is a blank. */
export interface Printed {
  readonly code?: string;
  readonly activity?: string;
  readonly unit?: string;
  readonly year?: string;
  readonly type?: string;
  readonly numbers?: readonly (string | number)[];
}

/** The words of a line of the table whose baseline is at `y`. */
export function lineAt(y: number, { numbers = [], ...texts }: Printed): Word[] {
  return [
    ...Object.entries(texts).flatMap(([column, text]) => wordsAt(text, AT[column as keyof typeof AT], y)),
    ...numbers.flatMap((number, k) => {
      const text = String(number);
      return text === "" ? [] : [wordAt(text, numberEnd(k) - 5 * text.length, y)];
    }),
  ];
}

/** The words of the header, on two lines: its lower at `y`. */
export function headerAt(y: number, { years = false } = {}): Word[] {
  const middle = (numberEnd(0) + numberEnd(12)) / 2;
  return [
    wordAt("PROGRAMACIÓN", middle - 35, y - 12),
    wordAt("CODIGO", AT.code, y),
    ...wordsAt("ACTIVIDAD OPERATIVA", AT.activity, y),
    wordAt("U.M.", AT.unit, y),
    ...(years ? [wordAt("PERIODO", AT.year - 10, y)] : []),
    wordAt("TIPO", AT.type + 10, y),
    ...[...MONTHS, "TOTAL"].map((text, k) => wordAt(text, numberEnd(k) - 5 * text.length, y)),
  ];
}

/** Twelve months of one value and their sum. */
export function evenly(value: number): number[] {
  return [...new Array<number>(12).fill(value), 12 * value];
}

/** The lines of an activity: physical and financial, `gap` points apart, its texts on the first. */
export function activityAt(
  y: number,
  texts: Pick<Printed, "code" | "activity" | "unit">,
  physical: readonly (string | number)[],
  financial: readonly (string | number)[],
  gap = 12,
): Word[] {
  return [
    ...lineAt(y, { ...texts, type: "FÍSICO", numbers: physical }),
    ...lineAt(y + gap, { type: "FINANC. S/.", numbers: financial }),
  ];
}

/** A page wide enough for the table, of any height. */
export function tablePage(words: readonly Word[], part: Partial<Page> = {}): Page {
  return pageOf({ width: 800, words, ...part });
}

/** Lines of a page as they stand on the strip, where the page is its first: nothing is moved. */
function stripLines(words: readonly Word[], page: Page = tablePage(words)): StripLine[] {
  return textLines(words).map((line, i) => ({ page, number: i + 1, y: line.y, line }));
}

const column = (kind: PlacedColumn["kind"], name: string, left: number, right: number): PlacedColumn => ({
  kind,
  name,
  text: name,
  left,
  right,
});

/** The columns of the table as lines on the page would part them. */
export function layoutOf({ years = false } = {}): ColumnLayout {
  const cells = [...monthKeys, "total"].map((key, k) =>
    column("cell", `programmed.${key}`, numberEnd(k) - 27, numberEnd(k) + 1),
  );
  return {
    columns: [
      column("label", "activityCode", Number.NEGATIVE_INFINITY, 88),
      column("label", "activity", 88, 228),
      column("label", "unit", 228, years ? 285 : 325),
      ...(years ? [column("label", YEAR_COLUMN, 285, 325)] : []),
      column("label", LINE_COLUMN, 325, 393),
      ...cells.slice(0, -1),
      { ...cells.at(-1)!, right: Number.POSITIVE_INFINITY },
    ],
    places: null,
    starts: [],
  };
}

/** Lines of the table with their words in its columns. */
export function bodyLines(words: readonly Word[], layout = layoutOf(), page?: Page): BodyLine[] {
  return stripLines(words, page).map((line) => ({ ...line, placed: placeWords(line.line, layout) }));
}

/** What a page prints, line by line, for the stages that ask for it so. */
export function printedOf(page: Page): { page: Page; lines: readonly TextLine[] } {
  return { page, lines: textLines(page.words) };
}
