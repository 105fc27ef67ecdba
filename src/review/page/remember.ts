/** Small choices that last from visit to visit; a browser that keeps nothing does no harm. */

export function remembered(key: "language" | "by"): string | null {
  try {
    return localStorage.getItem(`poi-${key}`);
  } catch {
    return null;
  }
}

export function remember(key: "language" | "by", value: string): void {
  try {
    localStorage.setItem(`poi-${key}`, value);
  } catch {
    // Private windows refuse.
  }
}
