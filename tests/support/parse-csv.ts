/** A field of a CSV file; an empty field that is quoted is a text, one that is not is nothing. */
export interface CsvField {
  readonly text: string;
  readonly isQuoted: boolean;
}

/**
 * Reads CSV by the letter of RFC 4180 and nothing beyond it: records end in CR LF, the last one too; a quote stands
 * at both ends of a field or nowhere, doubled inside; all records have as many fields as the first.
 *
 * @throws {Error} with the offset of whatever else the text holds
 */
export function parseCsv(text: string): CsvField[][] {
  const records: CsvField[][] = [];
  let at = 0;
  const fail = (why: string): never => {
    throw new Error(`CSV, offset ${at}: ${why}`);
  };
  const readField = (): CsvField => {
    if (text[at] !== '"') {
      const start = at;
      while (at < text.length && !',\r\n"'.includes(text[at]!)) at++;
      if (text[at] === '"') fail("a quote inside a field that is not quoted");
      return { text: text.slice(start, at), isQuoted: false };
    }
    let value = "";
    for (at++; ; at++) {
      if (at >= text.length) fail("a quoted field does not end");
      if (text[at] !== '"') value += text[at];
      else if (text[at + 1] === '"') value += text[at++];
      else break;
    }
    at++;
    return { text: value, isQuoted: true };
  };
  while (at < text.length) {
    const record = [readField()];
    for (; text[at] === ","; record.push(readField())) at++;
    if (text.slice(at, at + 2) !== "\r\n") fail("a record must end in CR LF");
    at += 2;
    if (record.length !== (records[0] ?? record).length) fail("records must have the same number of fields");
    records.push(record);
  }
  return records;
}
