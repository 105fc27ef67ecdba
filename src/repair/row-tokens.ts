/** A token's number: scaled integer, null for a blank, NaN for what is no number. */
export type TokenValue = number | null;

/** The tokens of a row as the search uses them, in the order in which cells are read. */
export interface RowTokens {
  /** As printed, in the order of print. */
  readonly texts: readonly string[];
  /** In reading order. */
  readonly values: readonly TokenValue[];
  /** For each token in reading order, the ways to part it into two numbers, the one for the earlier cell first. */
  readonly cuts: readonly (readonly (readonly [number, number])[])[];
  /** For each token in reading order, the number it makes together with the next one; null where it makes none. */
  readonly joins: readonly (number | null)[];
  /** For each token, how many equal ones in a row end with it, and how many begin with it. */
  readonly runsTo: Int32Array;
  readonly runsFrom: Int32Array;
  /** Length of the longest run of equal values. */
  readonly longestRun: number;
  readonly hasBlanks: boolean;
}

/** A number as it is printed whole: it begins with a digit, and with 0 only where that is all or a decimal follows. */
const WHOLE = /^(?:[1-9]|0(?!\d))/;
/** Longer tokens are no two numbers run together. */
const LONGEST_TEXT = 40;

/**
 * Prepares the tokens of a row.
 *
 * @param printed values in the order of print
 * @param parse reads a text as `printed` was read
 */
export function prepareTokens(
  printed: readonly TokenValue[],
  texts: readonly string[],
  backwards: boolean,
  parse: (text: string) => TokenValue,
): RowTokens {
  const inOrder = <T>(list: readonly T[]) => (backwards ? [...list].reverse() : list);
  const whole = (text: string): number | null => {
    if (!WHOLE.test(text)) return null;
    const value = parse(text);
    return value === null || Number.isNaN(value) ? null : value;
  };
  const cutsOf = (text: string) => {
    const cuts: (readonly [number, number])[] = [];
    for (let cut = 1; cut < text.length && text.length <= LONGEST_TEXT; cut++) {
      const [left, right] = [whole(text.slice(0, cut)), whole(text.slice(cut))];
      if (left !== null && right !== null) cuts.push(backwards ? [right, left] : [left, right]);
    }
    return cuts;
  };
  const values = inOrder(printed);
  const ordered = inOrder(texts);
  const runsTo = runsOf(values);
  return {
    texts,
    values,
    cuts: ordered.map(cutsOf),
    joins: ordered.map((text, i) => {
      const next = ordered[i + 1] ?? "";
      if (text === "" || next === "" || text.length + next.length > LONGEST_TEXT) return null;
      return whole(backwards ? next + text : text + next);
    }),
    runsTo,
    runsFrom: runsOf([...values].reverse()).reverse(),
    longestRun: values.reduce<number>(
      (longest, value, i) => Math.max(longest, value === null ? 1 : runsTo[i]!),
      0,
    ),
    hasBlanks: printed.includes(null),
  };
}

/** For each value, how many equal ones in a row end with it. */
function runsOf(values: readonly TokenValue[]): Int32Array {
  const runs = new Int32Array(values.length);
  for (const [i, value] of values.entries())
    runs[i] = i > 0 && value === values[i - 1] ? runs[i - 1]! + 1 : 1;
  return runs;
}
