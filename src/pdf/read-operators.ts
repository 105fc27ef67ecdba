import type { Box } from "../document.ts";
import { createShare } from "./create-share.ts";
import { createCutLines } from "./cut-lines.ts";
import { createLayers } from "./layers.ts";
import { asWindows } from "./misread-fonts.ts";
import { type Painting, readPath } from "./read-path.ts";
import { type FontInfo, showText, type TextState } from "./show-text.ts";
import { applyTransform, compose, IDENTITY, type Transform } from "./transform.ts";
import type { OperatorList } from "./with-document.ts";

/** A glyph with its place on the page as it is seen. */
export interface Glyph {
  readonly text: string;
  /** Where its baseline begins and ends, in points from the top left. */
  readonly x: number;
  readonly y: number;
  readonly endX: number;
  readonly endY: number;
  /** Height of the font in points, across the baseline. */
  readonly size: number;
  /** Colour and font: what tells a stamp from the table. */
  readonly style: string;
  /** Counts the texts that were painted: glyphs of one text stand in the order of reading. */
  readonly run: number;
  /** Counts the text objects (BT … ET) of the page. */
  readonly object: number;
  /** Painted with no ink at all: a text layer under or over a picture. */
  readonly isHidden: boolean;
  /** Whether the edge of what is seen cuts through it, or through the text right beside it. */
  isCut?: boolean;
}

/** What is painted on a page: glyphs in the order of painting, straight lines, and filled areas. */
export interface Painted extends Painting {
  readonly glyphs: readonly Glyph[];
  /** Where pictures stand. */
  readonly images: readonly Box[];
  /** Pixels of the longer side of the largest picture; 0 where that is not told. */
  readonly pictureSize: number;
}

/** The numbers of pdf.js's operators, and its fonts by name. */
export interface OperatorNames {
  readonly OPS: Readonly<Record<string, number>>;
  readonly fontOf: (name: string) => FontInfo | null;
  /** Names of fonts whose letters are not what pdf.js takes them for. */
  readonly misread: ReadonlySet<string>;
  /** Called with each text that is shown, and the name of its font. */
  readonly watchText?: (shown: never, font: string) => void;
  /** Whether a layer (optional content) is switched on; without it, all are. */
  readonly isLayerSeen?: (layer: never) => boolean;
}

interface GraphicsState extends TextState {
  readonly ctm: Transform;
  readonly fillColor: string;
  readonly strokeColor: string;
  readonly lineWidth: number;
  /** What lies outside is not seen. */
  readonly clip: Box;
}

const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity];

/** An operator's operands: pdf.js gives each operator its own, as ISO 32000-1 does. */
type Arguments = readonly [never, never, never];

const INITIAL: Omit<GraphicsState, "ctm"> = {
  fillColor: "#000000",
  strokeColor: "#000000",
  lineWidth: 1,
  clip: EVERYWHERE,
  font: null,
  fontName: "",
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  hScale: 1,
  rise: 0,
  leading: 0,
  renderingMode: 0,
};

/** Painting without ink (ISO 32000-1, 9.3.6): neither filled nor stroked. */
const HIDDEN_MODES = new Set([3, 7]);

/**
 * Runs the operators of a page, and notes what they paint and where. It follows the text and graphics state of
 * ISO 32000-1, 8.4 and 9.3, as far as places depend on it.
 *
 * @param view takes PDF user space to the page as it is seen
 */
