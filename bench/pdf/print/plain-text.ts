import { measure } from "../paper/measure.ts";
import type { TextMark } from "../paper/sheet.ts";
import { hexText } from "./win-ansi.ts";

/** How a simple producer writes its text. */
export interface TextStyle {
  /** Text marks row by row, or all of the first column, then all of the second, and so on. */
  readonly order: "rows" | "columns" | "backwards";
  /**
   * `run`: a text at once. `digits`: every character with a place of its own. `gaps`: gaps inside words where a
   * producer corrects the width. `joined`: the numbers of a row in one array, moved apart. `spaces`: the numbers of
   * a row in one text, with as many spaces between as fit.
   */
  readonly glyphs: "run" | "digits" | "gaps" | "joined" | "spaces";
  /** The font has size 1, and the text matrix makes it larger. */
  readonly unitFont: boolean;
}

type Ordered = readonly TextMark[];

/** The operators that draw a page's text. */
export function plainText(marks: readonly TextMark[], style: TextStyle): string {
  const sorted = inOrder(marks, style.order);
  const groups =
    style.glyphs === "joined" || style.glyphs === "spaces"
      ? joinNumbers(sorted)
      : sorted.map((mark) => [mark]);
  return groups.map((group) => drawGroup(group, style)).join("");
}

function inOrder(marks: readonly TextMark[], order: TextStyle["order"]): Ordered {
  if (order === "rows") return marks;
  if (order === "backwards") return marks.toReversed();
  return marks.toSorted((a, b) => (a.cell?.column ?? -1) - (b.cell?.column ?? -1));
}

/** Numbers beside each other, in groups. */
function joinNumbers(marks: Ordered): TextMark[][] {
  const groups: TextMark[][] = [];
  for (const mark of marks) {
    const last = groups.at(-1)?.at(-1);
    const follows = last !== undefined && last.y === mark.y && last.x < mark.x && last.bold === mark.bold;
    if (follows && isNumber(last.text) && isNumber(mark.text)) groups.at(-1)?.push(mark);
    else groups.push([mark]);
  }
  return groups;
}

function isNumber(text: string): boolean {
  return /^[\d.,% ]+$/.test(text);
}

function drawGroup(group: readonly TextMark[], { glyphs, unitFont }: TextStyle): string {
  const [first] = group as [TextMark];
  const factor = unitFont ? first.size : 1;
  const turn = (first.angle * Math.PI) / 180;
  const matrix = [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn)]
    .map((n) => (n * factor).toFixed(5))
    .join(" ");
  const head = `BT ${colourOf(first.colour)} rg /${first.bold ? "B" : "R"} ${first.size / factor} Tf ${matrix} ${at(first.x)} ${at(-first.y)} Tm `;
  return `${head}${show(group, glyphs, factor)} ET\n`;
}

function show(group: readonly TextMark[], glyphs: TextStyle["glyphs"], factor: number): string {
  const [first] = group as [TextMark];
  if (glyphs === "digits" && first.text.length > 1) {
    return [...first.text]
      .map(
        (sign, index, all) =>
          `${hexText(sign)} Tj${index < all.length - 1 ? ` ${at(widthOf(first, sign) / factor)} 0 Td ` : ""}`,
      )
      .join("");
  }
  if (glyphs === "gaps") {
    // "A ño", "FINA NCIERO": wider than any kerning, narrower than a space. Seen in a report server's output.
    let word = 0;
    const pieces = first.text.split(/(?<=(?:^|\s)\p{L})(?=\p{L}{2})|(?<=(?:^|\s)\p{L}{4})(?=\p{L}{2})/u);
    return `[${pieces.map((piece, index) => `${index > 0 && word++ % 2 === 0 && /\p{L}$/u.test(pieces[index - 1] as string) ? "-120 " : ""}${hexText(piece)}`).join(" ")}] TJ`;
  }
  if (group.length === 1) return `${hexText(first.text)} Tj`;
  const space = widthOf(first, " ");
  const parts = group.map((mark, index) => {
    const before = group[index - 1];
    if (before === undefined) return { text: mark.text, gap: 0 };
    return { text: mark.text, gap: mark.x - before.x - widthOf(before, before.text) };
  });
  if (glyphs === "joined") {
    return `[${parts.map(({ text, gap }, index) => (index === 0 ? hexText(text) : `${at((-1000 * (gap - space)) / first.size)} ${hexText(` ${text}`)}`)).join(" ")}] TJ`;
  }
  let drift = 0;
  const line = parts.map(({ text, gap }, index) => {
    if (index === 0) return text;
    const count = Math.max(1, Math.round((gap - drift) / space));
    drift += count * space - gap;
    return `${" ".repeat(count)}${text}`;
  });
  return `${hexText(line.join(""))} Tj`;
}

function widthOf(mark: TextMark, text: string): number {
  return measure(text, mark.size, mark.bold);
}

function colourOf(colour: string): string {
  return [1, 3, 5]
    .map((start) => (Number.parseInt(colour.slice(start, start + 2), 16) / 255).toFixed(3))
    .join(" ");
}

function at(value: number): string {
  return value.toFixed(3);
}
