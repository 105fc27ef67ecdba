import type { z } from "zod";
import type { CanonicalName, canonicalName, FamilyFile, familyFile } from "../family.ts";

/** A family file as it may be written, with keys left out that have a default. */
export type WrittenFamily = z.input<typeof familyFile>;

/** A name as it may be written: an alias without years is a bare text. */
export type WrittenName = Omit<z.input<typeof canonicalName>, "aliases"> & {
  readonly aliases?: (string | CanonicalName["aliases"][number])[];
};

/** What the schema makes of a family file without mistakes: its defaults filled in. */
export function fillFamily(file: WrittenFamily): FamilyFile {
  return {
    ...file,
    recognise: { ...file.recognise, words: file.recognise.words ?? [] },
    labels: file.labels.map((label) => ({ ...label, values: label.values ?? [] })),
    extra: file.extra ?? [],
    totals: file.totals ?? [],
  };
}

/** What the schema makes of a list of names without mistakes. */
export function fillNames(names: readonly WrittenName[]): CanonicalName[] {
  return names.map((entry) => ({
    ...entry,
    aliases: (entry.aliases ?? []).map((alias) => (typeof alias === "string" ? { name: alias } : alias)),
  }));
}
