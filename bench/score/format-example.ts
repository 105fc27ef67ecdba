import type { Values } from "../cells.ts";
import { printRow } from "../print-row.ts";
import { channelOf, type Judged } from "../run-benchmark.ts";
import { valuesOf } from "./score-row.ts";

/** One judged row for people who mend the repair: truth, print, and what came out. */
export function formatExample({ document, truth, damage, score, row }: Judged): string {
  const lines = [
    `[${channelOf(damage) ?? "undamaged"}${damage.channels.length > 1 ? `: ${damage.channels.join(" + ")}` : ""}] ` +
      `document ${document} · ${truth.shape}, executed ${truth.execution} · line ${row?.line ?? "?"}`,
    `  truth    ${grouped(printRow(truth, ""))}`,
    `  printed  ${damage.printed.join("|")}`,
    `  came out ${row === undefined ? "nothing" : grouped(valuesOf(row).map(cell))}`,
    `  ${score.status} · confidence ${score.confidence.toFixed(5)} · ${score.review ? "review" : "no review"} · ` +
      `${score.right ? "right" : "wrong"}${score.blankZeroOnly ? " (blank/0 only)" : ""}`,
  ];
  for (const flag of row?.flags ?? []) lines.push(`  flag ${flag.code}: ${flag.message}`);
  for (const repair of row?.repairs ?? []) {
    lines.push(`  repair ${repair.cell}: ${repair.printed} → ${repair.value} (${repair.edit})`);
  }
  for (const candidate of row?.candidates ?? []) {
    lines.push(`  candidate ${candidate.probability.toFixed(5)} ${JSON.stringify(candidate.cells)}`);
  }
  return lines.join("\n");
}

function cell(value: Values[number]): string {
  return value === null ? "" : String(value);
}

/** META, programmed, executed and quarters set apart. */
function grouped(fields: readonly string[]): string {
  return [fields.slice(0, 1), fields.slice(1, 13), fields.slice(13, 25), fields.slice(25)]
    .map((group) => group.join("|"))
    .join("  ‖  ");
}
