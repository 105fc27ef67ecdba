import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { FamilyInfo, Picture, Strip, TextContext } from "../api.ts";
import { shortCell } from "./cell-words.ts";
import type { Words } from "./words.ts";

/** Where the print is enlarged, pixels per PDF point at least, and how high its figures are at least, in pixels. */
const LARGE = 1.7;
const LEGIBLE = 10;

interface Props<P> {
  readonly n: number;
  readonly print: P;
  /** The cell that has the focus. */
  readonly focus: string | null;
  /** Cells that the program could not settle. */
  readonly doubtful: readonly string[];
  readonly isLarge: boolean;
  readonly onZoom: () => void;
  readonly words: Words;
  readonly family: FamilyInfo | null;
}

/** What is printed: the row's stretch of the page under its header, or the lines of the text. */
export function Print(props: Props<Picture | TextContext>): JSX.Element {
  const { print, words } = props;
  return (
    <section class="print" aria-label={words.printedHere}>
      <div class="bar">
        <h2>{words.printedHere}</h2>
        {print.kind === "picture" ? (
          <>
            <span>{print.strips.map(({ page }) => words.pageOf(page)).join(" · ")}</span>
            <button type="button" class="quiet" onClick={props.onZoom}>
              {props.isLarge ? words.unzoom : words.zoom}
            </button>
          </>
        ) : (
          <span>{words.linesOf(print.lines.find(({ role }) => role === "row")?.number ?? 0)}</span>
        )}
      </div>
      {print.kind === "picture" ? (
        print.strips.map((strip, place) => (
          <PageStrip key={strip.page} {...props} print={strip} place={place} />
        ))
      ) : (
        <>
          {print.missing !== null && <p class="warning">{words.missing[print.missing]}</p>}
          <TextLines {...props} print={print} />
        </>
      )}
    </section>
  );
}

function PageStrip(props: Props<Strip> & { readonly place: number }): JSX.Element {
  const { n, print, place, focus, doubtful, isLarge, words, family } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const centre = focus ?? doubtful.find((cell) => print.boxes[cell] !== undefined) ?? "target";
  useLayoutEffect(() => {
    const element = scroller.current;
    const box = print.boxes[centre];
    if (element === null || box === undefined) return;
    element.scrollLeft = ((box[0] + box[2]) / 2) * element.scrollWidth - element.clientWidth / 2;
  }, [centre, isLarge, print]);
  const large = Math.max(LARGE, LEGIBLE / Math.max(1, print.figure));
  const width = isLarge ? `max(100%, ${print.width * large}px)` : "100%";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroller" ref={scroller} tabIndex={0} aria-label={words.pageOf(print.page)}>
      <div style={{ width }}>
        {print.header !== null && (
          <img
            src={`./api/row/${n}/strip/${place}/header.png`}
            alt=""
            style={{ aspectRatio: `${print.width} / ${print.header.height}` }}
          />
        )}
        <div class="cut">
          <img
            src={`./api/row/${n}/strip/${place}/row.png`}
            alt={words.printedHere}
            style={{ aspectRatio: `${print.width} / ${print.row.height}` }}
          />
          {Object.entries(print.boxes).map(([cell, [left, top, right, bottom]]) => {
            const kind = cell === focus ? "here" : doubtful.includes(cell) ? "doubtful" : null;
            return (
              kind !== null && (
                <span
                  key={cell}
                  class={`frame ${kind}`}
                  data-frame={cell}
                  title={shortCell(cell, family, words)}
                  style={{
                    left: `${left * 100}%`,
                    top: `${top * 100}%`,
                    width: `${(right - left) * 100}%`,
                    height: `${(bottom - top) * 100}%`,
                  }}
                />
              )
            );
          })}
        </div>
      </div>
    </section>
  );
}

/** Labels are long, and known from above: the numbers are what is looked at. */
const MAX_FIELD = 22;

function TextLines({ print, focus, doubtful, words }: Props<TextContext>): JSX.Element {
  const scroller = useRef<HTMLElement>(null);
  const centre = focus ?? doubtful.find((cell) => print.cells[cell] !== undefined);
  const places = new Map(
    Object.entries(print.cells).map(([cell, [line, field]]) => [`${line} ${field}`, cell] as const),
  );
  useLayoutEffect(() => {
    const element = scroller.current;
    const cell = element?.querySelector<HTMLElement>(".here, .doubtful");
    if (element == null || cell == null) return;
    element.scrollLeft = cell.offsetLeft + cell.offsetWidth / 2 - element.clientWidth / 2;
  }, [centre]);
  const kindOf = (line: number, field: number) => {
    const cell = places.get(`${line} ${field}`);
    return cell === undefined ? "" : cell === focus ? "here" : doubtful.includes(cell) ? "doubtful" : "";
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroller" ref={scroller} tabIndex={0} aria-label={words.printedHere}>
      <table class="lines">
        <tbody>
          {print.lines.map(({ number, role, fields }, line) => (
            <tr key={number} class={role}>
              <th scope="row">{number}</th>
              {fields.map((text, field) => (
                <td key={field} class={kindOf(line, field)} title={text.length > MAX_FIELD ? text : ""}>
                  {fields.length > 1 && text.length > MAX_FIELD ? `${text.slice(0, MAX_FIELD - 1)}…` : text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
