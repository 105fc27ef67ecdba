const CATALOG = Buffer.from("/Catalog");
/** The catalog's own dictionary begins at most this far before its type is named. In bytes. */
const MAX_DISTANCE = 2000;
const OBJECT = /(\d{1,10})\s+(\d{1,5})\s+obj\b/g;

/**
 * Adds the trailer to a PDF that lost its end, and with it all that says where to begin: pdf.js finds the objects of
 * such a file by itself, but not the one that the pages hang from.
 *
 * @returns null where the file has no catalog that can be found, or is encrypted, which only its own trailer explains
 */
export function addTrailer(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes("/Encrypt")) return null;
  // The last one stands: a file is changed by appending to it.
  for (
    let at = file.lastIndexOf(CATALOG);
    at !== -1;
    at = at === 0 ? -1 : file.lastIndexOf(CATALOG, at - 1)
  ) {
    const before = file.toString("latin1", Math.max(0, at - MAX_DISTANCE), at);
    const object = [...before.matchAll(OBJECT)].at(-1);
    if (object === undefined || before.includes("endobj", object.index)) continue;
    const [, number, generation] = object;
    const trailer = `\ntrailer\n<< /Root ${number} ${generation} R >>\nstartxref\n0\n%%EOF\n`;
    return Buffer.concat([file, Buffer.from(trailer)]);
  }
  return null;
}
