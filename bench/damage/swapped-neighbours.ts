import { type Channel, splice } from "./outcome.ts";

/** Two neighbouring fields change places; one of them may be blank. */
export const swappedNeighbours: Channel = (printed) =>
  printed.slice(1).flatMap((right, index) => {
    const left = printed[index] as string;
    return left === right ? [] : [{ printed: splice(printed, index, 2, right, left), weight: 1 }];
  });
