import type { Values } from "../../cells.ts";
import { seededRandom } from "../../random.ts";
import { makeDocument } from "../../rows/make-document.ts";
import { seedLines } from "../../rows/seed-rows.ts";
import { seedTruth } from "../../seed-truth.ts";
import { addItems } from "./add-items.ts";
import { itemFromValues } from "./item-from-values.ts";
import type { Plan, PlanItem } from "./plan.ts";

const FRAME = {
  family: "sat-lima",
  entity: "Servicio de Administración Tributaria de Lima",
  printsEntity: false,
  preparedBy: "Área Funcional de Planificación – Oficina de Planificación y Estudios Económicos – SAT",
};
const ROMAN = ["I", "II", "III", "IV"];

/** SAT de Lima's POI 2023 as it was published: the seed's first rows, read by hand, with totals that add up. */
export function seedPlan(rows: number): Plan {
  // Where the seed has several readings, the first one is as good a row as any: the paper is our own.
  const truth = new Map(seedTruth().map(({ line, readings }) => [line, readings[0] as Values]));
  const items = seedLines()
    .filter(({ labels }) => labels.unit !== "")
    .slice(0, rows)
    .map(({ line, labels }) => itemFromValues("activity", { ...labels }, truth.get(line) as Values, 0));
  return {
    ...FRAME,
    title: "PLAN OPERATIVO INSTITUCIONAL 2023 - AL IV TRIMESTRE",
    year: 2023,
    throughQuarter: 4,
    source: "Módulo de Control de la Gestión al 10/01/2024.",
    tables: [{ heading: null, items: withTotals(items) }],
  };
}

/** A generated report in SAT de Lima's words; an organ's rows stand together, as they do in print. */
export function satPlan(seed: number, rows: number, year: number): Plan {
  const document = makeDocument(seededRandom(seed), rows);
  const items = document.rows.map(({ labels, values, decimals }) =>
    itemFromValues("activity", { ...labels }, values, decimals),
  );
  const organs = [...new Set(items.map(({ labels }) => labels.organ))];
  const { throughQuarter } = document;
  const day = `12/${String(((throughQuarter * 3) % 12) + 1).padStart(2, "0")}/${throughQuarter === 4 ? year + 1 : year}`;
  return {
    ...FRAME,
    title: `PLAN OPERATIVO INSTITUCIONAL ${year} - AL ${ROMAN[throughQuarter - 1]} TRIMESTRE`,
    year,
    throughQuarter,
    source: `Módulo de Control de la Gestión al ${day}.`,
    tables: [
      {
        heading: null,
        items: withTotals(organs.flatMap((organ) => items.filter(({ labels }) => labels.organ === organ))),
      },
    ],
  };
}

function withTotals(items: readonly PlanItem[]): PlanItem[] {
  const equipment = items.filter(({ labels }) => labels.unit === "EQUIPOS");
  const actions = items.filter(({ labels }) => labels.unit !== "EQUIPOS");
  return [
    ...items,
    addItems("TOTAL ACCIONES", actions),
    ...(equipment.length > 0 ? [addItems("TOTAL EQUIPOS", equipment)] : []),
  ];
}
