const FIRST = 0x21;
const LAST = 0x75;
const FOUR_ZEROS = 0x7a;
const END = 0x7e;

/**
 * Decodes what a PDF writes in the letters of ASCII85 (ISO 32000-1, 7.4.3): five stand for four bytes, `z` for four
 * zeros, and `~` ends it. What is no such letter is passed over, as readers do.
 */
export function decodeAscii85(letters: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(mostBytes(letters));
  let length = 0;
  let group = 0;
  let count = 0;
  for (const letter of letters) {
    if (letter === END) break;
    if (letter === FOUR_ZEROS && count === 0) length += 4;
    if (letter < FIRST || letter > LAST) continue;
    group = group * 85 + (letter - FIRST);
    count++;
    if (count < 5) continue;
    bytes.writeUInt32BE(group % 2 ** 32, length);
    length += 4;
    group = 0;
    count = 0;
  }
  if (count > 1) {
    // The last group is filled up with the highest letter, and gives one byte less than it has letters.
    for (let i = count; i < 5; i++) group = group * 85 + (LAST - FIRST);
    bytes.writeUInt32BE(group % 2 ** 32, length);
    length += count - 1;
  }
  return bytes.subarray(0, length);
}

/** Four bytes of five letters, and of each z. */
function mostBytes(letters: Uint8Array): number {
  let zeros = 0;
  for (const letter of letters) if (letter === FOUR_ZEROS) zeros++;
  return 4 * (Math.ceil(letters.length / 5) + zeros);
}
