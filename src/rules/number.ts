import type { NumberFormat } from "../document.ts";

/** A number longer than this is not one: no exact number has as many digits. */
const MAX_LENGTH = 40;

/** Spaces that part thousands: plain, no-break, thin and narrow no-break. */
const SPACES = "[ \\u00a0\\u2009\\u202f]";
const MARKS = { ".": "\\.", ",": ",", " ": SPACES, "'": "['’]" } as const;

/** What stands for "nothing here": a lone hyphen or dash. */
const BLANK = /^[-–—]?$/;

/**
 * The number a text stands for: null for a blank, undefined for what is no number or cannot be held exactly
 * (more than `Number.MAX_SAFE_INTEGER` once its decimals are scaled away). Negative numbers carry a sign or
 * stand in parentheses; a closing per cent sign is passed over. Thousands must be grouped by three.
 */
export function parseNumber(text: string, format: NumberFormat): number | null | undefined {
  const printed = text.trim();
  if (BLANK.test(printed)) return null;
  if (printed.length > MAX_LENGTH) return undefined;
  const match = pattern(format).exec(printed);
  if (match === null) return undefined;
  const [, open, sign, whole = "", fraction = "", close] = match;
  if ((open === undefined) !== (close === undefined) || (open !== undefined && sign !== undefined))
    return undefined;
  const integer = whole.replace(/\D/g, "");
  const digits = (integer + fraction).replace(/^0+/, "");
  if (digits.length > 16 || Number(digits) > Number.MAX_SAFE_INTEGER) return undefined;
  const value = Number(fraction === "" ? integer : `${integer}.${fraction}`);
  return (open !== undefined || sign !== undefined) && value !== 0 ? -value : value;
}

/** How many decimals a number prints. */
export function decimalsIn(text: string, { decimal }: NumberFormat): number {
  const [, decimals = ""] = text.replace(/[%\s)]+$/, "").split(decimal);
  return decimals.length;
}

const patterns = new Map<string, RegExp>();

function pattern({ decimal, thousands }: NumberFormat): RegExp {
  const key = `${decimal}${thousands}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const grouped = thousands === null ? "" : `|[0-9]{1,3}(?:${MARKS[thousands]}[0-9]{3})+`;
  const made = new RegExp(`^(\\()?([-−])?([0-9]+${grouped})(?:${MARKS[decimal]}([0-9]+))? ?%?(\\))?$`);
  patterns.set(key, made);
  return made;
}

/**
 * Whether a text could be a number in some format: digits with marks between, at most a sign before them, a per
 * cent sign behind them, or parentheses around them. "2023," and "27806)" are words of a sentence.
 */
export function looksNumeric(text: string): boolean {
  const last = text.length - 1;
  if (last < 0 || !isNumericEnd(text, last)) return false;
  let digits = 0;
  for (let i = 0; i <= last; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) digits++;
    else if (!MARK_CODES.has(code) && !(i === 0 && SIGN_CODES.has(code)) && i !== last) return false;
  }
  return digits > 0;
}

function isNumericEnd(text: string, last: number): boolean {
  if (text[0] === "(" || text[last] === ")") return text[0] === "(" && text[last] === ")";
  return isDigit(text.charCodeAt(last)) || text[last] === "%";
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const toCodes = (marks: string) => new Set([...marks].map((mark) => mark.charCodeAt(0)));
const MARK_CODES = toCodes(" .,'’\u00a0\u2009\u202f");
const SIGN_CODES = toCodes("(-−");
