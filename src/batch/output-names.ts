import { basename, extname } from "node:path";

/** Ends every result's name; run.json can never be one. */
const ENDING = ".poi.json";
/** File systems allow 255 bytes; the ending and a temporary name's suffix must fit as well. */
const MAX_STEM_BYTES = 150;
/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Returns a function that names the result of a document, `<name>.poi.json`, after its path. Names are unique
 * among those given and those taken, also where case does not count; they never leave the output folder.
 */
export function createOutputNames(taken: Iterable<string> = []): (path: string) => string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  return (path) => {
    const stem = stemOf(path);
    for (let count = 1; ; count++) {
      const name = `${stem}${count === 1 ? "" : `-${count}`}${ENDING}`;
      if (used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      return name;
    }
  };
}

function stemOf(path: string): string {
  if (path === "-") return "stdin";
  const base = basename(path.replaceAll("\\", "/"));
  const safe = basename(base, extname(base))
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M}._ ()-]/gu, "-")
    .replace(/^[. -]+|[. ]+$/g, "");
  let stem = "";
  for (const letter of safe) {
    if (Buffer.byteLength(stem + letter) > MAX_STEM_BYTES) break;
    stem += letter;
  }
  return stem === "" || DEVICE.test(stem) ? `document${stem && `-${stem}`}` : stem;
}
