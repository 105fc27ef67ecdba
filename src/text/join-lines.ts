/** A word that its line breaks within, after a hyphen or a slash: `003-` over `2021/MDL`, `2021/` over `MDL`. */
const BROKEN = /[\p{L}\p{N}][-‐/]$/u;
const GOES_ON = /^[\p{L}\p{N}]/u;
/** A sign that begins no word: what stands before it on the line above is the rest of its own, `N` over `° 27972`. */
const LATER_SIGN = /^[°º]/;

/** To look at the end of a text copies all that was joined to it before: a longer one, in characters, is no label. */
const LONGEST = 10_000;

/** Two parts of a text that stand one under the other. */
export function joinLines(upper: string, lower: string): string {
  const breaksWord = () => upper.length <= LONGEST && BROKEN.test(upper.slice(-3)) && GOES_ON.test(lower);
  const isOneWord = LATER_SIGN.test(lower) || breaksWord();
  return `${upper}${upper === "" || isOneWord ? "" : " "}${lower}`;
}
