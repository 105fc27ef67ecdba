import type { Box } from "../document.ts";
import type { Head } from "./find-heads.ts";

/** A group and the heads of the value columns that stand under it, from left to right. */
export interface Group {
  readonly head: Head;
  readonly under: readonly Head[];
}

/** In points: a group that could have columns under it, and has none, is taken for a column itself at this price. */
const ALONE = 5;

/** In points: that other columns stand under a group than under the cell drawn around it. */
const NOT_OWN = 60;

/**
 * Tells which value columns stand under which group: a group is printed over the middle of its columns, which follow
 * each other without another column between, and are all different.
 *
 * @param values heads of value columns, from left to right
 * @param groups from left to right
 * @param others heads of all other columns, which part groups
 * @returns null where they do not fit
 */
export function assignGroups(
  values: readonly Head[],
  groups: readonly Head[],
  others: readonly Head[],
): Group[] | null {
  const n = values.length;
  const owns = groups.map((group) => columnsIn(group, values, [...others, ...groups]));
  // cost[g][v]: the least shift of the first g groups over the first v columns.
  const cost = groups.map(() => new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY));
  const from = groups.map(() => new Int32Array(n + 1).fill(-1));
  for (const [g, head] of groups.entries()) {
    for (let end = 0; end <= n; end++) {
      for (let start = end; start >= 0; start--) {
        const before = g === 0 ? (start === 0 ? 0 : Number.POSITIVE_INFINITY) : cost[g - 1]![start]!;
        const under = values.slice(start, end);
        const own = owns[g]!;
        const isOwn = own !== null && own.length === under.length && own[0] === under[0];
        const price =
          before + (isOwn ? 0 : costOf(head, under, values, others) + (own === null ? 0 : NOT_OWN));
        if (price >= cost[g]![end]!) continue;
        cost[g]![end] = price;
        from[g]![end] = start;
      }
    }
  }
  if (groups.length === 0 || !Number.isFinite(cost.at(-1)![n]!)) return null;
  const assigned: Group[] = [];
  for (let g = groups.length - 1, end = n; g >= 0; g--) {
    const start = from[g]![end]!;
    assigned.unshift({ head: groups[g]!, under: values.slice(start, end) });
    end = start;
  }
  return assigned;
}

function costOf(
  group: Head,
  under: readonly Head[],
  values: readonly Head[],
  others: readonly Head[],
): number {
  const [first] = under;
  if (first === undefined) {
    const isOver = values.some(
      ({ box }) => box[1] >= group.box[3] - 1 && box[0] < group.box[2] && box[2] > group.box[0],
    );
    return isOver ? Number.POSITIVE_INFINITY : ALONE;
  }
  const last = under.at(-1)!;
  const keys = new Set(under.map(({ meaning }) => (meaning.kind === "value" ? meaning.key : "")));
  const isParted = others.some((other) => middle(other) > middle(first) && middle(other) < middle(last));
  if (keys.size < under.length || isParted) return Number.POSITIVE_INFINITY;
  return Math.abs(middle(group) - (first.box[0] + last.box[2]) / 2);
}

/** The columns that stand under the cell of a group; null where no cell is drawn, or one around other heads too. */
function columnsIn(group: Head, values: readonly Head[], others: readonly Head[]): readonly Head[] | null {
  const { cell } = group;
  if (cell === undefined) return null;
  const isIn = (head: Head) => middle(head) > cell[0] && middle(head) < cell[1];
  return others.some((other) => other !== group && isIn(other)) ? null : values.filter(isIn);
}

export function middle({ box }: { readonly box: Box }): number {
  return (box[0] + box[2]) / 2;
}
