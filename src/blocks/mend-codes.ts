import type { BlockFamily } from "../block-family.ts";
import type { Word } from "../document.ts";
import { createPrintTest } from "./letters.ts";

/** What OCR takes for a letter, and a letter for. */
const LOOK_ALIKES = ["O0", "I1l|", "S5", "B8", "Z2"];
/** No code is longer; longer words are not gone over. */
const MAX_LENGTH = 40;

/**
 * Makes a function that reads a word of a scan as a code where the family says how codes are printed: `19A0001704137` as
 * `19AO001704137` for `#AO#`, `OEI.OS` as `OEI.05` for `OEI.#`. Null where it is none, or one already.
 */
export function createCodeMender({ code, context }: BlockFamily): (word: Word) => string | null {
  const prints = [...code.prints, ...context.flatMap((one) => one.prints)].filter((print) =>
    /\p{L}/u.test(print),
  );
  const isCode = createPrintTest(prints);
  const patterns = prints.map((print) => ({
    parts: print.split(/(#)/).filter((part) => part !== ""),
    pattern: new RegExp(`^${print.split("").map(classOf).join("")}([-:]*)$`),
  }));
  return ({ text }) => {
    if (text.length > MAX_LENGTH || isCode(text.replace(/[-:]+$/, "")) !== null) return null;
    for (const { parts, pattern } of patterns) {
      const match = pattern.exec(text);
      if (match === null) continue;
      const [, ...stretches] = match;
      const end = stretches.pop() ?? "";
      return parts.map((part) => (part === "#" ? digitsOf(stretches.shift()!) : part)).join("") + end;
    }
    return null;
  };
}

/** What OCR may read where a sign of a print stands. */
function classOf(sign: string): string {
  if (sign === "#") return `([0-9${LOOK_ALIKES.join("")}]+?)`;
  if (sign === ".") return "\\.?";
  const alike = LOOK_ALIKES.find((signs) => signs.includes(sign));
  return alike === undefined ? sign.replace(/[^\p{L}\p{N}]/u, "\\$&") : `[${alike}]`;
}

function digitsOf(stretch: string): string {
  return stretch.replace(/\D/g, (sign) => LOOK_ALIKES.find((signs) => signs.includes(sign))!.match(/\d/)![0]);
}
