import type { BlockTruth } from "./truth.ts";

/** A truth as JSON, one row to a line. */
export function formatBlockTruth({ rows, ...head }: BlockTruth): string {
  const lines = rows.map((row) => `\n    ${JSON.stringify(row)}`).join(",");
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "rows": [${lines}\n  ]\n}\n`;
}
