import { seededRandom } from "../random.ts";
import { type BlockLook, randomLook } from "./look.ts";
import { type BlockFamilyId, type BlockPlan, FAMILIES } from "./plan/block-plan.ts";
import { makePlan, type PlanSize } from "./plan/make-plan.ts";
import { seldomNumbers } from "./plan/style.ts";

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
  const numbers = { ...look.numbers, ...(words !== null && { seldom: seldomNumbers(words) }) };
  const plan = makePlan(family, numbers, size, random, words);
  return { name: `${family}-${producer}-${seed}`, plan, look: { ...look, numbers } };
}

/** A look in words. */
export function sayLook({ layout, numbers, ...look }: BlockLook): string {
  return [look, layout, numbers]
    .flatMap((part) => Object.entries(part).map(([key, value]) => `${key} ${sayValue(value)}`))
    .join(", ");
}

function sayValue(value: unknown): string {
  if (Array.isArray(value)) return value.join("x");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
