import { seededRandom } from "../random.ts";
import { type BlockLook, randomLook } from "./look.ts";
import { type BlockFamilyId, type BlockPlan, FAMILIES } from "./plan/block-plan.ts";
import { makePlan, type PlanSize } from "./plan/make-plan.ts";

/** A plan, and how it looks. */
export interface Report {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly plan: BlockPlan;
  readonly look: BlockLook;
}

/**
 * Makes a report by chance: the same seed makes the same one.
 *
 * @param isUsual whether it prints the words that CEPLAN's application does, and no others
 */
export function makeReport(
  family: BlockFamilyId,
  producer: BlockLook["producer"],
  seed: number,
  size: PlanSize,
  { isUsual = false } = {},
): Report {
  const random = seededRandom(seed * 7919 + FAMILIES.indexOf(family) * 131 + producer.length);
  const look = randomLook(family, producer, random);
  const words = isUsual ? null : seededRandom(seed * 7919 + FAMILIES.indexOf(family) * 131 + 77);
  const plan = makePlan(family, look.numbers, size, random, words);
  return { name: `${family}-${producer}-${seed}`, plan, look };
}

/** A look in words. */
export function sayLook({ layout, numbers, ...look }: BlockLook): string {
  return [look, layout, numbers]
    .flatMap((part) =>
      Object.entries(part).map(([key, value]) => `${key} ${Array.isArray(value) ? value.join("x") : value}`),
    )
    .join(", ");
}
