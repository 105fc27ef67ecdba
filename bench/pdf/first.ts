import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildTruth } from "./build-truth.ts";
import { type HeaderWords, interleavedMonths, monthColumns, quarterColumns, SAT_COLUMNS, SAT_WORDS, targetColumn } from "./column.ts";
import { MUNICIPALITY } from "./entities.ts";
import { entityPlan } from "./entity-plan.ts";
import { layOut } from "./lay-out.ts";
import { BASE_LOOK, type Look } from "./look.ts";
import { PERUVIAN, PLAIN } from "./number-style.ts";
import type { Plan } from "./plan.ts";
import { printPdfkit } from "./print-pdfkit.ts";
import { generatedSatPlan, seedPlan } from "./sat-plan.ts";

const out = process.argv[2] ?? "/tmp/pdf-samples";
const words: HeaderWords = { ...SAT_WORDS, months: SAT_WORDS.months.map((m) => (m === "SET" ? "SEP" : m)), shortProgrammed: "P", shortExecuted: "E" };
const sat = { ...BASE_LOOK, columns: SAT_COLUMNS, numbers: PLAIN };
const labels = [
  { key: "organ", header: ["CENTRO DE COSTO"], width: 5 },
  { key: "activity", header: ["ACTIVIDAD OPERATIVA"], width: 8 },
  { key: "unit", header: ["U.M."], width: 3.2 },
  targetColumn("META ANUAL"),
];
const muni = entityPlan(MUNICIPALITY, { seed: 5, year: 2024, title: "PLAN OPERATIVO INSTITUCIONAL 2024", rows: 18, subtotals: "SUBTOTAL", total: "TOTAL GENERAL" });
const list: [string, Plan, Look, string][] = [
  ["sat-ruled", seedPlan(), sat, "ruled, header and title on each page"],
  ["sat-unruled", seedPlan(24), { ...sat, rules: "none" }, "no rules"],
  ["sat-zebra-first-header", seedPlan(50), { ...sat, rules: "none", zebra: "#eeeeee", headerOn: "first", titleOn: "first", align: "center", pageNumbers: true }, "zebra, header on the first page only"],
  ["sat-merged", generatedSatPlan(3, 40, 2022), { ...sat, organ: "merged", numbers: PERUVIAN, valign: "top" }, "merged organ, thousands"],
  ["muni-interleaved-vertical", muni, { ...sat, columns: [...labels, ...interleavedMonths(words), ...quarterColumns(words)], verticalHeader: false, organ: "band", columns2: 0 } as never, "interleaved"],
  ["sat-rotate-90-vertical", seedPlan(30), { ...sat, rotate: 90, verticalHeader: true }, "rotate 90, vertical header"],
  ["sat-facing", seedPlan(40), { ...sat, paper: [842, 595], facingFrom: 17, fontSize: 5.5 }, "facing pages"],
  ["sat-watermark-stamp", seedPlan(30), { ...sat, watermark: "BORRADOR", stamp: ["Firmado digitalmente por:", "QUISPE ÑAHUI Rosa María FAU 20131370645 soft", "Motivo: Soy el autor del documento", "Fecha: 10/01/2024 16:32:05-0500"] }, "watermark and stamp"],
];
mkdirSync(out, { recursive: true });
for (const [name, plan, look, about] of list) {
  const columns = look.organ === "band" ? look.columns.filter(({ key }) => key !== "organ") : look.columns;
  const laid = layOut(plan, { ...look, columns });
  const bytes = await printPdfkit(laid.sheets, plan.title);
  const truth = buildTruth(plan, columns, { producer: "pdfkit", look: about, pages: laid.sheets.length, pageOf: (i) => laid.pages[i] ?? null });
  writeFileSync(join(out, `${name}.pdf`), bytes);
  writeFileSync(join(out, `${name}.truth.json`), `${JSON.stringify(truth, null, 1)}\n`);
  console.log(name, bytes.length, laid.sheets.length);
}
void monthColumns;
