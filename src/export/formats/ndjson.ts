import { inChunks } from "../in-chunks.ts";
import type { Column, Table } from "../table.ts";
import type { Format } from "./format.ts";

/** Lines that are put together at a time. */
const CHUNK = 1000;

/** JSON objects, one on each line, all with the same keys in the same order. */
export const ndjson: Format = {
  id: "ndjson",
  mediaType: "application/x-ndjson",
  dialect: { itemType: "object" },
  encode: ({ columns }) => {
    const encoder = new TextEncoder();
    return {
      start: () => new Uint8Array(),
      *add(lines) {
        for (const chunk of inChunks(lines, CHUNK)) {
          const objects = chunk.map((line) =>
            Object.fromEntries(columns.map(({ name }, i) => [name, line[i]])),
          );
          yield encoder.encode(objects.map((object) => `${JSON.stringify(object)}\n`).join(""));
        }
      },
      end: () => new Uint8Array(),
    };
  },
  schemaOf: lineSchema,
};

/** The JSON Schema (draft 2020-12) of one line. */
function lineSchema({ name, description, columns, key }: Table): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: name,
    description,
    type: "object",
    properties: Object.fromEntries(columns.map((column) => [column.name, property(column, key)])),
    required: columns.map((column) => column.name),
    additionalProperties: false,
  };
}

function property({ name, type, description }: Column, key: readonly string[]): object {
  return { description, type: key.includes(name) ? type : [type, "null"] };
}
