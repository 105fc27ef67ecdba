import type { Row } from "../../../src/schema.ts";
import type { TruthRow, TruthSeries } from "../truth.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const SERIES = ["programmed", "executed"] as const;

/** The numbers of a row by cell name. */
export type Numbers = ReadonlyMap<string, number | null>;

/** What a row prints. */
export function cellsOfTruth(row: TruthRow): Numbers {
  return collect(row.target, (name) => row[name], row.extra);
}

/** What was read of a row. */
export function cellsOfRow(row: Row): Numbers {
  return collect(row.target, (name) => row.series[name], row.extra);
}

function collect(
  target: number | null,
  series: (name: (typeof SERIES)[number]) => TruthSeries | undefined,
  extra: Readonly<Record<string, number | null>> = {},
): Numbers {
  return new Map([
    ["target", target],
    ...SERIES.flatMap((name) => [
      ...MONTHS.map((month, index) => [`${name}.${month}`, series(name)?.monthly[index] ?? null] as const),
      ...[0, 1, 2, 3].map(
        (index) => [`${name}.q${index + 1}`, series(name)?.quarterly[index] ?? null] as const,
      ),
    ]),
    ...Object.entries(extra).map(([key, value]) => [`extra.${key}`, value] as const),
  ]);
}

/** The cells in which two rows differ, a blank and a zero told apart. */
export function differingCells(truth: Numbers, read: Numbers): string[] {
  return [...new Set([...truth.keys(), ...read.keys()])].filter(
    (name) => (truth.get(name) ?? null) !== (read.get(name) ?? null),
  );
}
