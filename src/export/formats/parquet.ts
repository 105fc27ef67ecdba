import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { programVersion } from "../../version.ts";
import type { Column, Line } from "../table.ts";
import type { Format } from "./format.ts";

/** Lines of a row group: what is in memory before it is written, and what a reader can pass over. */
const GROUP = 20_000;

const TYPES: Readonly<Record<Column["type"], BasicType>> = {
  string: "STRING",
  integer: "INT64",
  number: "DOUBLE",
  boolean: "BOOLEAN",
};

/** Apache Parquet, compressed with Snappy; every column may hold nothing. */
export const parquet: Format = {
  id: "parquet",
  mediaType: "application/vnd.apache.parquet",
  dialect: null,
  encode: ({ columns }) => {
    const bytes = new ByteWriter();
    const typed = (lines: readonly Line[]) =>
      columns.map(({ name, type }, i) => ({
        name,
        // 64-bit integers are big ones in JavaScript.
        data: lines.map((line) =>
          type === "integer" && line[i] !== null ? BigInt(line[i] as number) : line[i],
        ),
      }));
    const schema = schemaFromColumnData({
      columnData: columns.map(({ name, type }) => ({ name, type: TYPES[type], data: [], nullable: true })),
    });
    const writer = new ParquetWriter({ writer: bytes, schema, createdBy: `poi-extract ${programVersion()}` });
    let waiting: Line[] = [];
    const take = () => {
      const taken = bytes.getBytes().slice();
      bytes.index = 0;
      return taken;
    };
    const writeGroup = () => {
      if (waiting.length > 0) writer.write({ columnData: typed(waiting), rowGroupSize: GROUP });
      waiting = [];
      return take();
    };
    return {
      start: take,
      *add(lines) {
        for (const line of lines) if (waiting.push(line) === GROUP) yield writeGroup();
      },
      end: () => {
        const last = writeGroup();
        writer.finish();
        const footer = take();
        return Buffer.concat([last, footer]);
      },
    };
  },
};
