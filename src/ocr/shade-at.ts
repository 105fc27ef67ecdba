/** The shade of the pixel that has `rank` darker ones before it, from how many pixels have each shade. */
export function shadeAt(shades: Uint32Array, rank: number): number {
  let before = 0;
  for (let shade = 0; shade < 256; shade++) {
    before += shades[shade]!;
    if (before > rank) return shade;
  }
  return 255;
}
