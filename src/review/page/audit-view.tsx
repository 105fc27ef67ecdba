import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { AuditInfo } from "../api.ts";
import { percent } from "./cell-words.ts";
import { getAudits, sendSample } from "./client.ts";
import type { Words } from "./words.ts";

/** With none wrong among 60, the share wrong is below 6 % with 97.5 % confidence. */
const USUAL_SIZE = 60;

/** Random samples of rows that needed nobody: drawn, looked at, and what they say. */
export function AuditView(props: {
  readonly words: Words;
  readonly by: string;
  readonly say: (text: string, isBad?: boolean) => void;
  readonly onOpen: (audit: string) => void;
}): JSX.Element {
  const { words, say } = props;
  const [audits, setAudits] = useState<readonly AuditInfo[] | null>(null);
  const [size, setSize] = useState(USUAL_SIZE);
  const load = () => getAudits().then(setAudits, () => say(words.failed, true));
  useEffect(() => {
    load();
  }, []);
  const draw = async () => {
    const refusal = await sendSample(size, props.by);
    if (refusal?.error === "invalid") say(words.auditNoRows, true);
    else if (refusal !== null) say(words.failed, true);
    await load();
  };
  return (
    <main class="audit">
      <h1>{words.auditTitle}</h1>
      <p class="lead">{words.auditHint}</p>
      <form
        class="draw"
        onSubmit={(event) => {
          event.preventDefault();
          draw();
        }}
      >
        <label>
          {words.auditSize}
          <input
            type="number"
            min={1}
            max={5000}
            value={size}
            onInput={(event) => setSize(Number(event.currentTarget.value))}
          />
        </label>
        <button type="submit" class="primary">
          {words.auditDraw}
        </button>
      </form>
      {audits?.length === 0 && <p class="plain">{words.auditNone}</p>}
      <ul class="audits">
        {audits?.map((audit) => (
          <li key={audit.id} class="panel" data-testid="audit">
            <header>
              <strong>{audit.at.slice(0, 10)}</strong> · {audit.by} ·{" "}
              {words.auditLooked(audit.looked, audit.size)} <small>{words.auditOf(audit.population)}</small>
            </header>
            <progress
              max={audit.size}
              value={audit.looked}
              aria-label={words.auditLooked(audit.looked, audit.size)}
            />
            {audit.interval !== null && (
              <>
                <p class="figure">
                  <strong>{percent(audit.wrong / audit.looked)}</strong> {words.auditShare} ·{" "}
                  {words.auditWrong(audit.wrong)}
                  <small>{words.auditInterval(percent(audit.interval[0]), percent(audit.interval[1]))}</small>
                </p>
                <Interval share={audit.wrong / audit.looked} interval={audit.interval} />
              </>
            )}
            {audit.left.length > 0 ? (
              <button type="button" onClick={() => props.onOpen(audit.id)}>
                {words.auditGo(audit.left.length)}
              </button>
            ) : (
              <p class="settled">{words.auditDone}</p>
            )}
          </li>
        ))}
      </ul>
    </main>
  );
}

/** The interval on a line from 0 to 100 %. */
function Interval({
  share,
  interval: [low, high],
}: {
  share: number;
  interval: readonly [number, number];
}): JSX.Element {
  return (
    <svg class="interval" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
      <rect x="0" y="10" width="1000" height="4" class="line" />
      <rect x={low * 1000} y="6" width={Math.max(4, (high - low) * 1000)} height="12" class="range" />
      <rect x={Math.max(0, share * 1000 - 3)} y="0" width="6" height="24" class="point" />
    </svg>
  );
}
