import { sourceFromBytes } from "../../../src/acquire/source-from-bytes.ts";
import { renderPage } from "../../../src/pdf/render-page.ts";
import { withDocument } from "../../../src/pdf/with-document.ts";
import { seededRandom } from "../../random.ts";
import { layOut } from "../paper/lay-out.ts";
import type { Sheet } from "../paper/sheet.ts";
import { type Picture, PLAIN_STYLE, printPlain } from "../print/print-plain.ts";
import type { Sample } from "../samples.ts";
import type { Made } from "./made.ts";
import { plainVariant } from "./plainly-printed.ts";

/** Two pixels to the point make 144 dpi, as office scanners do. */
const SCALE = 2;
const ZERO = 48;
const NINE = 57;
const PRIVATE_USE = 0xe000;

/** Digits that old OCR takes for one another. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  1: "7",
  3: "8",
  5: "6",
  6: "5",
  7: "1",
  8: "3",
  0: "8",
};
/** One digit in forty: rows of 33 numbers seldom stay whole. */
const MISREAD = 1 / 40;

const isDigit = (code: number) => code >= ZERO && code <= NINE;

/** Pages whose text layer says something else than what is seen, or nothing. */
export async function lyingText(sample: Sample): Promise<Made[]> {
  const { sheets } = layOut(sample.plan, sample.look);
  const sound = plainVariant(sample, "plain", {});
  const pictures = await picturesOf(sound.bytes);
  const flagged = (name: string, bytes: Uint8Array): Made => ({
    name: `${sample.name}-${name}.pdf`,
    bytes,
    truth: sound.truth,
    expected: "flagged",
  });
  const hidden = { ...PLAIN_STYLE, pictures, invisible: true };
  return [
    flagged(
      "digits-shifted",
      printPlain(sheets, {
        ...PLAIN_STYLE,
        toUnicode: (code) => (isDigit(code) ? ZERO + ((code - ZERO + 1) % 10) : code),
      }),
    ),
    flagged("all-shifted", printPlain(sheets, { ...PLAIN_STYLE, toUnicode: (code) => code + 1 })),
    flagged("private-use", printPlain(sheets, { ...PLAIN_STYLE, toUnicode: (code) => PRIVATE_USE + code })),
    flagged("no-unicode", printPlain(sheets, { ...PLAIN_STYLE, toUnicode: () => 0xfffd })),
    flagged("scan", printPlain(sheets.map(withoutText), { ...PLAIN_STYLE, pictures })),
    { ...flagged("right-hidden-text", printPlain(sheets, hidden)), expected: "right" },
    flagged("wrong-hidden-text", printPlain(sheets.map(misread), hidden)),
  ];
}

async function picturesOf(pdf: Uint8Array): Promise<Picture[]> {
  return await withDocument(sourceFromBytes("pages.pdf", pdf), {}, async (document) => {
    const pictures: Picture[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { canvas } = await renderPage(await document.getPage(number), SCALE);
      pictures.push({ jpeg: canvas.toBuffer("image/jpeg"), width: canvas.width, height: canvas.height });
    }
    return pictures;
  });
}

function withoutText(sheet: Sheet): Sheet {
  return { ...sheet, marks: sheet.marks.filter(({ kind }) => kind !== "text") };
}

function misread(sheet: Sheet, page: number): Sheet {
  const random = seededRandom(page + 1);
  const digits = (text: string) =>
    text.replace(/\d/g, (digit) => (random.chance(MISREAD) ? (LOOK_ALIKES[digit] ?? digit) : digit));
  return {
    ...sheet,
    marks: sheet.marks.map((mark) => (mark.kind === "text" ? { ...mark, text: digits(mark.text) } : mark)),
  };
}
