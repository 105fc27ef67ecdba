import { type Channel, splice } from "./outcome.ts";

/** Digits that look alike in print; half of the misreadings stay among them, half are any digit. */
const LOOK_ALIKES = ["147", "38", "568", "069", "08", "49", "27", "35", "90"];
const ALIKE_SHARE = 0.5;
const DIGITS = [..."0123456789"];

/** One digit of one number, in any cell, is read as another. */
export const misreadDigit: Channel = (printed) =>
  printed.flatMap((field, index) =>
    misreadings(field).map(({ text, weight }) => ({ printed: splice(printed, index, 1, text), weight })),
  );

/** All one-digit misreadings of a number; each digit has weight 1 in sum. */
export function misreadings(field: string): { text: string; weight: number }[] {
  return [...field].flatMap((digit, at) => {
    if (!DIGITS.includes(digit)) return [];
    const others = DIGITS.filter((other) => other !== digit);
    const alike = others.filter((other) =>
      LOOK_ALIKES.some((set) => set.includes(digit) && set.includes(other)),
    );
    return others.map((other) => ({
      text: field.slice(0, at) + other + field.slice(at + 1),
      weight: (1 - ALIKE_SHARE) / others.length + (alike.includes(other) ? ALIKE_SHARE / alike.length : 0),
    }));
  });
}
