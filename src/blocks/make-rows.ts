import type { BlockFamily } from "../block-family.ts";
import type { Flag, Page, PrintedRow, Token, Word } from "../document.ts";
import { asSeen } from "../page-tables/as-seen.ts";
import { boundingBox } from "../page-tables/bounding-box.ts";
import { cellText } from "../page-tables/cell-text.ts";
import { mixesInks } from "../page-tables/mixes-inks.ts";
import type { ColumnLayout } from "../page-tables/place-columns.ts";
import { textLines } from "../page-tables/text-lines.ts";
import type { Context } from "./context-lines.ts";
import {
  halfMissing,
  inksMixed,
  isHalf,
  mixesSizes,
  overNext,
  reachesOver,
  sizesMixed,
  textUnsure,
} from "./doubt-texts.ts";
import { ONCE } from "./find-block-headers.ts";
import type { Block, BlockLine } from "./find-blocks.ts";
import { labelItems, labelText, saidOnce } from "./label-text.ts";
import { createPrintTest } from "./letters.ts";
import type { Items, Side } from "./numbered-items.ts";
import { splitCode } from "./split-code.ts";
import type { BodyLine } from "./strip.ts";

/** Cells that a table of blocks has: a line's numbers under each of its groups, and those printed once. */
export function cellsOf({ columns }: ColumnLayout, family: BlockFamily): string[] {
  return family.series.flatMap(({ key, line, group }) =>
    columns
      .filter(({ name }) =>
        line === undefined ? name.startsWith(`${ONCE}${group}.`) : name.startsWith(`${group}.`),
      )
      .map(({ name }) => `${key}.${name.slice(name.indexOf(".") + 1)}`),
  );
}

/** The texts of an activity that are of numbered items. */
export function itemsOf(own: readonly BodyLine[], { columns }: ColumnLayout): Items[] {
  const pages = pagesOf(own);
  return columns.flatMap(({ kind }, i) =>
    kind === "cell" ? [] : (labelItems(wordsIn(own, i), pages) ?? []),
  );
}

function wordsIn(own: readonly BodyLine[], column: number): Word[] {
  return own.flatMap(({ placed }) => placed.cells[column]!);
}

function pagesOf(own: readonly BodyLine[]): ReadonlyMap<Word, Page> {
  return new Map(own.flatMap(({ page, line }) => line.words.map((word) => [word, page] as const)));
}

/**
 * The rows of an activity: one, or one for each year it is printed for. Its texts are those of all its lines.
 *
 * @param own the lines from where the activity begins to where the next does
 * @param side the line of a numbered item that its number stands beside, where the document tells
 */
export function makeRows(
  block: Block,
  own: readonly BodyLine[],
  { columns }: ColumnLayout,
  context: Context,
  family: BlockFamily,
  doubts: readonly Flag[],
  side: Side | null,
): PrintedRow[] {
  const labels: Record<string, string> = { ...context };
  const testCode = createPrintTest(family.code.prints);
  const isCode = (word: string) => testCode(word) !== null;
  const texts = new Map(columns.map(({ name }, i) => [name, wordsIn(own, i)]));
  const pages = pagesOf(own);
  const unsure: string[] = [];
  const cutTexts: string[] = [];
  const doubtful = family.labels.flatMap(({ key }) => [
    ...(reachesOver(key, columns, texts) ? [overNext(key)] : []),
    ...(mixesSizes(texts.get(key) ?? []) ? [sizesMixed(key)] : []),
    ...(mixesInks(texts.get(key) ?? []) ? [inksMixed(key)] : []),
  ]);
  for (const { key, codeKey } of family.labels) {
    const { text, isSure } = labelText(texts.get(key) ?? [], pages, side);
    if (!isSure) unsure.push(key);
    if (isCutOff(texts.get(key) ?? [], pages)) cutTexts.push(key);
    if (codeKey !== undefined && isHalf(text)) doubtful.push(halfMissing(key));
    Object.assign(labels, splitCode(text, key, codeKey, codeKey === family.code.key ? isCode : undefined));
  }
  const printedCode = labels[family.code.key];
  // A code is one word: one that a page break parts, too.
  if (printedCode !== undefined && isCode(printedCode))
    labels[family.code.key] = printedCode.replace(/\s/g, "");
  const isCodeParted = labels[family.code.key] !== printedCode;
  const total = labels[family.code.key] === undefined ? totalNamed(labels, family) : -1;
  return block.years.map(({ year, lines }): PrintedRow => {
    const cut: string[] = [];
    const tokens = family.series.flatMap(({ key, line, group }) => {
      const kind = family.lines.kinds.findIndex(({ key }) => key === line);
      const printed = lines.find((one) => one.kind === kind);
      return columns.flatMap(({ name }, i): Token[] => {
        if (line === undefined) {
          return name.startsWith(`${ONCE}${group}.`)
            ? [toToken(saidOnce(texts.get(name)!, pages), pages, lines[0]!.name.page)]
            : [];
        }
        if (!name.startsWith(`${group}.`)) return [];
        const words = printed?.numbers?.placed.cells[i] ?? [];
        if (words.some(({ isCut }) => isCut)) cut.push(`${key}${name.slice(group.length)}`);
        return [toToken(words, pages, (printed?.name ?? lines[0]!.name).page)];
      });
    });
    const [first] = lines as readonly [BlockLine, ...BlockLine[]];
    const doubted = [
      ...doubts,
      ...placeDoubts(lines),
      ...(cut.length > 0 ? [numbersCut(cut)] : []),
      ...(total === -1 ? codeDoubts(labels, family) : []),
      ...(isCodeParted ? [codeParted(printedCode!)] : []),
      ...unsure.map(orderUnsure),
      ...cutTexts.map(textCut),
      ...doubtful,
    ];
    return {
      ...(total === -1
        ? { kind: "activity", labels }
        : { kind: "total", labels: { label: totalText(labels, family) }, total }),
      page: first.name.page.number,
      line: first.name.number,
      text: own.map(({ line }) => line.words.map(({ text }) => text).join(" ")).join("\n"),
      tokens,
      ...(year !== null && { year }),
      ...(doubted.length > 0 && { doubts: doubted }),
    };
  });
}

