/** The colour of a style, as `#rrggbb`: a style is a colour and a font, such as `#0000b4 g_d0_f1`. */
export function colourOf(style: string): string {
  return style.slice(0, style.indexOf(" "));
}

/** The parts of a colour, of 255, differ by more than this where it is none of the greys. */
const GREY = 40;

/** Whether a style, such as `#0000b4 g_d0_f1`, is in a colour that is none of the greys. */
export function isInColour(style: string): boolean {
  const parts = [1, 3, 5].map((at) => Number.parseInt(style.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) > GREY;
}
