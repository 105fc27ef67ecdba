import type { CanonicalName } from "../family.ts";
import { fold } from "../text/fold.ts";
import type { Mistake } from "./describe-issue.ts";

interface Claim {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Finds ids that stand twice, and names that two entries claim in the same years. A name may pass from one
 * entry to another, if the years say when.
 */
export function checkNames(names: readonly CanonicalName[]): Mistake[] {
  const ids = new Set<string>();
  const claims = new Map<string, Claim[]>();
  const mistakes: Mistake[] = [];

  const claim = (text: string, own: Claim, path: Mistake["path"]) => {
    // Copies lose spaces, so names that differ in nothing else are the same name.
    const key = fold(text).replaceAll(" ", "");
    if (key === "") mistakes.push({ path, must: "must have a letter or a digit" });
    const others = claims.get(key) ?? [];
    const other = others.find(({ id, from, to }) => id !== own.id && from <= own.to && own.from <= to);
    if (other === undefined) claims.set(key, others.concat(own));
    else
      mistakes.push({ path, must: `must name one entry only: ${other.id} has this name in the same years` });
  };

  for (const [i, { id, name, aliases }] of names.entries()) {
    if (ids.has(id))
      mistakes.push({ path: [i, "id"], must: "must be an id of its own: another entry has it" });
    ids.add(id);
    claim(name, { id, from: -Infinity, to: Infinity }, [i, "name"]);
    for (const [j, alias] of aliases.entries()) {
      const { from = -Infinity, to = Infinity } = alias;
      const path = [i, "aliases", j];
      if (from > to) mistakes.push({ path, must: "must have a first year that is not after its last" });
      claim(alias.name, { id, from, to }, path);
    }
  }
  return mistakes;
}
