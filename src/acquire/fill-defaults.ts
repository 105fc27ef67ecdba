import type { z } from "zod";
import type { BlockFamilyFile, blockFamilyFile } from "../block-family.ts";
import type { CanonicalName, canonicalName, FamilyFile, familyFile } from "../family.ts";

/** A family file as it may be written, with keys left out that have a default. */
export type WrittenFamily = z.input<typeof familyFile>;

/** A file of a family of blocks as it may be written. */
export type WrittenBlockFamily = z.input<typeof blockFamilyFile>;

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

/** What the schema makes of the file of a family of blocks without mistakes. */
export function fillBlockFamily(file: WrittenBlockFamily): BlockFamilyFile {
  return {
    ...file,
    context: file.context.map((line) => ({ ...line, begins: line.begins ?? [], prints: line.prints ?? [] })),
    columns: file.columns ?? [],
    oncePerBlock: file.oncePerBlock ?? [],
    passOver: file.passOver ?? [],
    absences: file.absences ?? [],
    equations: file.equations.map((entry) =>
      typeof entry === "string"
        ? entry
        : { ...entry, tolerance: entry.tolerance ?? 0, whole: entry.whole ?? 0 },
    ),
    totals: (file.totals ?? []).map((total) => ({ ...total, by: total.by ?? "sum" })),
  };
}

/** What the schema makes of a list of names without mistakes. */
export function fillNames(names: readonly WrittenName[]): CanonicalName[] {
  return names.map((entry) => ({
    ...entry,
    aliases: (entry.aliases ?? []).map((alias) => (typeof alias === "string" ? { name: alias } : alias)),
  }));
}
