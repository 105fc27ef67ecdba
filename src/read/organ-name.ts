import type { Family } from "../family.ts";
import { fold } from "../text/fold.ts";

/** No header word is longer. */
const MAX_HEAD = 60;

type Labels = Pick<Family, "labels">;

/**
 * Makes a function that finds the name of an organ behind a word for organs and a colon: UNIDAD ORGÁNICA: CAJA. It returns null
 * for other texts.
 */
export function createOrganNameReader({ labels }: Labels): (text: string) => string | null {
  const heads = new Set(labels.flatMap(({ key, header }) => (key === "organ" ? header.map(fold) : [])));
  return (text) => {
    const end = text.indexOf(":");
    const isNamed = end > 0 && end <= MAX_HEAD && heads.has(fold(text.slice(0, end)));
    const name = text.slice(end + 1).trim();
    return isNamed && /\p{L}/u.test(name) ? name : null;
  };
}

/** Makes a test for texts that say what they name, as bands over the rows of an organ do. */
export function createOrganNameTest(family: Labels): (text: string) => boolean {
  const nameIn = createOrganNameReader(family);
  return (text) => nameIn(text) !== null;
}
