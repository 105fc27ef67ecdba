import { type PdfObject, scanObjects } from "./scan-objects.ts";

/** A PDF that lost its end, made one that can be opened. */
export interface Mended {
  readonly bytes: Uint8Array;
  /** Numbers of the pages, 1-based, that lack something: in their place stand empty ones. */
  readonly lost: ReadonlySet<number>;
  /** Whether the list of pages is whole; otherwise more may have followed, and numbers be others. */
  readonly isListWhole: boolean;
}

/** What ends a PDF, and each part that was appended to it. */
const ENDS = ["%%EOF", "startxref"];

/** Whether objects stand after the last end of a PDF: the rest of it is missing, with its own end. */
export function isCutOff(bytes: Uint8Array): boolean {
  const file = asBuffer(bytes);
  return file.includes(" obj", Math.max(0, ...ENDS.map((end) => file.lastIndexOf(end))));
}

/**
 * Mends a PDF that lost its end, and with it the list of its objects and, often, of its pages: what stands whole in its bytes
 * is found, and a list of pages appended that holds those that lack nothing: neither a part of what they print nor a
 * font, without which letters would be others.
 *
 * @returns null where no page is whole, and where the file is encrypted, which only its own end explains
 */
export function mendCutOff(bytes: Uint8Array): Mended | null {
  const file = asBuffer(bytes);
  if (file.includes("/Encrypt")) return null;
  const objects = scanObjects(file);
  const listed = listPages(objects);
  const pages = listed ?? [...objects.values()].filter(isPage).map(({ number }) => number);
  const isWhole = createWholeTest(objects);
  const lost = new Set(pages.flatMap((page, i) => (isWhole(page) ? [] : [i + 1])));
  if (lost.size === pages.length) return null;
  const next = [...objects.keys()].reduce((most, number) => Math.max(most, number), 0) + 1;
  const kids = pages.map((page, i) => (lost.has(i + 1) ? `${next + 2} 0 R` : refTo(objects.get(page)!)));
  const added = [
    ...[...objects.values()].filter(({ isPacked }) => isPacked).map(print),
    `${next} 0 obj\n<< /Type /Catalog /Pages ${next + 1} 0 R >>\nendobj`,
    `${next + 1} 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(" ")}] >>\nendobj`,
    `${next + 2} 0 obj\n<< /Type /Page /Parent ${next + 1} 0 R /MediaBox [0 0 1 1] /Resources << >> >>\nendobj`,
    `trailer\n<< /Root ${next} 0 R /Size ${next + 3} >>\nstartxref\n0\n%%EOF\n`,
  ];
  return {
    bytes: Buffer.concat([withoutTrailers(file), Buffer.from(`\n${added.join("\n")}`, "latin1")]),
    lost,
    isListWhole: listed !== null,
  };
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

const PAGE = /\/Type\s*\/Page(?![A-Za-z])/;
const CATALOG = /\/Type\s*\/Catalog\b/;
const REF = /(\d{1,10})\s+\d{1,5}\s+R\b/g;
/** No list of pages within lists is deeper; one that goes round in a circle is. */
const MAX_DEPTH = 50;

function isPage({ text, isWhole }: PdfObject): boolean {
  return isWhole && PAGE.test(text);
}

function refTo({ number, generation }: PdfObject): string {
  return `${number} ${generation} R`;
}

function print({ number, text }: PdfObject): string {
  return `${number} 0 obj\n${text}\nendobj`;
}

/** The numbers of all pages in their order, by the document's own list; null where a part of it is lost. */
function listPages(objects: ReadonlyMap<number, PdfObject>): number[] | null {
  const catalog = [...objects.values()].findLast(({ text, isWhole }) => isWhole && CATALOG.test(text));
  const root = refOf(catalog?.text ?? "", "Pages");
  const pages: number[] = [];
  const lists = new Set<number>();
  const isListed = (number: number, depth: number): boolean => {
    const node = objects.get(number);
    const kids = node?.isWhole === true ? /\/Kids\s*\[([^\]]*)\]/.exec(node.text)?.[1] : undefined;
    if (kids === undefined || depth > MAX_DEPTH || lists.has(number)) return false;
    lists.add(number);
    // Whoever lists pages says how many there are: where there are as many, those that are lost are pages and no lists.
    const numbers = refsIn(kids);
    const isLast = Number(/\/Count\s+(\d+)/.exec(node!.text)?.[1]) === numbers.length;
    return numbers.every((kid) => {
      const text = objects.get(kid)?.text ?? "";
      if (/\/Kids\b/.test(text)) return isListed(kid, depth + 1);
      return (isLast || PAGE.test(text)) && pages.push(kid) > 0;
    });
  };
  return root !== null && isListed(root, 0) && new Set(pages).size === pages.length ? pages : null;
}

