import { seededRandom } from "../random.ts";
import { makeDocument } from "../rows/make-document.ts";
import { seedLines } from "../rows/seed-rows.ts";
import { seedTruth } from "../seed-truth.ts";
import type { Values } from "../cells.ts";
import { addItems } from "./add-items.ts";
import { itemFromValues } from "./item-from-values.ts";
import type { Plan, PlanItem } from "./plan.ts";

const FRAME = {
  family: "sat-lima",
  entity: "Servicio de Administración Tributaria de Lima",
  preparedBy: "Área Funcional de Planificación – Oficina de Planificación y Estudios Económicos – SAT",
};

/** SAT de Lima's POI 2023 as it was published: the seed's rows, read by hand, with totals that add up. */
export function seedPlan(rows = Number.POSITIVE_INFINITY): Plan {
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
    items: withTotals(items),
  };
}

/** A generated report in SAT de Lima's words; organs stand together, as they do in print. */
export function generatedSatPlan(seed: number, rows: number, year: number): Plan {
  const document = makeDocument(seededRandom(seed), rows);
  const items = document.rows
    .map(({ labels, values, decimals }) => itemFromValues("activity", { ...labels }, values, decimals))
    .sort((a, b) => (a.labels.organ as string).localeCompare(b.labels.organ as string, "es"));
  const quarter = document.throughQuarter;
  return {
    ...FRAME,
    title: `PLAN OPERATIVO INSTITUCIONAL ${year} - AL ${["I", "II", "III", "IV"][quarter - 1]} TRIMESTRE`,
    year,
    throughQuarter: quarter,
    source: `Módulo de Control de la Gestión al 12/${String((quarter * 3 + 1) % 12).padStart(2, "0")}/${quarter === 4 ? year + 1 : year}.`,
    items: withTotals(items),
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
