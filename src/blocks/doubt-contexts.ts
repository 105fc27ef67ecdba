import type { BlockFamily } from "../block-family.ts";
import type { Flag, PrintedRow } from "../document.ts";
import { createPrintTest } from "./letters.ts";

/**
 * Finds what speaks against the contexts that rows were read under: one that other rows of the document have and a row
 * has not, or a code that is not of the wider one's. A line that says so was then not read, or not printed.
 *
 * @param rows all rows of the document
 */
export function createContextDoubts(
  rows: readonly PrintedRow[],
  { context }: BlockFamily,
): (row: PrintedRow) => Flag[] {
  const activities = rows.filter(({ kind }) => kind === "activity");
  const keys = context
    .filter(({ optional }) => !optional)
    .flatMap(({ key, codeKey }) => [key, ...(codeKey === undefined ? [] : [codeKey])]);
  const printed = keys.filter((key) => activities.some(({ labels }) => labels[key] !== undefined));
  const nested = context.flatMap(({ codeKey, within }) => {
    const wider = context.find(({ key }) => key === within)?.codeKey;
    return codeKey === undefined || wider === undefined ? [] : [{ codeKey, wider }];
  });
  // A code without its name, or one before a mark alone: what follows stands where it was not read.
  const parts = context.map(({ key, codeKey, prints }) => {
    const isCode = createPrintTest(prints);
    return {
      key,
      isPart: (labels: PrintedRow["labels"]) => {
        const [name, code] = [labels[key], codeKey === undefined ? undefined : labels[codeKey]];
        if (name === undefined) return code !== undefined;
        return isCode(name) !== null || /[-–:]$/.test(name);
      },
    };
  });
  return ({ kind, labels }) => {
    if (kind !== "activity") return [];
    const missing = printed.filter((key) => labels[key] === undefined);
    return [
      ...(missing.length === 0 ? [] : [contextMissing(missing)]),
      ...parts.filter(({ isPart }) => isPart(labels)).map(({ key }) => contextPart(key, labels[key] ?? "")),
      ...nested.flatMap(({ codeKey, wider }) => {
        const [code, of] = [labels[codeKey], labels[wider]];
        return code === undefined || of === undefined || isWithin(code, of) ? [] : [contextOther(code, of)];
      }),
    ];
  };
}

/** Whether the numbers of a code begin with those of a wider one: AEI.02.03 is within OEI.02. */
function isWithin(code: string, wider: string): boolean {
  const [own, all] = [code, wider].map((text) => (text.match(/[0-9]+/g) ?? []).map(Number));
  return all!.every((number, i) => own![i] === number);
}

function contextMissing(keys: readonly string[]): Flag {
  return {
    code: "context-missing",
    severity: "error",
    cells: [],
    message: `No line over this row says its ${keys.join(" and ")}, which other rows have`,
  };
}

function contextPart(key: string, text: string): Flag {
  return {
    code: "context-missing",
    severity: "error",
    cells: [],
    message: `The line over this row that says its ${key} may be but a part of it: "${text}"`,
  };
}

function contextOther(code: string, wider: string): Flag {
  return {
    code: "context-missing",
    severity: "error",
    cells: [],
    message: `This row stands under ${code}, which is not within ${wider}: a line between may be missing`,
  };
}
