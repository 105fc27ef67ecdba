import type { Printed } from "../print-row.ts";
import { type Channel, type Outcome, splice } from "./outcome.ts";

/** Most slips are made good by a later one, so that the count of fields stays right (the seed prints 12 | 1×22 | 3×10). */
const COMPENSATED = 0.8;
/** Elements that slip at once. */
const SIZES = [
  { size: 1, share: 0.7 },
  { size: 2, share: 0.3 },
];

interface Run {
  readonly start: number;
  readonly length: number;
}

/** Inside a run of equal numbers elements are lost or doubled, mostly with the opposite slip in a later run. */
export const runLengthSlip: Channel = (printed) => {
  const runs = findRuns(printed);
  return runs.flatMap((run, index) => {
    const later = runs.slice(index + 1);
    const laterLength = later.reduce((sum, { length }) => sum + length, 0);
    return SIZES.flatMap(({ size, share }) =>
      [-size, size].flatMap((change) => {
        if (run.length + change < 1) return [];
        const weight = (run.length * share) / 2;
        const alone: Outcome = {
          printed: slip(printed, run, change),
          weight: later.length === 0 ? weight : weight * (1 - COMPENSATED),
        };
        const compensated = later.flatMap((other): Outcome[] => {
          if (other.length - change < 1) return [];
          const slipped = slip(slip(printed, other, -change), run, change);
          return [{ printed: slipped, weight: (weight * COMPENSATED * other.length) / laterLength }];
        });
        return [alone, ...compensated];
      }),
    );
  });
};

function slip(printed: Printed, { start }: Run, change: number): Printed {
  if (change < 0) return splice(printed, start, -change);
  return splice(printed, start, 0, ...Array<string>(change).fill(printed[start] ?? ""));
}

/** Stretches of two or more equal numbers. */
function findRuns(printed: Printed): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < printed.length; ) {
    let end = start + 1;
    while (end < printed.length && printed[end] === printed[start]) end++;
    if (printed[start] !== "" && end - start >= 2) runs.push({ start, length: end - start });
    start = end;
  }
  return runs;
}
