import type { NumberFormat } from "../document.ts";

/** Numbers parted by spaces for each one that is not: a cell cut off, or two that touch, in a table of many. */
const MIN_SPACES = 100;

type Mark = "." | ",";

/** What the numbers of a document say of one mark. */
interface Votes {
  /** Only a decimal mark could stand so: `12,5`, `0.125`, `1234.567`, or after the other mark. */
  decimal: number;
  /** Only a thousands mark could stand so: `1,234,567`, or before the other mark. */
  thousands: number;
  /** Either: one to three digits, the mark, three digits. */
  either: number;
}

/**
 * Tells how numbers are written from all the texts of a table's number area; texts that are no numbers are
 * passed over. Where nothing decides, `1,234` and `1.234` are thousands (counts of acts and money have no
 * three decimals), and the decimal mark is the point, as es-PE writes (Unicode CLDR). A space parts thousands
 * only where hardly anything speaks against it (`1 12`, or `6805` ungrouped): it may as well part two cells.
 */
export function detectNumberFormat(texts: Iterable<string>): NumberFormat {
  const votes: Record<Mark, Votes> = { ".": noVotes(), ",": noVotes() };
  const groups = { quotes: 0, spaces: 0, notSpaces: 0 };
  for (const text of texts) {
    if (/[.,]/.test(text)) vote(text, votes);
    if (/^[-−(]?[0-9]{1,3}(?:['’][0-9]{3})+(?![0-9])/.test(text)) groups.quotes++;
    else if (/^[-−(]?[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9 ])/.test(text)) groups.spaces++;
    else if (/^[0-9]{4}/.test(text) || /[0-9] [0-9]/.test(text)) groups.notSpaces++;
  }
  const point = votes["."];
  const comma = votes[","];
  const decimal = decimalMark(point, comma);
  const other = decimal === "." ? "," : ".";
  const grouped = votes[other].thousands + votes[other].either > 0;
  if (grouped) return { decimal, thousands: other };
  if (groups.quotes > 0) return { decimal, thousands: "'" };
  return { decimal, thousands: groups.spaces > groups.notSpaces * MIN_SPACES ? " " : null };
}

function noVotes(): Votes {
  return { decimal: 0, thousands: 0, either: 0 };
}

/** The mark that most numbers speak for: a few that lost or gained a digit in copying do not outvote the rest. */
function decimalMark(point: Votes, comma: Votes): Mark {
  const forComma = comma.decimal + point.thousands - comma.thousands - comma.either - point.decimal;
  const forPoint = point.decimal + comma.thousands - point.thousands - point.either - comma.decimal;
  return forComma > forPoint ? "," : ".";
}

function vote(text: string, votes: Record<Mark, Votes>): void {
  const number = text.trim().replace(/^[-−(]+|[%) ]+$/g, "");
  if (number.length > 40 || !/^[0-9 '’.,\u00a0\u2009\u202f]+$/.test(number)) return;
  const marks = [...number].filter((c): c is Mark => c === "." || c === ",");
  const last = marks.at(-1);
  if (last === undefined) return;
  const other = last === "." ? "," : ".";
  const before = number.slice(0, number.lastIndexOf(last));
  const after = number.slice(before.length + 1);
  if (marks.includes(other)) {
    votes[last].decimal++;
    votes[other].thousands++;
  } else if (marks.length > 1) {
    if (after.length === 3) votes[last].thousands++;
  } else if (/^[1-9][0-9]{0,2}$/.test(before) && after.length === 3) votes[last].either++;
  else if (after !== "") votes[last].decimal++;
}
