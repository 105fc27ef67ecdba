import type { CanonicalName } from "../family.ts";
import type { MatchedName } from "../schema.ts";
import { fold } from "../text/fold.ts";
import { isSlip } from "./is-slip.ts";
import { isMarkedCut, isTruncated } from "./is-truncated.ts";
import { type NameForm, nameForms, squeeze } from "./name-forms.ts";
import { rankForms } from "./rank-forms.ts";
import { readLookAlikes } from "./read-look-alikes.ts";

/** A longer text is no name of an organ or a unit, and its distances would cost time. */
const MAX_FUZZY_CHARACTERS = 300;
/** Three wrong letters in twenty: a name that can still be read. is-slip says where they may stand. */
const MIN_SCORE = 0.85;
/** A name cut short keeps at least three letters in four. */
const MIN_TRUNCATED_SCORE = 0.75;
/** How far the runner-up, of another id, must lie behind. */
const MIN_MARGIN = 0.1;
/** And not only in share: short names need more than one letter between them. */
const MIN_MARGIN_EDITS = 2;
/** Distinct printed names that are remembered; a document has tens, a hostile one millions. */
const MAX_REMEMBERED = 10_000;

/**
 * Makes a function that matches printed names to canonical ones, surest method first:
 *
 * - `exact`: the name, letter by letter;
 * - `folded`: the same but for case, accents, spacing and punctuation;
 * - `alias`: another name that the entry had in `year` (any year, where `year` is null), folded;
 * - `fuzzy`: the name or an alias with a slip or two of copying, or its end cut off, and no other name near;
 * - `none`: not sure. The name and id are null, and a person decides.
 *
 * So a name that is given is sure. `fuzzy` and `none` carry the three nearest entries as candidates. `score`
 * is 1 − distance / longer length, of the folded names without spaces, digits inside words read as the letters
 * they look like; the distance is Levenshtein's.
 */
export function createMatcher(
  names: readonly CanonicalName[],
  year: number | null = null,
): (raw: string) => MatchedName {
  const forms = nameForms(names, year);
  const known = new Map(Map.groupBy(forms, ({ squeezed }) => squeezed));
  const remembered = new Map<string, MatchedName>();
  return (raw) => {
    if (raw.length > MAX_FUZZY_CHARACTERS) return unmatched(raw);
    const cached = remembered.get(raw);
    if (cached !== undefined) return cached;
    const matched = matchName(raw, forms, known);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(raw, matched);
    return matched;
  };
}

function matchName(
  raw: string,
  forms: readonly NameForm[],
  known: ReadonlyMap<string, readonly NameForm[]>,
): MatchedName {
  const folded = fold(raw);
  const squeezed = squeeze(folded);
  if (forms.length === 0 || squeezed === "") return unmatched(raw);

  const equal = (known.get(squeezed) ?? []).filter(({ inUse }) => inUse);
  const form = equal.find(({ isAlias }) => !isAlias) ?? equal[0];
  const isOneEntry = equal.every(({ entry }) => entry === form?.entry);
  if (form !== undefined && isOneEntry && !(isMarkedCut(raw) && isPartOfOther(squeezed, form, forms))) {
    const { id, name } = form.entry;
    const method = form.isAlias ? "alias" : raw.trim() === name ? "exact" : "folded";
    return { raw, name, id, score: 1, method };
  }

  const read = squeeze(readLookAlikes(folded));
  const ranked = rankForms(read, forms);
  const [best, second] = ranked;
  const candidates = ranked.map(({ form: { entry }, score }) => ({ name: entry.name, id: entry.id, score }));
  if (best === undefined) return { ...unmatched(raw), candidates };
  const { entry, inUse } = best.form;
  const isClear =
    second === undefined ||
    (best.score - second.score >= MIN_MARGIN && second.distance - best.distance >= MIN_MARGIN_EDITS);
  // A cut lowers the score and says nothing against the name, so there the beginning alone must be clear.
  const isSure =
    (isClear && best.score >= MIN_SCORE && isSlip(folded, best.form.folded)) ||
    (best.score >= MIN_TRUNCATED_SCORE && isTruncated(raw, folded, best.form.folded));
  return inUse && isSure && !isPartOfOther(read, best.form, forms)
    ? { raw, name: entry.name, id: entry.id, score: best.score, method: "fuzzy", candidates }
    : { ...unmatched(raw), score: best.score, candidates };
}

function unmatched(raw: string): MatchedName {
  return { raw, name: null, id: null, score: 0, method: "none" };
}

/** Whether another entry's name begins or ends with the text, so that a cut could have made it of that one. */
function isPartOfOther(squeezed: string, form: NameForm, forms: readonly NameForm[]): boolean {
  return forms.some(
    (other) =>
      other.entry !== form.entry &&
      (other.squeezed.startsWith(squeezed) || other.squeezed.endsWith(squeezed)),
  );
}
