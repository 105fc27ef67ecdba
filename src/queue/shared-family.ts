import { listFamilies, loadFamily } from "../acquire/load-family.ts";
import type { Reading, Requested } from "../batch/conversion.ts";
import { nameInShared, pathInShared } from "./shared-path.ts";

/** Marks a family that is a folder below the shared one; no id looks so. */
const IN_SHARED = "./";
const ID = /^[a-z0-9-]+$/;

/**
 * The choice of a family as workers can follow it: an id and `auto` as they are, a folder by its place in the
 * shared one.
 *
 * @throws {PoiError} `usage` for a folder that workers do not see
 */
export function shareFamily(family: string, shared: string | null): string {
  if (ID.test(family) || shared === null) return family;
  return IN_SHARED + nameInShared(shared, family);
}

/**
 * What a document is read with on this machine.
 *
 * @param password what opens encrypted PDFs; null where none is known
 * @throws {PoiError} `family-not-found`, `family-invalid`, `input-not-found`
 */
export async function readingFor(
  requested: Requested,
  shared: string | null,
  password: string | null = null,
): Promise<Reading> {
  const rest = { requested, folder: null, ...(password !== null && { password }) };
  if (requested.family === "auto") return { family: null, known: await listFamilies(), ...rest };
  const isShared = requested.family.startsWith(IN_SHARED);
  const family = await loadFamily(isShared ? pathInShared(shared, requested.family) : requested.family);
  return { family, known: [family], ...rest };
}
