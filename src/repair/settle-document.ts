import type { SettledDocument, Table } from "../document.ts";
import type { Family } from "../family.ts";

/** Reads every row of a document's tables together: alignment, arithmetic, likeness and totals. */
export function settleDocument(tables: readonly Table[], _family: Family): SettledDocument {
  const rows = tables.flatMap((table) =>
    table.rows.map((printed) => ({
      printed,
      values: Object.fromEntries(
        table.cells.map((cell, i) => {
          const text = printed.tokens[i]?.text ?? "";
          return [cell, text === "" ? null : Number(text)];
        }),
      ),
      status: "unverified" as const,
      confidence: 0,
      flags: [],
      repairs: [],
      candidates: [],
      tokens: {},
    })),
  );
  return { rows, reconciliation: [], flags: [] };
}
