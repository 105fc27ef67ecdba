import type { JSX } from "preact";
import { monthKeys, quarterKeys } from "../../rules/cell-names.ts";
import { holds, residual } from "../../rules/residual.ts";
import { readCells } from "../../rules/row-cells.ts";
import type { FamilyInfo, RowDetail } from "../api.ts";
import { columnHeader, shortCell, showNumber } from "./cell-words.ts";
import { type Draft, numberIn, numbersIn, stillOpen } from "./draft.ts";
import type { Words } from "./words.ts";

/** Each quarter after its months, so that a sum stands beside what it adds up. */
const PERIODS = quarterKeys.flatMap((quarter, k) => [...monthKeys.slice(3 * k, 3 * k + 3), quarter]);

/** The row's numbers in the family's columns, to read and to type in; under each, what is printed. */
export function RowTable(props: {
  readonly detail: RowDetail;
  /** Cells to look at first. */
  readonly doubtful: readonly string[];
  readonly draft: Draft;
  readonly family: FamilyInfo | null;
  readonly words: Words;
  readonly focus: string | null;
  readonly onFocus: (cell: string | null) => void;
  readonly onType: (cell: string, text: string) => void;
}): JSX.Element {
  const { detail, draft, family, words } = props;
  const { row, read } = detail;
  const open = new Set(stillOpen(draft, detail));
  const doubtful = new Set(props.doubtful);
  const repaired = new Set(read.repairs.map(({ cell }) => cell));
  const values = numbersIn(draft);
  const cellsRead = readCells(read);

  const cell = (name: string) => {
    const printed = row.source.cells[name]?.text ?? null;
    const value = numberIn(draft, name);
    const wasRead = detail.state === "settled" ? undefined : cellsRead[name];
    const isOpen = open.has(name);
    const classes = [
      isOpen && "open",
      doubtful.has(name) && "doubtful",
      repaired.has(name) && "repaired",
      !isOpen && wasRead !== undefined && value !== wasRead && "changed",
      value === undefined && "bad",
      name === props.focus && "here",
    ];
    const said = row.correction?.outcome === "conflict" ? row.correction.cells[name] : undefined;
    return (
      <td key={name} class={classes.filter(Boolean).join(" ")}>
        <input
          data-cell={name}
          inputMode="decimal"
          autoComplete="off"
          aria-label={`${shortCell(name, family, words)}, ${words.printed}: ${printed ?? words.notPrinted}`}
          aria-invalid={value === undefined}
          placeholder={isOpen ? "?" : ""}
          style={{ minWidth: `${showNumber(value ?? null).length + 2}ch` }}
          value={draft.typed[name] ?? showNumber(draft.cells[name] ?? null)}
          onFocus={() => props.onFocus(name)}
          onBlur={() => props.onFocus(null)}
          onInput={(event) => props.onType(name, event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Delete") props.onType(name, "");
          }}
        />
        <small title={words.printed}>{printed ?? "·"}</small>
        {said !== undefined && (
          <small class="said" title={words.personSaid}>
            {said === null ? words.blank : showNumber(said)}
          </small>
        )}
        <Residual name={name} open={open} values={values} detail={detail} words={words} />
      </td>
    );
  };

  // A document without quarters has no columns for them.
  const periods = PERIODS.filter((period) => {
    const cells = Object.keys(row.series).map((key) => `${key}.${period}`);
    const isNamed = detail.equations?.some(({ total, terms }) =>
      [total, ...terms].some((one) => cells.includes(one)),
    );
    return (
      !period.startsWith("q") || isNamed || cells.some((one) => values[one] != null || doubtful.has(one))
    );
  });
  const extra = Object.keys(row.extra ?? {}).map((key) => `extra.${key}`);
  const hasTotals = Object.values(row.series).some(({ total }) => total !== undefined);
  // Where each series has a total of its own, there is no target beside them.
  const hasTarget = !hasTotals || values.target != null || doubtful.has("target");
  const single = [...(hasTarget ? ["target"] : []), ...extra];
  return (
    <div class="numbers">
      <table>
        <caption>
          {words.proposed} <small>{words.printedBelow}</small>
        </caption>
        <thead>
          <tr>
            <td />
            {single.map((name) => (
              <th key={name} scope="col">
                {columnHeader(name, family, words)}
              </th>
            ))}
            {periods.map((period) => (
              <th key={period} scope="col" class={period.startsWith("q") ? "quarter" : ""}>
                {columnHeader(`${Object.keys(row.series)[0] ?? ""}.${period}`, family, words).replace(
                  /TRIMESTRE/i,
                  "TRIM",
                )}
              </th>
            ))}
            {hasTotals && (
              <th scope="col" class="quarter">
                {words.total}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {Object.entries(row.series).map(([key, { total }], k) => (
            <tr key={key}>
              <th scope="row">{family?.series.find((series) => series.key === key)?.header ?? key}</th>
              {single.map((name) => (k === 0 ? cell(name) : <td key={name} />))}
              {periods.map((period) => cell(`${key}.${period}`))}
              {hasTotals && (total === undefined ? <td /> : cell(`${key}.total`))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether a sum adds up, under the cell that says it. */
function Residual(props: {
  readonly name: string;
  readonly open: ReadonlySet<string>;
  readonly values: Readonly<Record<string, number | null>>;
  readonly detail: RowDetail;
  readonly words: Words;
}): JSX.Element | null {
  const equation = props.detail.equations?.find(({ total }) => total === props.name);
  if (equation === undefined) return null;
  if ([equation.total, ...equation.terms].some((cell) => props.open.has(cell))) {
    return (
      <span class="residual waits" title={props.words.undecided}>
        ?
      </span>
    );
  }
  const off = residual(equation, props.values);
  const isSound = holds(equation, props.values);
  return (
    <span class={isSound ? "residual sound" : "residual broken"} title={isSound ? props.words.holds : ""}>
      {isSound ? "✓" : showNumber(off).replace(/^(?!-)/, "+")}
    </span>
  );
}
