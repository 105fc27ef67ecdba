import type { PrintedRow } from "../document.ts";
import { readInPlace } from "./as-printed.ts";
import { keyOf, type Reading } from "./reading.ts";
import type { RowCode } from "./row-code.ts";
import type { TokenValue } from "./row-tokens.ts";
import type { RowReadings } from "./weigh-readings.ts";

interface RowReader {
  readonly code: RowCode;
  readonly scale: number;
  readonly parse: (text: string) => TokenValue;
  readonly read: (row: PrintedRow, tokens: readonly TokenValue[], printed: Reading | null) => RowReadings;
}

/**
 * What else a row may have been if it were printed as it is read now: a second damage that no sum shows could be
 * behind it here as well. So a row that was repaired is as sure as its clean print would be, and no surer.
 *
 * @param best a reading of the row that breaks no equation
 */
export function rivalsAsPrinted(row: PrintedRow, best: Reading, reader: RowReader): Reading[] {
  const { code, scale, parse } = reader;
  const values: (number | null)[] = [];
  for (const value of best.values) {
    if (value === undefined) return [];
    values.push(value);
  }
  const tokens = values.map((value, cell) => {
    const printed = row.tokens[best.tokens[cell] as number];
    const isRead = printed !== undefined && parse(printed.text) === value;
    const text = isRead ? printed.text : value === null ? "" : String(value / scale);
    return { text, page: row.page, box: null };
  });
  const printed = readInPlace(code, values.length, values, scale);
  const { readings } = reader.read({ ...row, tokens }, values, printed);
  const sound = readings.find((reading) => keyOf(reading.values) === keyOf(values));
  if (sound === undefined) return [];
  return readings
    .filter((reading) => reading !== sound)
    .map((rival) => ({ ...placeAs(best, rival), cost: best.cost + rival.cost - sound.cost }));
}

/** A reading of the clean print of another one, with the tokens that this one has. */
function placeAs(clean: Reading, { tokens, origins, leftovers, ...rest }: Reading): Reading {
  const tokenAt = (cell: number) => clean.tokens[cell] ?? -1;
  return {
    ...rest,
    tokens: tokens.map(tokenAt),
    origins: origins.map((origin, cell) =>
      origin === "read" ? (clean.origins[tokens[cell] as number] ?? origin) : origin,
    ),
    leftovers: [
      ...clean.leftovers,
      ...leftovers.flatMap(({ token, ...left }) =>
        tokenAt(token) < 0 ? [] : [{ ...left, token: tokenAt(token) }],
      ),
    ],
  };
}
