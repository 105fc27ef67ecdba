import { type Report, sayLook } from "./report.ts";

/** What a reader must find in a report. It stands beside each sample as `<name>.truth.json`. */
export interface BlockTruth {
  readonly layout: "blocks";
  readonly family: string;
  readonly producer: string;
  readonly look: string;
  readonly entity: string;
  readonly year: number;
  readonly rows: readonly BlockTruthRow[];
}

export interface BlockTruthRow {
  readonly year: number | null;
  /** Texts by the family's labels and contexts, each code under its own key. */
  readonly labels: Readonly<Record<string, string>>;
  /** Numbers by the family's cells; null for a printed blank and for what stands for none. */
  readonly cells: Readonly<Record<string, number | null>>;
  /** Whether the document contradicts itself in this row. */
  readonly isWrong: boolean;
}

/** The truth of a plan, in the order of print. */
export function truthOf({ plan, look }: Report): BlockTruth {
  const { entity, family } = plan;
  const rows = plan.centres.flatMap((centre) =>
    centre.groups.flatMap(({ objective, action, activities }) =>
      activities.flatMap(({ labels, parts }, i) =>
        parts.map(({ year, cells, isWrong }): BlockTruthRow => {
          const { reason1, reason2, reason3, ...own } = labels;
          return {
            year,
            labels:
              family === "ficha-poi"
                ? { organ: centre.name, product: "Sin Producto", ...own }
                : {
                    executingUnitCode: entity.code,
                    executingUnit: entity.name,
                    ...(family === "seguimiento" && {
                      responsibleCode: centre.responsible.code,
                      responsible: centre.responsible.name,
                      register: centre.register,
                      item: String(i + 1),
                    }),
                    ...(family === "seguimiento-web"
                      ? { organ: "Todos" }
                      : { organCode: centre.code, organ: centre.name }),
                    objectiveCode: objective.code,
                    objective: objective.name,
                    actionCode: action.code,
                    action: action.name,
                    ...own,
                    ...(reason1 !== undefined && { reason: `1 ${reason1} 2 ${reason2} 3 ${reason3}` }),
                  },
            cells: Object.fromEntries(Object.entries(cells).map(([key, { value }]) => [key, value])),
            isWrong,
          };
        }),
      ),
    ),
  );
  return {
    layout: "blocks",
    family,
    producer: look.producer,
    look: sayLook(look),
    entity: entity.name,
    year: plan.year,
    rows,
  };
}
