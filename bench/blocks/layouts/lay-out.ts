import type { Layout } from "../look.ts";
import type { Activity, ActivityGroup, BlockPlan, CostCentre } from "../plan/block-plan.ts";
import { row, type Sheet, type SheetCell, type SheetRow } from "../sheet/sheet.ts";
import { annual } from "./annual.ts";
import { followUp } from "./follow-up.ts";
import { quarterly } from "./quarterly.ts";
import { sheets } from "./sheets.ts";
import { web } from "./web.ts";

/** What a family prints: its columns, its header, and how it prints the rest. */
export interface FamilyLayout {
  readonly title: string;
  readonly columns: readonly number[];
  readonly preamble: readonly SheetRow[];
  /** What names a cost centre; nothing where it has a column. */
  readonly centre: (centre: CostCentre) => readonly SheetRow[];
  readonly header: readonly SheetRow[];
  /** The bands of an objective and an action. */
  readonly bands: (group: ActivityGroup) => readonly SheetRow[];
  /** Whether bands stand over the header, or under it. */
  readonly bandsFirst: boolean;
  /** The rows of an activity, each a list of cells. */
  readonly activity: (
    activity: Activity,
    number: number,
    centre: CostCentre,
  ) => readonly (readonly SheetCell[])[];
  readonly groupEnd: (group: ActivityGroup) => readonly SheetRow[];
  readonly end: readonly SheetRow[];
}

/** Lays a plan out as its family prints it. */
export function layOut(plan: BlockPlan, layout: Layout): Sheet {
  const family = {
    "ceplan-b4": annual,
    "ceplan-b5": annual,
    "ceplan-b6": quarterly,
    seguimiento: followUp,
    "seguimiento-web": web,
    "ficha-poi": sheets,
  }[plan.family](plan, layout);
  const rows: SheetRow[] = [...family.preamble];
  let headed = false;
  for (const centre of plan.centres) {
    rows.push(...family.centre(centre));
    for (const group of centre.groups) {
      const header = layout.headers === "group" || !headed ? family.header : [];
      headed = true;
      const bands = family.bands(group);
      rows.push(...(family.bandsFirst ? [...bands, ...header] : [...header, ...bands]));
      for (const [i, activity] of group.activities.entries()) {
        const lines = family.activity(activity, i + 1, centre);
        rows.push(...lines.map((cells, k) => row("body", cells, k === lines.length - 1)));
      }
      rows.push(...family.groupEnd(group));
    }
  }
  return { title: family.title, columns: family.columns, rows: [...rows, ...family.end] };
}
