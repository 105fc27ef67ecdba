/** The colour of a style, as `#rrggbb`: a style is a colour and a font, such as `#0000b4 g_d0_f1`. */
export function colourOf(style: string): string {
  return style.slice(0, style.indexOf(" "));
}
