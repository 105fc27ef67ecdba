import type { CellScore } from "./score-page.ts";
import type { RowScore } from "./score-rows.ts";

/** Bins of stated probability, the last ones finer: that is where it matters. */
const BINS = [0, 0.5, 0.9, 0.99, 0.999, 1.01];

/** What came of the rows, for people. */
export function formatRows(score: RowScore): string[] {
  const { rows, unreviewed, silent, missing, verified, repaired, organs } = score;
  return [
    `rows without review: ${percent(unreviewed, rows)} of ${rows} (${verified} verified, ${repaired} repaired); ` +
      `of these with a wrong number: ${silent}; rows that did not come out: ${missing}; organs matched: ${organs}`,
  ];
}

/** What was read of the cells, before any equation spoke. */
export function formatCells(score: CellScore): string[] {
  const { numbers, right, offered, blanks, empty, letters, wrongLetters, stated } = score;
  const lines = [
    `numbers right: ${percent(right, numbers)} of ${numbers}; of the wrong ones, truth among the readings: ${offered} of ${numbers - right}`,
    `blanks left blank: ${percent(empty, blanks)} of ${blanks}`,
    `letters of labels right: ${percent(letters - wrongLetters, letters)} of ${letters}`,
  ];
  for (const [k, from] of BINS.slice(0, -1).entries()) {
    const bin = stated.filter(({ probability }) => probability >= from && probability < BINS[k + 1]!);
    if (bin.length === 0) continue;
    const mean = bin.reduce((sum, { probability }) => sum + probability, 0) / bin.length;
    const share = bin.filter((one) => one.right).length / bin.length;
    lines.push(`stated ${mean.toFixed(4)}: right ${share.toFixed(4)} of ${bin.length}`);
  }
  return lines;
}

function percent(part: number, of: number): string {
  return `${((100 * part) / Math.max(1, of)).toFixed(2)} %`;
}
