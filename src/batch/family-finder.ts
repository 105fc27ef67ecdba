import { listFamilies, loadFamily } from "../acquire/load-family.ts";
import type { AnyFamily } from "../block-family.ts";
import type { Family } from "../family.ts";
import { asTableFamily } from "../rules/as-table-family.ts";
import type { ManifestEntry } from "./manifest.ts";

/** Finds the family that a result names; null where it cannot be had, as with a family folder that is gone. */
export type FindFamily = (id: string, entry: ManifestEntry | undefined) => Promise<Family | null>;

/**
 * Returns a function that finds the family a result was read with: one that ships, or the folder that was named when
 * it was converted, as the manifest's entry says.
 *
 * @param override is what all results are taken to be of; null leaves it to each
 */
export async function familyFinder(override: AnyFamily | null): Promise<FindFamily> {
  const shipped = await listFamilies();
  const loaded = new Map<string, Promise<Family | null>>();
  return async (id, entry) => {
    if (override !== null) return asTableFamily(override);
    const requested = entry?.options.family ?? "auto";
    if (requested !== "auto" && requested !== id) {
      if (!loaded.has(requested))
        loaded.set(
          requested,
          loadFamily(requested).then(asTableFamily, () => null),
        );
      const family = (await loaded.get(requested)) ?? null;
      if (family?.id === id) return family;
    }
    const family = shipped.find((one) => one.id === id);
    return family === undefined ? null : asTableFamily(family);
  };
}
