import { escapeMarkup } from "../text/escape-markup.ts";
import type { Drawing, Shape } from "./drawing.ts";
import { turnMatrix } from "./turn-matrix.ts";

/** Writes a drawing as SVG: no scripts, nothing from outside, every text escaped. Yields it in pieces. */
export function* toSvg({ box: [left, top, right, bottom], layers }: Drawing): Generator<string> {
  const size = [right - left, bottom - top].map(round);
  yield `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${round(left)} ${round(top)} ${size.join(" ")}" `;
  yield `width="${size[0]}" height="${size[1]}" font-family="Liberation Sans, Arial, sans-serif">\n`;
  yield `<rect x="${round(left)}" y="${round(top)}" width="${size[0]}" height="${size[1]}" fill="#ffffff"/>\n`;
  for (const { name, shapes } of layers) {
    yield `<g id="${escapeMarkup(name)}">\n`;
    for (const shape of shapes) yield `${element(shape)}\n`;
    yield "</g>\n";
  }
  yield "</svg>\n";
}

function element(shape: Shape): string {
  if (shape.kind === "rect") {
    const [left, top, right, bottom] = shape.box;
    const place = `x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${round(bottom - top)}"`;
    const fill = ` fill="${shape.fill ?? "none"}"${shape.fill === undefined ? "" : ` fill-opacity="${shape.opacity ?? 1}"`}`;
    const stroke =
      shape.stroke === undefined ? "" : ` stroke="${shape.stroke}" stroke-width="${shape.width ?? 0.5}"`;
    // A box without a fill is still one that the pointer can rest on.
    const events = shape.title === undefined ? "" : ' pointer-events="all"';
    const open = `<rect ${place}${fill}${stroke}${events}`;
    return shape.title === undefined
      ? `${open}/>`
      : `${open}><title>${escapeMarkup(shape.title)}</title></rect>`;
  }
  if (shape.kind === "line") {
    const [x1, y1, x2, y2] = shape.box.map(round);
    const dash = shape.dash === undefined ? "" : ` stroke-dasharray="${shape.dash}"`;
    return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${shape.stroke}" stroke-width="${shape.width}"${dash}/>`;
  }
  if (shape.kind === "text") {
    const [x, y] = [round(shape.x), round(shape.y)];
    const turn = shape.isUpwards === true ? ` transform="rotate(-90 ${x} ${y})"` : "";
    const anchor = shape.fromEnd === true ? ' text-anchor="end"' : "";
    // White around the letters keeps them apart from the print below.
    const halo = `paint-order="stroke" stroke="#ffffff" stroke-width="${round(shape.size * HALO)}" pointer-events="none"`;
    return `<text x="${x}" y="${y}" font-size="${shape.size}" fill="${shape.color}" ${halo}${anchor}${turn}>${escapeMarkup(shape.text)}</text>`;
  }
  const { width, height, turns, opacity } = shape;
  const [across, down] = turns % 2 === 1 ? [height, width] : [width, height];
  const matrix = turnMatrix(turns, width, height).map(round).join(" ");
  const data = Buffer.from(shape.png).toString("base64");
  return `<image width="${round(across)}" height="${round(down)}" opacity="${opacity}" transform="matrix(${matrix})" preserveAspectRatio="none" href="data:image/png;base64,${data}"/>`;
}

/** Of the font's height. */
export const HALO = 0.25;

/** Hundredths of a point are finer than any screen. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
