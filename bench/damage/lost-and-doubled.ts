import { type Channel, numberedFields, splice, tailStart } from "./outcome.ts";

/** Mostly the tab goes with the number and all that follows shifts left. */
const TAB_STAYS = 0.2;

/** A number is lost, mostly with its tab; sometimes it leaves an empty field. */
export const lostNumber: Channel = (printed) =>
  numberedFields(printed).flatMap((index) => [
    { printed: splice(printed, index, 1), weight: 1 - TAB_STAYS },
    { printed: splice(printed, index, 1, ""), weight: TAB_STAYS },
  ]);

/** A number stands twice, and all that follows shifts right. */
export const doubledNumber: Channel = (printed) =>
  numberedFields(printed).map((index) => ({
    printed: splice(printed, index, 0, printed[index] as string),
    weight: 1,
  }));

/** A blank before the last number is lost, and all that follows shifts left. */
export const lostBlank: Channel = (printed) =>
  blanksInside(printed).map((index) => ({ printed: splice(printed, index, 1), weight: 1 }));

/** An empty field too many, somewhere before the last number. */
export const extraBlank: Channel = (printed) =>
  Array.from({ length: tailStart(printed) }, (_, index) => ({
    printed: splice(printed, index, 0, ""),
    weight: 1,
  }));

/** The last one to ten cells are gone. */
export const droppedTail: Channel = (printed) =>
  Array.from({ length: 10 }, (_, index) => ({
    printed: printed.slice(0, printed.length - 1 - index),
    weight: 1,
  }));

function blanksInside(printed: readonly string[]): number[] {
  return printed.slice(0, tailStart(printed)).flatMap((field, index) => (field === "" ? [index] : []));
}
