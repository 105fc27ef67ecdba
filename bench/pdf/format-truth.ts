import type { Truth } from "./truth.ts";

/** A truth as JSON, one row to a line. */
export function formatTruth({ rows, totals, ...head }: Truth): string {
  const lines = (list: readonly unknown[]) => list.map((row) => `\n    ${JSON.stringify(row)}`).join(",");
  const open = JSON.stringify(head, null, 2).slice(0, -2);
  return `${open},\n  "rows": [${lines(rows)}\n  ],\n  "totals": [${lines(totals)}\n  ]\n}\n`;
}
