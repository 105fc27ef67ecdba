import { doubledNumber, droppedTail, extraBlank, lostBlank, lostNumber } from "./lost-and-doubled.ts";
import { mergedCells, splitCell } from "./merged-and-split.ts";
import { misreadDigit } from "./misread-digit.ts";
import type { Channel } from "./outcome.ts";
import { runLengthSlip } from "./run-length-slip.ts";
import { swappedNeighbours } from "./swapped-neighbours.ts";
import { wrongMeta } from "./wrong-meta.ts";

/** The kinds of damage that come alone. */
export const CHANNELS: Readonly<Record<string, Channel>> = {
  "run-length-slip": runLengthSlip,
  "lost-number": lostNumber,
  "doubled-number": doubledNumber,
  "lost-blank": lostBlank,
  "extra-blank": extraBlank,
  "misread-digit": misreadDigit,
  "merged-cells": mergedCells,
  "split-cell": splitCell,
  "swapped-neighbours": swappedNeighbours,
  "wrong-meta": wrongMeta,
  "dropped-tail": droppedTail,
};

/** Two different kinds of damage, one after the other. */
export const PAIR = "pair";

export const CHANNEL_NAMES: readonly string[] = [...Object.keys(CHANNELS), PAIR];
