import type { BlockFamily } from "../block-family.ts";
import type { Flag, PrintedRow } from "../document.ts";

/** A page's codes are of one length where so many of them are, and there are so many of them. */
const SHARE = 0.75;
const MIN_CODES = 4;

const CODE_UNSURE = "code-unsure";

/**
 * Doubts the codes of activities that OCR may have misread, since no equation reaches them: those with letters that are
 * longer or shorter than most, and those of figures alone that do not count on from their neighbours'.
 *
 * @param rows of one header, all from scans, in the order of print
 */
export function doubtCodes(rows: readonly PrintedRow[], { code }: BlockFamily): PrintedRow[] {
  const activities = rows.filter(({ kind, labels }) => kind === "activity" && labels[code.key] !== undefined);
  const codes = activities.map(({ labels }) => labels[code.key]!);
  const isUsual = code.prints.some((print) => /\p{L}/u.test(print))
    ? ofUsualLength(codes)
    : countingOn(codes);
  // An activity that is printed for several years has a row for each.
  const isAgain = (i: number) => activities[i]!.year !== undefined && codes[i] === codes[i - 1];
  const doubted = new Map(
    activities.flatMap((row, i) => (isUsual(i) || isAgain(i) ? [] : [[row, codeUnsure(codes[i]!)] as const])),
  );
  return rows.map((row) => {
    const doubt = doubted.get(row);
    return doubt === undefined ? row : { ...row, doubts: [...(row.doubts ?? []), doubt] };
  });
}

/**
 * Makes a function that doubts a printed code that is longer than those of the same letters are: the next text, which may
 * begin with a figure, touches it.
 *
 * @param rows all rows of the document
 */
export function createLongCodeDoubts(
  rows: readonly PrintedRow[],
  { code }: BlockFamily,
): (row: PrintedRow) => Flag[] {
  const lettersOf = (text: string) => text.replace(/\P{L}/gu, "");
  const codes = rows.flatMap(({ kind, labels }) => (kind === "activity" ? (labels[code.key] ?? []) : []));
  const groups = Map.groupBy(codes, lettersOf);
  groups.delete("");
  const usual = new Map([...groups].map(([letters, own]) => [letters, usualLength(own)] as const));
  return ({ kind, labels, doubts = [] }) => {
    const own = labels[code.key];
    if (kind !== "activity" || own === undefined || doubts.some((doubt) => doubt.code === CODE_UNSURE))
      return [];
    const length = usual.get(lettersOf(own)) ?? null;
    return length !== null && own.length > length ? [codeUnsure(own)] : [];
  };
}

function ofUsualLength(codes: readonly string[]): (i: number) => boolean {
  const usual = usualLength(codes);
  return (i) => usual === null || codes[i]!.length === usual;
}

/** How long most codes are; null where no length is usual. */
function usualLength(codes: readonly string[]): number | null {
  const lengths = Map.groupBy(codes, ({ length }) => length);
  const usual = [...lengths.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  const isTold = codes.length >= MIN_CODES && usual.length >= SHARE * codes.length;
  return isTold ? usual[0]!.length : null;
}

function countingOn(codes: readonly string[]): (i: number) => boolean {
  const digits = codes.map((code) => code.replace(/\D/g, ""));
  return (i) => {
    const [before, own, after] = [digits[i - 1], digits[i]!, digits[i + 1]];
    if (before === undefined && own.endsWith("1")) return true;
    return (before !== undefined && follows(before, own)) || (after !== undefined && follows(own, after));
  };
}

/** Whether one code is the next after another: 5.3.9 and 5.3.10. Points are lost in small print. */
function follows(code: string, next: string): boolean {
  for (let from = Math.max(1, code.length - 3); from < code.length; from++) {
    if (`${code.slice(0, from)}${Number(code.slice(from)) + 1}` === next) return true;
  }
  return false;
}

function codeUnsure(code: string): Flag {
  return {
    code: CODE_UNSURE,
    severity: "error",
    cells: [],
    message: `Its code may have been misread: "${code}" is not like those of the activities beside it`,
  };
}
