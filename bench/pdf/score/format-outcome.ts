import type { Outcome } from "./judge.ts";

/** What came of a document, on one line. */
export function formatOutcome(outcome: Outcome): string {
  if (outcome.kind === "broken") return `BROKEN ${outcome.message}`;
  if (outcome.kind === "refused") return `refused, ${outcome.code}: ${outcome.message}`;
  const flags =
    outcome.flags.length === 0 ? "" : ` [${[...new Set(outcome.flags.map(({ code }) => code))].join(" ")}]`;
  if (outcome.score === null) return `${outcome.rows} rows read${flags}`;
  const { rows, lost, invented, wrongCells, wrongTexts, wrongPages, silent, review, statuses } =
    outcome.score;
  const counts = Object.entries({
    lost,
    invented,
    "wrong cells": wrongCells,
    "wrong texts": wrongTexts,
    "wrong pages": wrongPages,
    SILENT: silent,
  })
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `, ${count} ${name}`);
  const all = Object.entries(statuses).map(([status, count]) => `${count} ${status}`);
  return `${rows} rows${counts.join("")}; ${all.join(", ")}; ${review} in review${flags}`;
}
