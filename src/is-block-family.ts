import type { AnyFamily, BlockFamily } from "./block-family.ts";

/** Apart from the families' schemas, which a process that only converts need not load. */
export function isBlockFamily(family: AnyFamily): family is BlockFamily {
  return "layout" in family;
}
