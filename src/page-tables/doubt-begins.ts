import type { Flag, PrintedRow } from "../document.ts";
import { doubt, withDoubts } from "../read/reading.ts";
import { goesOn, surelyBreaksOff } from "../text/wrapped-text.ts";

/** Texts of a column begin with a capital or a figure where at least this share of them do, and so many. */
const MOST = 0.6;
const MIN_TEXTS = 4;
/** What stands in front of what is done, in the order of print: cells of it are merged over rows. */
const KINDS = new Set(["objective", "category"]);

/** A text that begins with a code: OEI.05, 3.1. */
export const CODED = /^\S*[0-9]/;
/** Where at least this share of the texts of a column begin with a code, all do. */
const CODED_SHARE = 0.5;

const SMALL_LETTERS = /^\p{Ll}{2}/u;

/**
 * Doubts rows of which a text begins in small letters, as others of its column do not, with the row over it, or stands
 * under one that breaks off, or has no code in front as others have: it may be the end of that one's. And those that lack
 * what later rows of the same organ are said to be for, since a merged cell has its text anywhere.
 */
export function doubtBegins(rows: readonly PrintedRow[]): readonly PrintedRow[] {
  const doubts = rows.map((): Flag[] => []);
  /** A row, and the one over it. */
  const doubtBoth = (i: number) => {
    for (const at of [i - 1, i]) doubts[at]?.push(MAY_GO_ON);
  };
  const keys = new Set(rows.flatMap(({ labels }) => Object.keys(labels)));
  for (const key of keys) {
    endsOf(rows, key).forEach(doubtBoth);
    if (!KINDS.has(key)) continue;
    for (const i of leadsWithout(rows, key)) doubts[i]!.push(notYet(key));
    [...breaksOver(rows, key), ...withoutCode(rows, key)].forEach(doubtBoth);
  }
  return rows.map((row, i) => withDoubts(row, [...new Set(doubts[i])]));
}

/** Rows whose text begins in small letters, as those of most others do not. */
function endsOf(rows: readonly PrintedRow[], key: string): number[] {
  const printed = [...rows.entries()].filter(([, { kind, labels }]) => kind === "activity" && labels[key]);
  const texts = new Set(printed.map(([, { labels }]) => labels[key]!));
  const large = [...texts].filter((text) => !SMALL_LETTERS.test(text)).length;
  if (texts.size < MIN_TEXTS || large < MOST * texts.size) return [];
  return printed.flatMap(([i, { labels }]) => {
    const text = labels[key]!;
    return SMALL_LETTERS.test(text) && goesOn(text) ? [i] : [];
  });
}

/** Rows whose text has no code in front, as others have. */
function withoutCode(rows: readonly PrintedRow[], key: string): number[] {
  const texts = new Set(rows.flatMap(({ kind, labels }) => (kind === "activity" ? (labels[key] ?? []) : [])));
  const coded = [...texts].filter((text) => CODED.test(text)).length;
  if (coded === 0 || coded < CODED_SHARE * texts.size) return [];
  return rows.flatMap(({ kind, labels }, i) => {
    const text = labels[key] ?? "";
    return kind === "activity" && text !== "" && !CODED.test(text) ? [i] : [];
  });
}

/** Rows over whose text one breaks off on the same page. */
function breaksOver(rows: readonly PrintedRow[], key: string): number[] {
  return rows.flatMap(({ page, labels }, i) => {
    const [above, text] = [rows[i - 1]?.labels[key] ?? "", labels[key] ?? ""];
    const isNext = text !== "" && text !== above && rows[i - 1]?.page === page;
    return isNext && surelyBreaksOff(above) ? [i] : [];
  });
}

/** The first rows of an organ, without a label that a later one of its rows has. */
function leadsWithout(rows: readonly PrintedRow[], key: string): number[] {
  const found: number[] = [];
  let waiting: number[] | null = [];
  let organ: string | undefined;
  for (const [i, { kind, labels }] of rows.entries()) {
    if (kind !== "activity") continue;
    if (labels.organ !== organ) waiting = [];
    organ = labels.organ;
    if ((labels[key] ?? "") === "") waiting?.push(i);
    else {
      found.push(...(waiting ?? []));
      waiting = null;
    }
  }
  return found;
}

const MAY_GO_ON = doubt(
  "text-unsure",
  "A text of this row or of one beside it begins or breaks off in the middle: both may be parts of one",
);

function notYet(key: string): Flag {
  return doubt("text-unsure", `No ${key} was read for it, while later rows of the same organ have one`);
}
