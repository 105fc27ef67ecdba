import type { Table } from "../document.ts";
import { parseNumber } from "../rules/number.ts";
import type { TokenValue } from "./row-tokens.ts";

/** Numbers with more decimals than this are not read as decimals of one unit. */
const MOST_DECIMALS = 4;

/** The numbers of a table as integers: every token times one power of ten. */
export function scaleTokens(table: Table): {
  rows: TokenValue[][];
  scale: number;
  parse: (text: string) => TokenValue;
} {
  const values = new Map<string, TokenValue>();
  const parsed = (text: string): TokenValue => {
    const value = parseNumber(text, table.numberFormat);
    return value === undefined ? Number.NaN : value;
  };
  for (const { tokens } of table.rows)
    for (const { text } of tokens) if (!values.has(text)) values.set(text, parsed(text));

  let decimals = 0;
  for (const value of values.values())
    while (isFraction(value, decimals) && decimals < MOST_DECIMALS) decimals++;
  const scaled = (value: TokenValue): TokenValue => {
    if (value === null) return null;
    const integer = decimals === 0 ? value : shift(value, decimals);
    return Number.isSafeInteger(integer) ? integer : Number.NaN;
  };
  for (const [text, value] of values) values.set(text, scaled(value));
  const rows = table.rows.map((row) => row.tokens.map((token) => values.get(token.text) ?? null));
  const parse = (text: string): TokenValue => {
    const known = values.get(text);
    return known === undefined ? scaled(parsed(text)) : known;
  };
  return { rows, scale: 10 ** decimals, parse };
}

function isFraction(value: TokenValue, decimals: number): boolean {
  return value !== null && !Number.isNaN(value) && !Number.isInteger(shift(value, decimals));
}

/** `value` times ten to the `places`, rid of the dust of binary fractions. */
function shift(value: number, places: number): number {
  return Number((value * 10 ** places).toPrecision(15));
}
