import type { NumberFormat, PrintedRow, Token } from "../document.ts";
import { parseNumber } from "../rules/number.ts";
import { kindOf } from "./field-kind.ts";

/** Two numbers and a space between them; few fields are as long. */
const LEAST_PARTED = 3;

/** Parts a field that holds several numbers ("1 12") into tokens, unless it is one number with spaced thousands. */
export function splitTokens(rows: readonly PrintedRow[], format: NumberFormat): readonly PrintedRow[] {
  return rows.map((row) => {
    if (!row.tokens.some(({ text }) => text.length >= LEAST_PARTED && /\s/.test(text))) return row;
    return { ...row, tokens: row.tokens.flatMap((token) => splitToken(token, format)) };
  });
}

function splitToken(token: Token, format: NumberFormat): Token[] {
  if (!/\s/.test(token.text) || parseNumber(token.text, format) !== undefined) return [token];
  const parts = token.text.split(/\s+/);
  if (parts.some((part) => kindOf(part) !== "number")) return [token];
  return parts.map((text) => ({ ...token, text }));
}
