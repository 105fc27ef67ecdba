import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { MatchedName } from "../../schema.ts";
import { fold } from "../../text/fold.ts";
import type { FamilyInfo } from "../api.ts";
import { Dialog } from "./dialog.tsx";
import type { Words } from "./words.ts";

/** The canonical list of organs, the nearest names first, searched as one types. */
export function OrganPicker(props: {
  readonly organ: MatchedName | null;
  readonly family: FamilyInfo | null;
  readonly words: Words;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { organ, family, words } = props;
  const [search, setSearch] = useState("");
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  const near = new Map((organ?.candidates ?? []).map(({ id, score }) => [id, score]));
  const parts = fold(search)
    .split(" ")
    .filter((part) => part !== "");
  const found = (family?.organs ?? [])
    .filter(({ name }) => parts.every((part) => fold(name).includes(part)))
    .sort((a, b) => (near.get(b.id) ?? 0) - (near.get(a.id) ?? 0) || (a.name < b.name ? -1 : 1));
  const options = [...found, { id: "", name: words.organKeep }];

  const onKey = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const chosen = options[active];
    if (step !== 0) setActive(Math.min(options.length - 1, Math.max(0, active + step)));
    else if (event.key === "Enter" && chosen !== undefined) props.onChoose(chosen.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <Dialog title={words.organChoose} onClose={props.onClose}>
      {organ !== null && (
        <p class="plain">
          {words.organPrinted}: <strong>{organ.raw || words.blank}</strong>
        </p>
      )}
      <input
        ref={input}
        type="text"
        class="search"
        aria-controls="organs"
        aria-activedescendant={`organ-${active}`}
        aria-label={words.organSearch}
        placeholder={words.organSearch}
        value={search}
        onInput={(event) => {
          setSearch(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKey}
      />
      <div id="organs" class="organs" role="listbox" ref={list} aria-label={words.organ}>
        {options.map(({ id, name }, k) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search field takes the keys for its options
          <div
            key={id}
            id={`organ-${k}`}
            role="option"
            tabIndex={-1}
            aria-selected={k === active}
            class={id === "" ? "keep" : ""}
            onClick={() => props.onChoose(id)}
          >
            {name}
          </div>
        ))}
      </div>
    </Dialog>
  );
}
