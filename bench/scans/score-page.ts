import levenshtein from "fast-levenshtein";
import type { Page, Word } from "../../src/document.ts";
import type { DrawnCell } from "./draw-plan.ts";

/** What was read of the cells of one page or more. */
export interface CellScore {
  /** Cells with a number, and those read exactly as printed. */
  numbers: number;
  right: number;
  /** Cells without print, and those without a word. */
  blanks: number;
  empty: number;
  /** Letters of the labels, and those that have to change to get them right. */
  letters: number;
  wrongLetters: number;
  /** Numbers read wrongly with the truth among their readings. */
  offered: number;
  /** Of each number that has readings: the probability stated, and whether it was right. */
  readonly stated: { readonly probability: number; readonly right: boolean }[];
  /** `printed → read` with the stated probability, of each wrong number. */
  readonly wrong: string[];
  /** `printed → read` of each wrong label. */
  readonly wrongLabels: string[];
}

export function emptyScore(): CellScore {
  return {
    numbers: 0,
    right: 0,
    blanks: 0,
    empty: 0,
    letters: 0,
    wrongLetters: 0,
    offered: 0,
    stated: [],
    wrong: [],
    wrongLabels: [],
  };
}

/** Compares a page with what was drawn on it, cell by cell; words belong to the cell that holds their middle. */
export function scorePage(score: CellScore, page: Page, cells: readonly DrawnCell[]): void {
  for (const cell of cells) {
    const words = page.words.filter((word) => isWithin(word, cell));
    if (cell.column < 4) {
      const read = inReadingOrder(words);
      score.letters += cell.text.length;
      const distance = Math.min(cell.text.length, levenshtein.get(cell.text, read));
      score.wrongLetters += distance;
      if (distance > 0) score.wrongLabels.push(`${cell.text} → ${read}`);
    } else if (cell.text === "") {
      score.blanks++;
      if (words.length === 0) score.empty++;
      else score.wrong.push(`blank → ${inReadingOrder(words)}`);
    } else scoreNumber(score, cell.text, words);
  }
}

function scoreNumber(score: CellScore, printed: string, words: readonly Word[]): void {
  score.numbers++;
  const read = inReadingOrder(words);
  const right = read === printed;
  const [word] = words;
  const probability = words.length === 1 ? (word?.readings?.[0]?.probability ?? 0) : 0;
  score.stated.push({ probability, right });
  if (right) {
    score.right++;
    return;
  }
  if (words.length === 1 && word?.readings?.some(({ text }) => text === printed)) score.offered++;
  score.wrong.push(`${printed} → ${read} (${probability.toFixed(4)})`);
}

function isWithin({ box }: Word, cell: DrawnCell): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x > cell.box[0] && x < cell.box[2] && y > cell.box[1] && y < cell.box[3];
}

/** Words line by line: those that share most of their height stand on one line. */
function inReadingOrder(words: readonly Word[]): string {
  const lines: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.box[1] + a.box[3] - b.box[1] - b.box[3])) {
    const middle = (word.box[1] + word.box[3]) / 2;
    const line = lines.at(-1);
    if (line?.some(({ box }) => box[1] < middle && middle < box[3])) line.push(word);
    else lines.push([word]);
  }
  return lines
    .map((line) =>
      line
        .sort((a, b) => a.box[0] - b.box[0])
        .map(({ text }) => text)
        .join(" "),
    )
    .join(" ");
}
