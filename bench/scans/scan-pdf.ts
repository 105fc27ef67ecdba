import type { Canvas } from "@napi-rs/canvas";
import PDFDocument from "pdfkit";

/** The same pictures give the same bytes. */
const DATE = new Date(Date.UTC(2024, 0, 15));

/** A PDF of pictures alone, as a scanner makes it; `scale` is pixels per point. */
export async function scanPdf(pages: readonly Canvas[], scale: number): Promise<Uint8Array> {
  const document = new PDFDocument({ margin: 0, autoFirstPage: false, info: { CreationDate: DATE } });
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve) => document.on("end", resolve));
  document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  for (const canvas of pages) {
    const size: [number, number] = [canvas.width / scale, canvas.height / scale];
    document.addPage({ size, margin: 0 });
    // The page was JPEG already; this keeps what is left of it.
    document.image(canvas.toBuffer("image/jpeg", 95), 0, 0, { width: size[0], height: size[1] });
  }
  document.end();
  await done;
  return Buffer.concat(chunks);
}
