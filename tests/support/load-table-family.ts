import { loadFamily } from "../../src/acquire/load-family.ts";
import type { Family } from "../../src/family.ts";
import { isBlockFamily } from "../../src/is-block-family.ts";

/** Loads a family whose activities are printed on one line each. */
export async function loadTableFamily(idOrPath: string): Promise<Family> {
  const family = await loadFamily(idOrPath);
  if (isBlockFamily(family)) throw new Error(`${idOrPath} is a family of blocks`);
  return family;
}
