import type { Format } from "./formats/format.ts";
import type { Table } from "./table.ts";

/** Where the Data Package standard, version 2, keeps the profiles that descriptors name. */
const PROFILES = "https://datapackage.org/profiles/2.0";

/** A file of an export: its table, its name, its size in bytes and its SHA-256 in hexadecimal. */
interface WrittenFile {
  readonly table: Table;
  readonly name: string;
  readonly bytes: number;
  readonly hash: string;
}

/** The descriptor of an export's files by the Data Package standard, version 2, with a Table Schema for each. */
export function dataPackage(files: readonly WrittenFile[], format: Format): object {
  const names = new Set(files.map(({ table }) => table.name));
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: "poi",
    title: "Planes operativos institucionales (POI)",
    description: "Operating plans of Peruvian public entities, read by poi-extract.",
    resources: files.map(({ table, name, bytes, hash }) => ({
      $schema: `${PROFILES}/dataresource.json`,
      name: table.name,
      type: "table",
      description: table.description,
      path: name,
      format: format.id,
      mediatype: format.mediaType,
      // A binary file has no character encoding.
      ...(format.dialect !== null && { encoding: "utf-8", dialect: format.dialect }),
      bytes,
      hash: `sha256:${hash}`,
      schema: tableSchema(table, names),
    })),
  };
}

function tableSchema({ columns, key }: Table, names: ReadonlySet<string>): object {
  return {
    $schema: `${PROFILES}/tableschema.json`,
    fields: columns.map(({ name, type, description }) => ({
      name,
      type,
      description,
      ...(key.includes(name) && { constraints: { required: true } }),
    })),
    missingValues: [""],
    primaryKey: [...key],
    ...(key.length > 1 &&
      names.has("documents") && {
        foreignKeys: [
          {
            fields: ["document_id"],
            reference: { resource: "documents", fields: ["document_id"] },
          },
        ],
      }),
  };
}
