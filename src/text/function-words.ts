/** Words, folded, that carry no name: their loss or damage leaves no doubt about the rest, and no text ends in one. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  "AL DE DEL EL EN LA LAS LOS PARA POR Y".split(" "),
);
