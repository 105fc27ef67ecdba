import type { Source } from "../document.ts";

/**
 * Whether a document is read by code that a crafted or broken file can make hang, fill the memory or crash: PDFs
 * and images are. Text is read by our own code, whose time is bounded.
 */
export function needsProcess({ mediaType }: Source): boolean {
  return mediaType === "application/pdf" || mediaType.startsWith("image/");
}
