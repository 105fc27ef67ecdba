import type { Truth } from "./truth.ts";

/** A truth as JSON, one row to a line; `more` goes before it. */
export function formatTruth(truth: Truth, more: object = {}): string {
  const { rows, totals, ...head } = truth;
  const lines = (list: readonly unknown[]) => list.map((row) => `\n    ${JSON.stringify(row)}`).join(",");
  const open = JSON.stringify({ ...more, ...head }, null, 2).slice(0, -2);
  return `${open},\n  "rows": [${lines(rows)}\n  ],\n  "totals": [${lines(totals)}\n  ]\n}\n`;
}
