import type { JSX } from "preact";
import { Dialog } from "./dialog.tsx";
import type { Words } from "./words.ts";

/** The keys, and what they do. */
export function HelpDialog({ words, onClose }: { words: Words; onClose: () => void }): JSX.Element {
  const list = (title: string, keys: readonly (readonly string[])[]) => (
    <section>
      <h3>{title}</h3>
      <dl class="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
  return (
    <Dialog title={words.help} onClose={onClose}>
      {list(words.row, words.keys)}
      {list(words.queue, words.keysQueue)}
      <p class="buttons">
        <button type="button" onClick={onClose}>
          {words.close} <kbd>Esc</kbd>
        </button>
      </p>
    </Dialog>
  );
}