/** What a page is printed without: the list it stands in, notes on it, and what only programs read. */
const ASIDE = /\/(?:Parent|Kids|Annots|Metadata|PieceInfo|Thumb)\s*(?:\[[^\]]*\]|\d+\s+\d+\s+R\b)/g;
const FONT = /\/Type\s*\/Font\b/;
/** Of a font that is but a part of another, which says what its letters are. */
const PART_OF_FONT = "/CIDSystemInfo";
/** How letters look: not needed where it is told which they are. */
const SHAPES = /\/FontFile[23]?\s+\d+\s+\d+\s+R\b/g;
/** What a page may have from the list that it stands in. */
const INHERITED = ["Resources", "MediaBox"];

/** Makes a function that says whether a page, by its number, and all that it is printed with stand in the file. */
function createWholeTest(objects: ReadonlyMap<number, PdfObject>): (page: number) => boolean {
  const all = [...objects.values()];
  const fonts = all.filter(({ text }) => FONT.test(text) && !text.includes(PART_OF_FONT));
  const areLettersTold = fonts.every(({ text }) => text.includes("/ToUnicode"));
  const referrers = new Map<number, number[]>();
  for (const { number, text } of all) {
    const needed = text.replace(ASIDE, "").replace(areLettersTold ? SHAPES : "", "");
    for (const ref of refsIn(needed)) {
      const known = referrers.get(ref);
      if (known === undefined) referrers.set(ref, [number]);
      else known.push(number);
    }
  }
  const missing = [...referrers.keys()].filter((number) => !objects.has(number));
  const cut = all.filter(({ isWhole }) => !isWhole).map(({ number }) => number);
  const lacking = new Set([...missing, ...cut]);
  // A set goes on with what is added to it meanwhile.
  for (const number of lacking) for (const referrer of referrers.get(number) ?? []) lacking.add(referrer);
  return (page) => {
    let node = objects.get(page);
    if (node === undefined || !PAGE.test(node.text)) return false;
    let wanted = INHERITED;
    for (let depth = 0; depth < MAX_DEPTH && node !== undefined && !lacking.has(node.number); depth++) {
      const { text } = node;
      wanted = wanted.filter((key) => !text.includes(`/${key}`));
      if (wanted.length === 0) return true;
      node = objects.get(refOf(text, "Parent") ?? -1);
    }
    return false;
  };
}

function refsIn(text: string): number[] {
  return [...text.matchAll(REF)].map(([, number]) => Number(number));
}

function refOf(text: string, key: string): number | null {
  const ref = new RegExp(`/${key}\\s+(\\d{1,10})\\s+\\d{1,5}\\s+R\\b`).exec(text)?.[1];
  return ref === undefined ? null : Number(ref);
}

/** pdf.js passes over what follows a list of objects, and of several trailers takes the first that will do: none but ours is to be left. */
function withoutTrailers(file: Buffer): Buffer {
  const copy = Buffer.from(file);
  for (const word of ["xref", "trailer"]) {
    for (let at = copy.indexOf(word); at !== -1; at = copy.indexOf(word, at))
      copy.fill(" ", at, at + word.length);
  }
  return copy;
}
