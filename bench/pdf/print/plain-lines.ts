import type { FillMark, LineMark } from "../paper/sheet.ts";

/** How a simple producer draws its rules: as lines, as thin filled rectangles, or as rows of short dashes. */
export type RuleStyle = "lines" | "fills" | "dashes";

const DASH = 3;
const GAP = 1.5;

/** The operators that draw a page's rules and shaded areas. */
export function plainLines(marks: readonly (LineMark | FillMark)[], rules: RuleStyle): string {
  return marks
    .map((mark) => {
      if (mark.kind === "fill")
        return `${rgb(mark.colour)} rg ${box(mark.x, mark.y, mark.width, mark.height)} f\n`;
      if (rules === "lines") return `${rgb(mark.colour)} RG ${mark.width} w ${segment(mark)} S\n`;
      if (rules === "fills") return `${rgb(mark.colour)} rg ${thin(mark)} f\n`;
      return `${rgb(mark.colour)} RG ${mark.width} w ${dashes(mark)} S\n`;
    })
    .join("");
}

function segment({ x1, y1, x2, y2 }: Pick<LineMark, "x1" | "y1" | "x2" | "y2">): string {
  return `${at(x1)} ${at(-y1)} m ${at(x2)} ${at(-y2)} l`;
}

function thin({ x1, y1, x2, y2, width }: LineMark): string {
  return y1 === y2
    ? box(Math.min(x1, x2), y1 - width / 2, Math.abs(x2 - x1), width)
    : box(x1 - width / 2, Math.min(y1, y2), width, Math.abs(y2 - y1));
}

function dashes({ x1, y1, x2, y2 }: LineMark): string {
  const long = Math.hypot(x2 - x1, y2 - y1);
  const parts: string[] = [];
  for (let from = 0; from < long; from += DASH + GAP) {
    const to = Math.min(long, from + DASH);
    const point = (part: number) => [x1 + ((x2 - x1) * part) / long, y1 + ((y2 - y1) * part) / long] as const;
    const [ax, ay] = point(from);
    const [bx, by] = point(to);
    parts.push(segment({ x1: ax, y1: ay, x2: bx, y2: by }));
  }
  return parts.join(" ");
}

function box(x: number, y: number, width: number, height: number): string {
  return `${at(x)} ${at(-y - height)} ${at(width)} ${at(height)} re`;
}

function rgb(colour: string): string {
  return [1, 3, 5]
    .map((start) => (Number.parseInt(colour.slice(start, start + 2), 16) / 255).toFixed(3))
    .join(" ");
}

function at(value: number): string {
  return value.toFixed(3);
}
