import type { Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";

/** More readings than this are no help. */
const MOST = 20;

/**
 * The readings that a reading with open cells stands for if each sum that is known fell into one month: work that is
 * planned once. The other series has it in the same month. Without a known sum for every open cell there are none.
 */
export function oneOffReadings(code: RowCode, reading: Reading): Reading[] {
  let readings: Reading[] = [reading];
  const index = new Map(code.cells.map((cell, i) => [cell, i]));
  for (const { total, terms } of code.equations) {
    const cells = terms.map((term) => index.get(term) as number);
    const open = cells.filter((cell) => reading.values[cell] === undefined);
    const sum = reading.values[index.get(total) as number];
    // The yearly target repeats what the quarters say.
    if (open.length === 0 || sum === undefined || code.isTarget[index.get(total) as number]) continue;
    const rest = cells.reduce((left, cell) => left - (reading.values[cell] ?? 0), sum ?? 0);
    readings = readings.flatMap((from) => {
      const partnered = open.filter((cell) => (from.values[code.partner[cell] as number] ?? 0) === rest);
      const months = rest === 0 ? open.slice(0, 1) : partnered.length > 0 ? partnered : open;
      return months.map((month) => ({ ...from, values: fillOpen(from.values, open, month, rest) }));
    });
    if (readings.length > MOST) return [];
  }
  return readings.filter(({ values }) => !values.includes(undefined));
}

function fillOpen(values: Reading["values"], open: readonly number[], month: number, rest: number) {
  return values.map((value, cell) => {
    if (!open.includes(cell)) return value;
    return cell === month && rest !== 0 ? rest : null;
  });
}