/** Whether the edge of its cell cuts off a part of a text: where a page break does, the rest is on the next page. */
function isCutOff(words: readonly Word[], pages: ReadonlyMap<Word, Page>): boolean {
  const parts = [...Map.groupBy(words, (word) => pages.get(word)).values()].map((part) => textLines(part));
  return parts.some((lines, i) =>
    lines.some((line, k) => {
      const isAtBreak = (k === 0 && i > 0) || (k === lines.length - 1 && i < parts.length - 1);
      return !isAtBreak && line.words.some(({ isCut }) => isCut);
    }),
  );
}

/** The words of the columns of texts. */
function totalText(labels: Readonly<Record<string, string>>, family: BlockFamily): string {
  return family.labels.flatMap(({ key }) => labels[key] ?? []).join(" ");
}

/** Which of the family's totals a block without a code is, by its words; -1 for none. */
function totalNamed(labels: Readonly<Record<string, string>>, family: BlockFamily): number {
  return family.totals.findIndex(
    ({ prints, line }) => line !== undefined && createPrintTest(prints)(totalText(labels, family)) !== null,
  );
}

function orderUnsure(key: string): Flag {
  return textUnsure(`In which order the words of its ${key} are to be read cannot be told`);
}

/** An activity without its code may be a part of another, and one with more than its code holds another's text. */
function codeDoubts(labels: Readonly<Record<string, string>>, { code, labels: all }: BlockFamily): Flag[] {
  const printed = labels[code.key];
  if (printed !== undefined && createPrintTest(code.prints)(printed) !== null) {
    // Codes of figures alone are like other numbers.
    const isCode = createPrintTest(code.prints.filter((print) => /\p{L}/u.test(print)));
    const other = all.find(
      ({ key }) => key !== code.key && labels[key]?.split(" ").some((word) => isCode(word) !== null),
    );
    return other === undefined ? [] : [textUnsure(`Its ${other.key} holds the code of an activity`)];
  }
  return [
    {
      code: "code-not-read",
      severity: "error",
      cells: [],
      message:
        printed === undefined
          ? "No code is printed in this row, so it may be a part of another activity"
          : `Where its code stands there is more, or another text: "${printed}"`,
    },
  ];
}

function codeParted(printed: string): Flag {
  return {
    code: "code-not-read",
    severity: "error",
    cells: [],
    message: `Its code is printed in parts, so that one may be of another text: "${printed}"`,
  };
}

function placeDoubts(lines: readonly BlockLine[]): Flag[] {
  if (lines.every(({ numbers }) => numbers?.placed.isDoubted !== true)) return [];
  return [
    {
      code: "number-out-of-place",
      severity: "error",
      cells: [],
      message: "Some number stands between the columns, so it may have been read under the wrong one",
    },
  ];
}

function textCut(key: string): Flag {
  return {
    code: "text-cut",
    severity: "error",
    cells: [],
    message: `The edge of its cell cuts off a part of its ${key}`,
  };
}

/** Lifted where a sum confirms all of the cells. */
function numbersCut(cells: readonly string[]): Flag {
  return {
    code: "number-cut",
    severity: "error",
    cells,
    message: "The edge of its cell cuts off a part of a number",
  };
}

export function toToken(words: readonly Word[], pages: ReadonlyMap<Word, Page>, fallback: Page): Token {
  const page = (words[0] === undefined ? undefined : pages.get(words[0])) ?? fallback;
  const printed = words.filter(({ text }) => !CURRENCY.test(text));
  const readings = printed.length === 1 ? printed[0]!.readings : undefined;
  return {
    text: cellText(words),
    page: page.number,
    box: words.length === 0 ? null : asSeen(boundingBox(words.map(({ box }) => box)), page),
    ...(readings !== undefined && { readings }),
  };
}

/** The sign of the currency, which says nothing of the number after it. */
const CURRENCY = /^S\/\.?$/;
