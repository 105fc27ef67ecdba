import { constants, deflateRawSync } from "node:zlib";
import { printPlain } from "../print/print-plain.ts";
import { type PdfObject, writePdf } from "../print/write-pdf.ts";
import type { Sample } from "../samples.ts";
import type { Made } from "./made.ts";
import { plainVariant } from "./plainly-printed.ts";

/** Ten metres, in points. */
const TEN_METRES = 28_346;
const MILLION = 1_000_000;
const MEGABYTE = 2 ** 20;
/** What the bomb's stream inflates to. */
const BOMB_MEGABYTES = 20_000;

/** A bounded set of documents that are far larger than any plan, or say that they are. */
export function huge(sample: Sample): Made[] {
  const refused: Made["expected"] = "flagged";
  const look = {
    ...sample.look,
    paper: [TEN_METRES, TEN_METRES],
    margin: 30,
    fontSize: 120,
    padding: 40,
  } as const;
  return [
    plainVariant({ ...sample, look }, "ten-metres", {}),
    {
      name: "ten-metres-empty.pdf",
      bytes: printPlain([{ width: TEN_METRES, height: TEN_METRES, rotate: 0, sideways: false, marks: [] }]),
      truth: null,
      expected: ["no-table", "no-text-layer"],
    },
    { name: "million-texts.pdf", bytes: onePage(millionTexts()), truth: null, expected: refused },
    { name: "million-lines.pdf", bytes: onePage(millionLines()), truth: null, expected: refused },
    { name: "bomb.pdf", bytes: onePage(bomb(), true), truth: null, expected: refused },
    { name: "page-loop.pdf", bytes: pageLoop(), truth: null, expected: refused },
    { name: "form-loop.pdf", bytes: formLoop(), truth: null, expected: refused },
  ];
}

function onePage(content: Uint8Array, isEncoded = false): Uint8Array {
  const objects: PdfObject[] = [
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: "/Type /Pages /Count 1 /Kids [3 0 R]" },
    {
      dictionary:
        "/Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Resources << /Font << /R 5 0 R >> >> /Contents 4 0 R",
    },
    { dictionary: isEncoded ? "/Filter /FlateDecode" : "", stream: content, isEncoded },
    { dictionary: "/Type /Font /Subtype /Type1 /BaseFont /Helvetica" },
  ];
  return writePdf(objects);
}

function millionTexts(): Uint8Array {
  const lines = Array.from(
    { length: MILLION },
    (_, index) => `1 0 0 1 ${index % 800} ${(index >> 10) % 590} Tm (${index % 10}) Tj`,
  );
  return Buffer.from(`BT /R 5 Tf\n${lines.join("\n")}\nET`);
}

function millionLines(): Uint8Array {
  const lines = Array.from(
    { length: MILLION },
    (_, index) => `${index % 800} ${(index >> 10) % 590} m ${(index * 7) % 800} ${(index >> 10) % 590} l S`,
  );
  return Buffer.from(lines.join("\n"));
}

/** A deflated stream of spaces, put together from one block so that making it takes no time. */
function bomb(): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(MEGABYTE, " "), { finishFlush: constants.Z_FULL_FLUSH });
  const last = deflateRawSync(Buffer.from(" "));
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array<Uint8Array>(BOMB_MEGABYTES).fill(block), last]);
}

/** Page nodes that name each other as children. */
function pageLoop(): Uint8Array {
  return writePdf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: "/Type /Pages /Count 1000000 /Kids [3 0 R]" },
    { dictionary: "/Type /Pages /Parent 2 0 R /Count 1000000 /Kids [2 0 R]" },
  ]);
}

/** Forms that draw each other, twice each: what a naive reader follows never ends. */
function formLoop(): Uint8Array {
  const form = (number: number) =>
    ({
      dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 842 595] /Resources << /XObject << /F ${number} 0 R >> >>`,
      stream: Buffer.from("/F Do /F Do"),
    }) satisfies PdfObject;
  return writePdf([
    { dictionary: "/Type /Catalog /Pages 2 0 R" },
    { dictionary: "/Type /Pages /Count 1 /Kids [3 0 R]" },
    {
      dictionary:
        "/Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Resources << /XObject << /F 5 0 R >> >> /Contents 4 0 R",
    },
    { dictionary: "", stream: Buffer.from("/F Do") },
    form(6),
    form(5),
  ]);
}
