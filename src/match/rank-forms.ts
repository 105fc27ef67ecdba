import { editDistance } from "../text/edit-distance.ts";
import type { NameForm } from "./name-forms.ts";

/** The nearest form of an entry. */
export interface RankedForm {
  readonly form: NameForm;
  /** Edits between the squeezed texts. */
  readonly distance: number;
  /** 1 − distance / longer length. */
  readonly score: number;
}

/** How many entries are worth showing to a person. */
const KEPT = 3;
/** Below this, two names share hardly more than their vowels. */
const MIN_CANDIDATE_SCORE = 0.4;

/**
 * The three entries nearest to a squeezed text, each by its nearest form, best first; ties keep the order of
 * the list. A form that cannot come among them, by its length and letters alone, is not compared.
 */
export function rankForms(squeezed: string, forms: readonly NameForm[]): RankedForm[] {
  const letters = countLetters(squeezed);
  let best: RankedForm[] = [];
  for (const form of forms) {
    const longer = Math.max(squeezed.length, form.squeezed.length);
    const floor = best.length < KEPT ? MIN_CANDIDATE_SCORE : best[KEPT - 1]!.score;
    if (1 - leastDistance(letters, countLetters(form.squeezed)) / longer < floor) continue;
    const distance = editDistance(squeezed, form.squeezed);
    const score = 1 - distance / longer;
    if (score < floor) continue;
    const own = best.findIndex((ranked) => ranked.form.entry === form.entry);
    if (own >= 0 && best[own]!.score >= score) continue;
    best = [...best.filter((_, i) => i !== own), { form, distance, score }]
      .sort((a, b) => b.score - a.score)
      .slice(0, KEPT);
  }
  return best;
}

/** Folded letters fall into 64 bins by their code; two letters in one bin only make the bound weaker. */
function countLetters(text: string): Uint16Array {
  const counts = new Uint16Array(64);
  for (let i = 0; i < text.length; i++) counts[text.charCodeAt(i) & 63]! += 1;
  return counts;
}

/** No fewer edits can turn one text into another than the letters one has too many. */
function leastDistance(a: Uint16Array, b: Uint16Array): number {
  let surplus = 0;
  let deficit = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = a[i]! - b[i]!;
    if (difference > 0) surplus += difference;
    else deficit -= difference;
  }
  return Math.max(surplus, deficit);
}
