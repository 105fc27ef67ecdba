/** What is known of the layers within which something is painted. */
export interface Layers {
  /** Marked content begins: within a layer (optional content), or null where it is no layer. */
  readonly begin: (layer: never | null) => void;
  readonly end: () => void;
  /** Whether all layers that have begun and not ended are switched on. */
  readonly areSeen: () => boolean;
}

/**
 * Follows the layers of a page (ISO 32000-1, 8.11), which a viewer shows or not: what is painted within one that is
 * switched off is not seen, so no number of it is printed.
 */
export function createLayers(isSeen: (layer: never) => boolean): Layers {
  const seen: boolean[] = [];
  return {
    begin: (layer) => {
      seen.push((seen.at(-1) ?? true) && (layer === null || isSeen(layer)));
    },
    end: () => {
      seen.pop();
    },
    areSeen: () => seen.at(-1) ?? true,
  };
}
