import type { Plan } from "../plan/plan.ts";
import { frame, put, putLines } from "./draw.ts";
import { measure, wrap } from "./measure.ts";
import type { Mark, Sheet } from "./sheet.ts";

export const PROSE = [
  "El presente documento contiene el seguimiento de las 34 actividades operativas programadas en 6 órganos y unidades orgánicas, con un presupuesto institucional modificado de S/ 12,345,678.90 al cierre del periodo.",
  "Durante el año se modificó el plan en 2 oportunidades, mediante las resoluciones 045 y 112. La meta anual de 1,250 acciones se redujo en 8 %, de modo que el avance del primer semestre (Ene a Jun) alcanzó 96.4 % de lo programado y 51 % de lo previsto para el año.",
  "Las unidades que no alcanzaron la meta del III trimestre presentaron su justificación en los plazos que señala el numeral 6.3 de la guía para el planeamiento institucional.",
];
export const INDEX = [
  ["1. Presentación", "2"],
  ["2. Siglas", "2"],
  ["3. Ejecución por centro de costo", "3"],
] as const;
export const INITIALS = [
  ["N°", "SIGLA", "SIGNIFICADO"],
  ["1", "POI", "Plan Operativo Institucional"],
  ["2", "AEI", "Acción Estratégica Institucional"],
  ["3", "U.M.", "Unidad de medida"],
] as const;

/** Two pages that stand before the tables: a cover with an index, and prose with a small table of its own. */
export function coverSheets(plan: Plan, width: number, height: number): Sheet[] {
  const front: Mark[] = [];
  const center = (text: string, y: number, size: number) =>
    put(front, text, (width - measure(text, size, true)) / 2, y, size, { bold: true });
  center(plan.entity, height * 0.25, 18);
  center("PLAN OPERATIVO INSTITUCIONAL", height * 0.4, 26);
  center(String(plan.year), height * 0.48, 26);
  for (const [index, [name, page]] of INDEX.entries()) {
    const y = height * 0.65 + 16 * index;
    const dots = ".".repeat(Math.floor((width * 0.6 - measure(name, 10)) / measure(".", 10)));
    put(front, `${name}${dots}${page}`, width * 0.2, y, 10);
  }
  const prose: Mark[] = [];
  let y = height * 0.12;
  put(prose, "1. Presentación", width * 0.1, y, 12, { bold: true });
  for (const paragraph of PROSE) {
    const lines = wrap(paragraph, width * 0.8, 10);
    putLines(prose, lines, { left: width * 0.1, right: width * 0.9, top: y + 10 }, 10, "left");
    y += 12 * lines.length + 14;
  }
  put(prose, "2. Siglas", width * 0.1, y + 24, 12, { bold: true });
  y += 34;
  const edges = [0.1, 0.16, 0.26, 0.6].map((part) => width * part);
  for (const row of INITIALS) {
    for (const [index, text] of row.entries()) {
      const box = { left: edges[index] as number, right: edges[index + 1] as number, top: y + 3 };
      frame(prose, [box.left, box.right], y, y + 16);
      putLines(prose, [text], box, 9, "left");
    }
    y += 16;
  }
  return [front, prose].map((marks) => ({ width, height, rotate: 0, sideways: false, marks }));
}
