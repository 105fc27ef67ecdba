import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { AlikeRow, Decision, FamilyInfo } from "../api.ts";
import { shortCell, showNumber } from "./cell-words.ts";
import { previewAlike } from "./client.ts";
import { Dialog } from "./dialog.tsx";
import type { Words } from "./words.ts";

/** What the same decision would change in alike rows, to look over before it is made. */
export function AlikeDialog(props: {
  readonly n: number;
  readonly decision: Decision;
  readonly family: FamilyInfo | null;
  readonly words: Words;
  readonly onApply: (rows: readonly AlikeRow[]) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { n, words, family } = props;
  const [rows, setRows] = useState<readonly AlikeRow[] | null>(null);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  // What was agreed to is what was seen: the decision of the moment in which the dialog opened.
  const decision = useRef(props.decision);
  const apply = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    previewAlike(n, decision.current).then(setRows, () => setRows([]));
  }, [n]);
  useEffect(() => {
    if (rows !== null) apply.current?.focus();
  }, [rows]);
  const chosen = (rows ?? []).filter((row) => !left.has(row.n));
  const toggle = (row: number) => {
    const next = new Set(left);
    if (!next.delete(row)) next.add(row);
    setLeft(next);
  };
  const show = (value: number | null) => (value === null ? words.blank : showNumber(value));
  return (
    <Dialog title={words.alikeTitle} onClose={props.onClose}>
      <p class="plain">{rows?.length === 0 ? words.alikeNone : words.alikeHint}</p>
      <ul class="alike">
        {(rows ?? []).map((row) => (
          <li key={row.n}>
            <label>
              <input type="checkbox" checked={!left.has(row.n)} onChange={() => toggle(row.n)} />
              <span>
                <strong>{row.activity}</strong>
                <small>{row.newOrgan === null ? row.organ : `${row.organ} → ${row.newOrgan}`}</small>
                <small>
                  {row.changes.length === 0
                    ? words.noChange
                    : row.changes
                        .map(
                          ({ cell, before, after }) =>
                            `${shortCell(cell, family, words)}: ${show(before)} → ${show(after)}`,
                        )
                        .join(" · ")}
                </small>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p class="buttons">
        {chosen.length > 0 && (
          <button ref={apply} type="button" class="primary" onClick={() => props.onApply(chosen)}>
            {words.alikeApply(chosen.length)}
          </button>
        )}
        <button type="button" onClick={props.onClose}>
          {words.cancel}
        </button>
      </p>
    </Dialog>
  );
}
