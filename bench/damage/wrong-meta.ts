import { misreadings } from "./misread-digit.ts";
import { type Channel, type Outcome, splice } from "./outcome.ts";

const SMALL_STEPS = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5];
/** A META of another size altogether, in hundredths of the right one. */
const HUNDREDTHS = Array.from({ length: 250 }, (_, index) => index + 1);

/** META holds another number: a digit changed, off by a little, or anything; a third of the times each. */
export const wrongMeta: Channel = (printed) => {
  const meta = printed[0] ?? "";
  const value = Number(meta.replaceAll(",", ""));
  if (meta === "" || !Number.isFinite(value)) return [];
  const decimals = meta.split(".")[1]?.length ?? 0;
  const write = (number: number) => {
    const text = number.toFixed(decimals);
    return meta.includes(",") ? text.replace(/\B(?=(\d{3})+(?!\d))/g, ",") : text;
  };
  const replace = (text: string, weight: number): Outcome => ({
    printed: splice(printed, 0, 1, text),
    weight,
  });
  const digits = misreadings(meta);
  return [
    ...digits.map(({ text, weight }) => replace(text, weight / digits.length)),
    ...SMALL_STEPS.filter((step) => value + step > 0).map((step) =>
      replace(write(value + step), 1 / SMALL_STEPS.length),
    ),
    ...HUNDREDTHS.map((share) => replace(write((value * share) / 100), 1 / HUNDREDTHS.length)),
  ];
};
