import { loadSource } from "../acquire/load-source.ts";
import type { Source } from "../document.ts";
import { PoiError } from "../errors.ts";
import type { MissingSource } from "./api.ts";
import type { ReviewDocument } from "./load-folder.ts";

/** How many documents' bytes are kept: rows of one document are settled one after the other. */
const KEPT = 3;

/**
 * Returns a function that finds the document a result was made of, where its manifest says, and only if it is
 * still the same, byte by byte.
 */
export function createSourceFinder(): (document: ReviewDocument) => Promise<Source | MissingSource> {
  const kept = new Map<string, Promise<Source | MissingSource>>();
  return (document) => {
    const { id } = document.extraction.document;
    const known = kept.get(id);
    if (known !== undefined) return known;
    const found = findSource(document);
    kept.set(id, found);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(oldest);
    return found;
  };
}

async function findSource({ input, extraction }: ReviewDocument): Promise<Source | MissingSource> {
  if (input === null) return "unknown";
  try {
    const source = await loadSource(input);
    return source.id === extraction.document.id ? source : "changed";
  } catch (error) {
    if (error instanceof PoiError) return "gone";
    throw error;
  }
}
