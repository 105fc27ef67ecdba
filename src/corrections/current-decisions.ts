import type { LogEntry, Settlement } from "./correction.ts";

/** Names a row in all of a folder's documents. */
export function rowKey({ document, row }: { readonly document: string; readonly row: string }): string {
  return `${document}\n${row}`;
}

/** The decision that now stands on each row, by `rowKey`: a later one replaces it, an undo brings back the one before. */
export function currentDecisions(log: readonly LogEntry[]): Map<string, Settlement> {
  const stacks = new Map<string, Settlement[]>();
  for (const entry of log) {
    if (entry.kind === "sample") continue;
    const key = rowKey(entry);
    const stack = stacks.get(key) ?? [];
    if (entry.kind === "settle") stack.push(entry);
    else stack.pop();
    stacks.set(key, stack);
  }
  const current = new Map<string, Settlement>();
  for (const [key, stack] of stacks) {
    const last = stack.at(-1);
    if (last !== undefined) current.set(key, last);
  }
  return current;
}
