import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { FolderInfo, QueueItem } from "../api.ts";
import { percent } from "./cell-words.ts";
import { getRows } from "./client.ts";
import type { Words } from "./words.ts";

/** Height of a row in pixels; style.css says the same. */
const ROW = 64;
/** Rows are asked for in pages of so many, those in view and their neighbours. */
const PAGE = 100;

/** A list of any length of which only what is in view exists. */
export function QueueList(props: {
  readonly order: readonly number[];
  readonly folder: FolderInfo;
  readonly words: Words;
  readonly onOpen: (n: number) => void;
}): JSX.Element {
  const { order, words, folder } = props;
  const list = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 900 });
  const [active, setActive] = useState(0);
  const [items, setItems] = useState<ReadonlyMap<number, QueueItem>>(new Map());
  const asked = useRef(new Set<number>());

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.focus({ preventScroll: true });
    return () => observer.disconnect();
  }, []);

  const first = Math.max(0, Math.floor(view.top / ROW) - 5);
  const last = Math.min(order.length, Math.ceil((view.top + view.height) / ROW) + 5);

  useEffect(() => {
    asked.current = new Set();
    setItems(new Map());
    setActive(0);
    list.current?.scrollTo({ top: 0 });
  }, [order]);
  useEffect(() => {
    for (let page = Math.floor(first / PAGE); page * PAGE < last; page++) {
      if (asked.current.has(page)) continue;
      asked.current.add(page);
      getRows(order.slice(page * PAGE, (page + 1) * PAGE)).then(
        (found) => setItems((known) => new Map([...known, ...found.map((item) => [item.n, item] as const)])),
        () => asked.current.delete(page),
      );
    }
  }, [order, first, last]);

  const move = (to: number) => {
    const at = Math.min(order.length - 1, Math.max(0, to));
    setActive(at);
    const element = list.current;
    if (element === null) return;
    if (at * ROW < element.scrollTop) element.scrollTop = at * ROW;
    if ((at + 1) * ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = (at + 1) * ROW - element.clientHeight;
  };
  const onKey = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(view.height / ROW) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      j: 1,
      ArrowUp: -1,
      k: -1,
      PageDown: page,
      PageUp: -page,
      Home: -order.length,
      End: order.length,
    };
    const step = steps[event.key];
    const n = order[active];
    if (step !== undefined) move(active + step);
    else if (event.key === "Enter" && n !== undefined) props.onOpen(n);
    else return;
    event.preventDefault();
  };

  return (
    <div
      class="list"
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={words.queue}
      aria-activedescendant={`item-${order[active]}`}
      onScroll={(event) =>
        setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })
      }
      onKeyDown={onKey}
    >
      <div style={{ height: `${order.length * ROW}px` }} role="presentation">
        <div style={{ transform: `translateY(${first * ROW}px)` }} role="presentation">
          {order.slice(first, last).map((n, k) => {
            const item = items.get(n);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for its options
              <div
                key={n}
                id={`item-${n}`}
                role="option"
                tabIndex={-1}
                aria-selected={first + k === active}
                aria-posinset={first + k + 1}
                aria-setsize={order.length}
                class="item"
                onClick={() => props.onOpen(n)}
              >
                {item !== undefined && <Item item={item} folder={folder} words={words} />}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Item({ item, folder, words }: { item: QueueItem; folder: FolderInfo; words: Words }): JSX.Element {
  const reason = item.reasons.map((code) => words.reasons[code] ?? code).join(" · ");
  return (
    <>
      <div class="what">
        <strong>{item.activity}</strong>
        <span>
          {item.isTotal && <b class="tag">{words.total}</b>}
          {item.organ}
        </span>
      </div>
      <div class="why">
        <span class={`tag ${item.state}`} title={reason}>
          {item.state === "settled" ? words.states.settled : reason || words.status[item.status]}
        </span>
        <span>
          {folder.documents[item.document]?.name} · {words.place(item.page, item.line)}
        </span>
      </div>
      <div class="sure" title={words.probability(percent(item.confidence))}>
        <meter
          min={0}
          max={1}
          value={item.confidence}
          aria-label={words.probability(percent(item.confidence))}
        />
        <span>{percent(item.confidence)}</span>
      </div>
    </>
  );
}
