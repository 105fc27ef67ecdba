/** The signs of a plan that WinAnsiEncoding has elsewhere than Latin-1. */
const ELSEWHERE: Readonly<Record<string, number>> = {
  "–": 0x96,
  "—": 0x97,
  "“": 0x93,
  "”": 0x94,
  "’": 0x92,
  "…": 0x85,
};

/** The bytes of a text in WinAnsiEncoding. */
export function winAnsi(text: string): number[] {
  return [...text].map((sign) => {
    const code = ELSEWHERE[sign] ?? sign.charCodeAt(0);
    if (code > 0xff) throw new Error(`WinAnsiEncoding has no '${sign}'`);
    return code;
  });
}

/** A text as a PDF's hexadecimal string. */
export function hexText(text: string): string {
  return `<${Buffer.from(winAnsi(text)).toString("hex")}>`;
}
