import type { CanonicalName } from "../family.ts";
import { fold } from "../text/fold.ts";

/** One way a canonical name may be printed. */
export interface NameForm {
  readonly entry: CanonicalName;
  readonly folded: string;
  readonly squeezed: string;
  readonly isAlias: boolean;
  /** False for an alias of other years: it ranks among the candidates, and decides nothing. */
  readonly inUse: boolean;
}

/** Takes the spaces out of a folded text: copies lose and gain them at will. */
export function squeeze(folded: string): string {
  return folded.replaceAll(" ", "");
}

/** Every form of every name; without a year, all aliases are in use. */
export function nameForms(names: readonly CanonicalName[], year: number | null): NameForm[] {
  return names.flatMap((entry) => {
    const form = (text: string, isAlias: boolean, inUse: boolean): NameForm => {
      const folded = fold(text);
      return { entry, folded, squeezed: squeeze(folded), isAlias, inUse };
    };
    const aliases = entry.aliases.map(({ name, from = -Infinity, to = Infinity }) =>
      form(name, true, year === null || (from <= year && year <= to)),
    );
    return [form(entry.name, false, true), ...aliases];
  });
}
