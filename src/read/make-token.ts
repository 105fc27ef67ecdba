import type { Token } from "../document.ts";

/** Makes what stands in one cell of a text. */
export type MakeToken = (text: string, page: number) => Token;

/**
 * Equal tokens of a page are one object, which cannot be changed: a long document has millions of cells and few
 * different ones, and they are most of what it takes in memory.
 */
export function createTokenMaker(): MakeToken {
  const made = new Map<string, Token>();
  let current = 0;
  return (text, page) => {
    if (page !== current) made.clear();
    current = page;
    const known = made.get(text);
    if (known !== undefined) return known;
    const token = Object.freeze({ text, page, box: null });
    made.set(text, token);
    return token;
  };
}
