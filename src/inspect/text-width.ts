/** Letters of Liberation Sans, capitals and digits mixed, are about this wide, in heights of the font. */
const CHARACTER = 0.53;

/** About how wide a text is, in points. */
export function textWidth(text: string, size: number): number {
  return text.length * CHARACTER * size;
}

/** Breaks a text between words into lines of at most a width; a longer word is cut. */
export function wrapText(text: string, size: number, width: number): string[] {
  const most = Math.max(1, Math.floor(width / (CHARACTER * size)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const shown = word.length > most ? `${word.slice(0, most - 1)}…` : word;
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + shown.length <= most)
      lines[lines.length - 1] = `${last} ${shown}`;
    else lines.push(shown);
  }
  return lines;
}
