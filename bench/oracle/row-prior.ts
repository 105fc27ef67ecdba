import { EXECUTED, PROGRAMMED } from "../cells.ts";

/** Shares with which the generator draws executed months; see rows/executed-months.ts. */
const AS_PROGRAMMED = 0.88;
const SOME_MONTHS = 0.12 * (4 / 9);
const MOVED = 0.12 * (2 / 9);
const UNDER = 0.12 * (2 / 9);
const STOPPED = 0.12 * (1 / 9);
/** A row that no way of the generator explains, but that is not impossible. */
const OTHERWISE = 1e-9;

/** How probable a row is before it is printed, up to a constant: values in hundredths, blanks as 0. */
export function rowPrior(cents: readonly number[], throughQuarter: number): number {
  const programmed = cents.slice(PROGRAMMED, EXECUTED);
  const executed = cents.slice(EXECUTED, EXECUTED + 12);
  return smoothness(programmed) * executionPrior(programmed, executed, 3 * throughQuarter);
}

/** Months near the row's middle value are likelier, whatever its shape. */
function smoothness(months: readonly number[]): number {
  const middle = [...months].sort((a, b) => a - b)[6] as number;
  const spread = 0.3 * middle + 100;
  return months.reduce((product, month) => {
    const near = (100 / (2 * spread)) * Math.exp(-Math.abs(month - middle) / spread);
    return product * (month === middle ? 0.5 + 0.5 * near : 0.5 * near);
  }, 1);
}

function executionPrior(
  programmed: readonly number[],
  executed: readonly number[],
  reported: number,
): number {
  const differing = programmed.flatMap((value, month) =>
    month < reported && value !== executed[month] ? [month] : [],
  );
  const [first = 0, second = 0] = differing;
  if (differing.length === 0) return AS_PROGRAMMED;
  const [sumProgrammed, sumExecuted] = [programmed, executed].map((months) =>
    months.slice(0, reported).reduce((sum, month) => sum + month, 0),
  ) as [number, number];
  if (differing.length === 2 && second === first + 1 && sumProgrammed === sumExecuted) {
    return MOVED / 11 / 2;
  }
  if (
    differing.every((month) => executed[month] === 0) &&
    executed.slice(first, reported).every((v) => v === 0)
  ) {
    return STOPPED / 9;
  }
  if (differing.length <= 4) {
    const steps = differing.map((month) => {
      const step = Math.abs((executed[month] as number) - (programmed[month] as number));
      return step <= 200 ? 0.1 : 50 / Math.max(step, 200);
    });
    return ((SOME_MONTHS / 4) * steps.reduce((a, b) => a * b, 1)) / choose(12, differing.length);
  }
  const shares = differing.map(
    (month) => (executed[month] as number) / Math.max(1, programmed[month] as number),
  );
  return shares.every((share) => share >= 0.3 && share < 1) ? UNDER / 50 : OTHERWISE;
}

function choose(n: number, k: number): number {
  return Array.from({ length: k }, (_, index) => (n - index) / (index + 1)).reduce((a, b) => a * b, 1);
}
