/** One page of a TIFF file: its tags with their values, by number (TIFF 6.0, Adobe 1992). */
export type TiffDirectory = ReadonlyMap<number, readonly number[]>;

/** The tags that say how a page is to be read. */
export const TIFF = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  offsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  counts: 279,
  resolutionX: 282,
  resolutionY: 283,
  planes: 284,
  faxOptions: 292,
  resolutionUnit: 296,
  predictor: 317,
  palette: 320,
  tiles: 322,
  extraSamples: 338,
  sampleFormat: 339,
  jpegTables: 347,
} as const;
const KNOWN: ReadonlySet<number> = new Set(Object.values(TIFF));

/** Bytes of a value by its type: byte, short, long, rational, and bytes that mean nothing to a reader. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
/** A page of A3 has some thousand strips; the tables of a JPEG take less. */
const MOST_VALUES = 200_000;
/** Longer documents are split before they are scanned; a file that leads in a circle has no end. */
const MOST_PAGES = 5000;
const ENTRY = 12;

/**
 * Reads the directories of a TIFF file, one for each of its pictures; only the tags in `TIFF`.
 *
 * @throws {RangeError} where the file ends before what it says is there, or names more than any scan has
 */
export function readTiffDirectories(bytes: Uint8Array): TiffDirectory[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes[0] === 0x49;
  const directories: TiffDirectory[] = [];
  const seen = new Set<number>();
  for (let at = view.getUint32(4, isLittle); at !== 0; ) {
    if (seen.has(at)) throw new RangeError("its pages lead in a circle");
    if (seen.size >= MOST_PAGES) throw new RangeError(`it has more than ${MOST_PAGES} pages`);
    seen.add(at);
    const count = view.getUint16(at, isLittle);
    const directory = new Map<number, readonly number[]>();
    for (let k = 0; k < count; k++) {
      const entry = at + 2 + k * ENTRY;
      const tag = view.getUint16(entry, isLittle);
      if (KNOWN.has(tag)) directory.set(tag, readValues(view, entry, isLittle));
    }
    directories.push(directory);
    at = view.getUint32(at + 2 + count * ENTRY, isLittle);
  }
  return directories;
}

function readValues(view: DataView, entry: number, isLittle: boolean): number[] {
  const type = view.getUint16(entry + 2, isLittle);
  const count = view.getUint32(entry + 4, isLittle);
  const size = SIZES[type];
  if (size === undefined) return [];
  if (count > MOST_VALUES) throw new RangeError(`a tag of it has ${count} values`);
  const from = count * size <= 4 ? entry + 8 : view.getUint32(entry + 8, isLittle);
  return Array.from({ length: count }, (_, k) => {
    const at = from + k * size;
    if (size === 1) return view.getUint8(at);
    if (size === 2) return view.getUint16(at, isLittle);
    const whole = view.getUint32(at, isLittle);
    return size === 4 ? whole : whole / view.getUint32(at + 4, isLittle);
  });
}
