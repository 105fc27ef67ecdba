import { type Channel, splice } from "./outcome.ts";

/** A space where a tab was, or the reverse: the rest loses or gains the mark altogether. */
const IN_ONE_FIELD = 0.3;

/** Two neighbours run together: `1`, `12` is printed as `112`, or as `1 12` in one field. */
export const mergedCells: Channel = (printed) =>
  printed.slice(1).flatMap((right, index) => {
    const left = printed[index] as string;
    if (left === "" || right === "") return [];
    return [
      { printed: splice(printed, index, 2, left + right), weight: 1 - IN_ONE_FIELD },
      { printed: splice(printed, index, 2, `${left} ${right}`), weight: IN_ONE_FIELD },
    ];
  });

/** A number falls apart between two digits: `112` is printed as `1`, `12`, or as `1 12` in one field. */
export const splitCell: Channel = (printed) =>
  printed.flatMap((field, index) =>
    [...field].slice(1).flatMap((_, before) => {
      const left = field.slice(0, before + 1);
      const right = field.slice(before + 1);
      if (!/\d$/.test(left) || !/^\d/.test(right)) return [];
      return [
        { printed: splice(printed, index, 1, left, right), weight: 1 - IN_ONE_FIELD },
        { printed: splice(printed, index, 1, `${left} ${right}`), weight: IN_ONE_FIELD },
      ];
    }),
  );
