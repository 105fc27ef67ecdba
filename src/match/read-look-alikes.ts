/** Digits that OCR puts in place of letters. */
const LETTERS: Readonly<Record<string, string>> = { 0: "O", 1: "I", 2: "Z", 5: "S", 6: "G", 8: "B" };

/** Reads the digits inside the words of a folded text as the letters they look like: `F1NANZA5`, not `SEDE 1`. */
export function readLookAlikes(folded: string): string {
  if (!/\d/.test(folded)) return folded;
  return folded
    .split(" ")
    .map((word) => (/[A-Z]/.test(word) ? word.replace(/\d/g, (digit) => LETTERS[digit] ?? digit) : word))
    .join(" ");
}
