import { type Printed, samePrint } from "../print-row.ts";
import type { Random } from "../random.ts";
import { CHANNELS, PAIR } from "./channels.ts";
import type { Outcome } from "./outcome.ts";

export interface DamagedRow {
  readonly printed: Printed;
  /** The kinds of damage, in the order in which they struck; one, or two for a pair. */
  readonly channels: readonly string[];
}

const TRIES_FOR_A_PAIR = 20;

/**
 * Damages a row through a channel. What comes out always differs from the truth in print: outcomes that
 * change nothing are never drawn. Undefined where the channel cannot touch this row.
 */
export function damageRow(
  truth: Printed,
  channel: string,
  random: Random,
  collapsed = false,
): DamagedRow | undefined {
  if (channel !== PAIR) {
    const printed = drawOutcome(visibleOutcomes(truth, channel, collapsed), random);
    return printed && { printed, channels: [channel] };
  }
  for (let tries = 0; tries < TRIES_FOR_A_PAIR; tries++) {
    const [first, second] = random.shuffle(Object.keys(CHANNELS)) as [string, string];
    const once = drawOutcome(visibleOutcomes(truth, first, collapsed), random);
    const twice = once && drawOutcome(visibleOutcomes(once, second, collapsed), random);
    if (twice && !samePrint(twice, truth, collapsed)) return { printed: twice, channels: [first, second] };
  }
  return undefined;
}

/** The outcomes of a channel that can be told from the row they came from. */
export function visibleOutcomes(printed: Printed, channel: string, collapsed = false): Outcome[] {
  const outcomes = CHANNELS[channel]?.(printed) ?? [];
  return outcomes.filter((outcome) => outcome.weight > 0 && !samePrint(outcome.printed, printed, collapsed));
}

function drawOutcome(outcomes: readonly Outcome[], random: Random): Printed | undefined {
  return outcomes[random.weighted(outcomes.map(({ weight }) => weight))]?.printed;
}
