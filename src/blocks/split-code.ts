/** A code, at most so long, then a mark between it and the name: `060 : INFORME`, `150103 - ATE`, `OEI.02 MEJORAR`. */
const CODE =
  /^(?=[^\s:]*[0-9])([A-Za-z0-9][A-Za-z0-9.]{0,29})(?:\s*:\s*|\s+[-–]\s*|\s*[-–]\s+|\s+(?=\p{L}))(.+)$/su;
/** Without a mark, only a code that is half letters is parted from what follows: `OEI.02 MEJORAR`, but not `2 CAS`. */
const LETTERED = /^[A-Za-z]{2,}/;

/**
 * Parts a text into the code it begins with and the name that follows, under their keys; a text without a code is all name.
 *
 * @param isCode tells the codes that are printed so, whatever stands between them and the name
 */
export function splitCode(
  text: string,
  key: string,
  codeKey: string | undefined,
  isCode: (word: string) => boolean = () => false,
): Record<string, string> {
  if (text === "") return {};
  if (codeKey === undefined) return { [key]: text };
  const [first = ""] = text.split(" ");
  const known = first.replace(/[-:]+$/, "");
  if (isCode(known)) {
    const rest = text.slice(known.length).replace(/^[\s:\-–]+/, "");
    return { [codeKey]: known, ...(rest !== "" && { [key]: rest }) };
  }
  const match = CODE.exec(text);
  const [, code = "", name = ""] = match ?? [];
  const mark = text.slice(code.length, text.length - name.length);
  if (match === null || (!/[:\-–]/.test(mark) && !LETTERED.test(code))) return { [key]: text };
  return { [codeKey]: code, [key]: name.trim() };
}
