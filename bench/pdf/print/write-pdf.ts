import { deflateSync } from "node:zlib";

/** An object of a PDF: its dictionary without the brackets around it, and its stream's bytes if it has one. */
export interface PdfObject {
  readonly dictionary: string;
  readonly stream?: Uint8Array;
  /** The stream is compressed already, and the dictionary says how. */
  readonly isEncoded?: boolean;
}

/** The bytes of a PDF with these objects, the first of which has number 1 and is the catalogue. */
export function writePdf(objects: readonly PdfObject[]): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const offsets: number[] = [];
  let length = (parts[0] as Uint8Array).length;
  const push = (part: Uint8Array | string) => {
    const bytes = typeof part === "string" ? Buffer.from(part, "latin1") : part;
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [index, { dictionary, stream, isEncoded }] of objects.entries()) {
    offsets.push(length);
    if (stream === undefined) push(`${index + 1} 0 obj\n<< ${dictionary} >>\nendobj\n`);
    else {
      const data = isEncoded === true ? stream : deflateSync(stream);
      const filter = isEncoded === true ? "" : " /Filter /FlateDecode";
      push(`${index + 1} 0 obj\n<< ${dictionary}${filter} /Length ${data.length} >>\nstream\n`);
      push(data);
      push("\nendstream\nendobj\n");
    }
  }
  const start = length;
  push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) push(`${String(offset).padStart(10, "0")} 00000 n \n`);
  push(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}
