import type { Family } from "../family.ts";
import { fold } from "../text/fold.ts";

/** No header word is longer. */
const MAX_HEAD = 60;

/** Makes a test for texts that say what they name, as bands over the rows of an organ do: UNIDAD ORGÁNICA: CAJA. */
export function createOrganNameTest({ labels }: Pick<Family, "labels">): (text: string) => boolean {
  const heads = new Set(labels.flatMap(({ key, header }) => (key === "organ" ? header.map(fold) : [])));
  return (text) => {
    const end = text.indexOf(":");
    return (
      end > 0 && end <= MAX_HEAD && /\p{L}/u.test(text.slice(end)) && heads.has(fold(text.slice(0, end)))
    );
  };
}