export function readOperators(
  list: OperatorList,
  view: Transform,
  { OPS, fontOf, misread, watchText, isLayerSeen = () => true }: OperatorNames,
): Painted {
  const glyphs: Glyph[] = [];
  const images: Box[] = [];
  const painting: { segments: Painting["segments"][number][]; fills: Painting["fills"][number][] } = {
    segments: [],
    fills: [],
  };
  const stack: GraphicsState[] = [];
  let state: GraphicsState = { ...INITIAL, ctm: view };
  let matrix: Transform = IDENTITY;
  let x = 0;
  let y = 0;
  let lineX = 0;
  let lineY = 0;
  let clips = false;
  let pictureSize = 0;
  let run = 0;
  let cutRun = -1;
  const cutLines = createCutLines();
  let object = 0;
  const layers = createLayers(isLayerSeen);
  const shareStyle = createShare();
  const move = (dx: number, dy: number) => {
    lineX += dx;
    lineY += dy;
    x = lineX;
    y = lineY;
  };
  const save = () => stack.push({ ...state });
  const restore = () => {
    state = stack.pop() ?? state;
  };
  // What was saved is a copy, so that the thousands of changes need none.
  const set = (part: Partial<GraphicsState>) => Object.assign(state, part);
  const addImage = (width = 0, height = 0) => {
    if (!layers.areSeen()) return;
    images.push(unitSquare(state.ctm));
    pictureSize = Math.max(pictureSize, width, height);
  };
  const fonts = new Map<string, FontInfo | null>();
  const setFont = (name: string, size: number) => {
    const known = fonts.get(name);
    const font = known === undefined ? fontOf(name) : known;
    fonts.set(name, font);
    set({ font, fontName: name, fontSize: size });
  };
  const operators: Record<string, (args: Arguments) => void> = {
    save,
    restore,
    transform: (args) => set({ ctm: compose(state.ctm, args as readonly number[] as Transform) }),
    paintFormXObjectBegin: ([form]) => {
      save();
      if (form) set({ ctm: compose(state.ctm, form) });
    },
    paintFormXObjectEnd: restore,
    beginGroup: ([group]) => {
      save();
      const { matrix: own } = group as { readonly matrix?: Transform };
      if (own) set({ ctm: compose(state.ctm, own) });
    },
    endGroup: restore,
    setFillRGBColor: ([color]) => set({ fillColor: color }),
    setStrokeRGBColor: ([color]) => set({ strokeColor: color }),
    setFillTransparent: () => set({ fillColor: "none" }),
    setLineWidth: ([width]) => set({ lineWidth: width }),
    setFont: ([name, size]) => setFont(name, size),
    setCharSpacing: ([value]) => set({ charSpacing: value }),
    setWordSpacing: ([value]) => set({ wordSpacing: value }),
    setHScale: ([value]) => set({ hScale: value / 100 }),
    setTextRise: ([value]) => set({ rise: value }),
    setLeading: ([value]) => set({ leading: -value }),
    setTextRenderingMode: ([value]) => set({ renderingMode: value }),
    setGState: ([entries]) => {
      for (const [key, value] of entries as readonly (readonly [string, unknown])[]) {
        if (key === "Font") {
          const [name, size] = value as [string, number];
          setFont(name, size);
        } else if (key === "LW") set({ lineWidth: value as number });
      }
    },
    beginText: () => {
      object++;
      matrix = IDENTITY;
      x = y = lineX = lineY = 0;
    },
    setTextMatrix: ([value]) => {
      matrix = value;
      x = y = lineX = lineY = 0;
    },
    moveText: ([dx, dy]) => move(dx, dy),
    setLeadingMoveText: ([dx, dy]) => {
      set({ leading: dy });
      move(dx, dy);
    },
    nextLine: () => move(0, state.leading),
    beginMarkedContent: () => layers.begin(null),
    beginMarkedContentProps: ([tag, layer]) => layers.begin(tag === "OC" ? layer : null),
    endMarkedContent: layers.end,
    showText: ([shown]) => {
      run++;
      if (!layers.areSeen()) {
        x = showText(shown ?? [], state, x, () => {});
        return;
      }
      const isHidden = HIDDEN_MODES.has(state.renderingMode);
      const style = shareStyle(`${state.fillColor} ${state.fontName}`);
      const [a, b, c, d, e, f] = compose(state.ctm, matrix);
      const size = heightOf([a, b, c, d, e, f], state.fontSize);
      const isMisread = misread.has(state.fontName);
      const level = y + state.rise;
      const { clip } = state;
      // Pages have thousands of glyphs: nothing is made for each but the glyph itself.
      watchText?.(shown ?? ([] as never), state.fontName);
      x = showText(shown ?? [], state, x, (read, from, to) => {
        const text = isMisread ? asWindows(read) : read;
        const startX = a * from + c * level + e;
        const startY = b * from + d * level + f;
        const endX = a * to + c * level + e;
        const endY = b * to + d * level + f;
        if (!isWithin(clip, (startX + endX) / 2, (startY + endY) / 2, size)) {
          // The rest of its text ends or begins where the clip does.
          if (text.trim() === "") return;
          cutLines.hide(clip, startY, size);
          const last = glyphs.at(-1);
          if (last?.run === run) last.isCut = true;
          cutRun = run;
          return;
        }
        const glyph: Glyph = { text, x: startX, y: startY, endX, endY, size, style, run, object, isHidden };
        if (cutRun === run || reachesOver(clip, startX, endX)) glyph.isCut = true;
        cutRun = -1;
        cutLines.show(clip, glyph);
        glyphs.push(glyph);
      });
    },
    clip: () => {
      clips = true;
    },
    eoClip: () => {
      clips = true;
    },
    constructPath: ([operator, data, bounds]) => {
      if (clips && bounds) set({ clip: intersect(state.clip, boundsOf(state.ctm, bounds)) });
      clips = false;
      if (layers.areSeen()) readPath(operator, data, state, OPS, painting);
    },
    paintImageXObject: ([, width, height]) => addImage(width, height),
    paintInlineImageXObject: () => addImage(),
    paintImageMaskXObject: () => addImage(),
  };
  const byNumber: (((args: Arguments) => void) | undefined)[] = [];
  for (const [name, run] of Object.entries(operators)) byNumber[OPS[name]!] = run;
  for (const [i, operator] of list.fnArray.entries())
    byNumber[operator]?.((list.argsArray[i] ?? []) as Arguments);
  cutLines.mark();
  return { glyphs, images, pictureSize, ...painting };
}

