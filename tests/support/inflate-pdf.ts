import { inflateSync } from "node:zlib";

/**
 * A PDF with its streams inflated and its byte positions left out: the same for two files that differ only in how
 * zlib pressed them, as it does from one version and processor to the next.
 */
export function inflatePdf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = file.indexOf("stream\n", at);
    const end = file.indexOf("\nendstream", start);
    if (start === -1 || end === -1) break;
    const dictionary = file.subarray(at, start).toString("latin1");
    const data = file.subarray(start + "stream\n".length, end);
    parts.push(dictionary, (/FlateDecode/.test(dictionary) ? inflateSync(data) : data).toString("latin1"));
    at = end + "\nendstream".length;
  }
  parts.push(file.subarray(at).toString("latin1"));
  return parts
    .join("")
    .replace(/\/Length \d+/g, "")
    .replace(/\nxref\n[\s\S]*?trailer/, "")
    .replace(/startxref\n\d+/, "");
}
