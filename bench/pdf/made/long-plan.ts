import { INTERLEAVED, withNumberWidth } from "../paper/layouts.ts";
import { BASE_LOOK } from "../paper/look.ts";
import { PLAIN } from "../paper/number-style.ts";
import { MUNICIPALITY } from "../plan/entities.ts";
import { entityPlan } from "../plan/entity-plan.ts";
import type { Made } from "./made.ts";
import { plainVariant } from "./plainly-printed.ts";

/** About as many rows as fit on a page. */
const ROWS_PER_PAGE = 32;

/** A plan of about this many pages. */
export function longPlan(pages: number): Made {
  const plan = entityPlan(MUNICIPALITY, {
    seed: 77,
    year: 2024,
    rows: ROWS_PER_PAGE * pages,
    subtotal: null,
    // Its numbers would not fit into their columns.
    total: null,
    blankZeros: false,
    tables: 1,
  });
  const look = { ...BASE_LOOK, columns: withNumberWidth(INTERLEAVED, 1.8), numbers: PLAIN };
  const sample = { name: "long", about: `a plan of ${pages} pages`, producer: "pdfkit", plan, look } as const;
  return plainVariant(sample, `${pages}`, {});
}