/** The height of text across its baseline: the area that the transform makes of a square, by the baseline's length. */
function heightOf([a, b, c, d]: Transform, fontSize: number): number {
  const along = Math.hypot(a, b);
  return along === 0 ? 0 : Math.abs(fontSize * ((a * d - b * c) / along));
}

/** Images are painted into the unit square of user space. */
function unitSquare(ctm: Transform): Box {
  return boundsOf(ctm, [0, 0, 1, 1]);
}

function boundsOf(ctm: Transform, [x0, y0, x1, y1]: ArrayLike<number> & Iterable<number>): Box {
  const corners = [
    applyTransform(ctm, x0!, y0!),
    applyTransform(ctm, x1!, y1!),
    applyTransform(ctm, x0!, y1!),
    applyTransform(ctm, x1!, y0!),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function intersect(a: Box, b: Box): Box {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

/**
 * A glyph of which more than this share lies over the edge of what is seen is cut off there. Cairo clips texts to their ink,
 * over which the advance of a 1 reaches by a fifth.
 */
const CUT = 0.3;

/** Whether a glyph reaches over the left or the right edge of what is seen. */
function reachesOver(clip: Box, startX: number, endX: number): boolean {
  const most = CUT * Math.abs(endX - startX);
  return Math.min(startX, endX) < clip[0] - most || Math.max(startX, endX) > clip[2] + most;
}

/** Whether more of a glyph is seen than the tip of its accent: baselines may stand a little below what is clipped to their letters. */
function isWithin(clip: Box, x: number, y: number, size: number): boolean {
  return x >= clip[0] - 0.5 && x <= clip[2] + 0.5 && y >= clip[1] - size * 0.1 && y <= clip[3] + size * 0.4;
}
