import type { Column, Line, Table } from "../table.ts";

/** What a database calls the types of columns. */
export type SqlTypes = Readonly<Record<Column["type"], string>>;

/** A table of an export as a database has it: all statements that bring it up to date. */
export interface SqlTable {
  readonly source: Table;
  /** In the database: `poi_facts_review`. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly toRecord: (line: Line) => Line;
  /** Makes the table where there is none. */
  readonly create: string;
  /** Makes the temporary table that lines are gathered in. */
  readonly createStage: string;
  readonly stage: string;
  /** Adds a column that the table lacks. */
  readonly addColumn: (column: Column) => string;
  /** Takes out the lines of gathered documents that were not gathered again. */
  readonly removeGone: string;
  /** Adds gathered lines and changes those that differ; `others` are columns that no gathered line has any more. */
  readonly upsert: (others: readonly string[]) => string;
}

/** The one table whose lines are named by the document alone; all others belong to one of its lines. */
const DOCUMENTS = "poi_documents";

/** Remembers which folder a document came from: once it is gone there, it goes here. */
const COLLECTION: Column = {
  name: "collection",
  type: "string",
  description: "What it was exported from: a folder, unless a name was given.",
};

/** How a table of an export is kept in a database, for documents of one collection. Plain SQL that SQLite and PostgreSQL share. */
export function sqlTable(source: Table, collection: string, types: SqlTypes): SqlTable {
  const name = `poi_${source.name.replaceAll("-", "_")}`;
  const isDocuments = name === DOCUMENTS;
  const columns = isDocuments ? [...source.columns, COLLECTION] : source.columns;
  const table = quoteName(name);
  const stage = `stage_${name}`;
  const key = source.key.map(quoteName);
  const declare = (column: Column) =>
    `${quoteName(column.name)} ${types[column.type]}${source.key.includes(column.name) ? " NOT NULL" : ""}`;
  const owner = isDocuments
    ? []
    : [`FOREIGN KEY (${key[0]}) REFERENCES ${quoteName(DOCUMENTS)} (${key[0]}) ON DELETE CASCADE`];
  return {
    source,
    name,
    columns,
    toRecord: isDocuments ? (line) => [...line, collection] : (line) => line,
    create: `CREATE TABLE IF NOT EXISTS ${table} (${[
      ...columns.map(declare),
      `PRIMARY KEY (${key.join(", ")})`,
      ...owner,
    ].join(", ")})`,
    createStage: `CREATE TEMPORARY TABLE ${quoteName(stage)} (${columns.map(declare).join(", ")})`,
    stage,
    addColumn: (column) => `ALTER TABLE ${table} ADD COLUMN ${quoteName(column.name)} ${types[column.type]}`,
    removeGone: removeGone(table, quoteName(stage), key, isDocuments),
    upsert: (others) => upsert(table, quoteName(stage), columns, key, others),
  };
}

/** Documents go when their collection no longer has them; lines, when their document was gathered without them. */
function removeGone(table: string, stage: string, key: readonly string[], isDocuments: boolean): string {
  const same = key.map((column) => `staged.${column} = ${table}.${column}`).join(" AND ");
  const isMissing = `NOT EXISTS (SELECT 1 FROM ${stage} AS staged WHERE ${same})`;
  if (isDocuments) {
    const collection = quoteName(COLLECTION.name);
    return `DELETE FROM ${table} WHERE ${collection} = (SELECT min(${collection}) FROM ${stage}) AND ${isMissing}`;
  }
  const documents = quoteName(`stage_${DOCUMENTS}`);
  return `DELETE FROM ${table} WHERE ${key[0]} IN (SELECT ${key[0]} FROM ${documents}) AND ${isMissing}`;
}

function upsert(
  table: string,
  stage: string,
  columns: readonly Column[],
  key: readonly string[],
  others: readonly string[],
): string {
  const own = columns.map(({ name }) => quoteName(name));
  const all = [...own, ...others.map(quoteName)];
  const rest = all.filter((column) => !key.includes(column));
  const change = rest.map((column) => `${column} = excluded.${column}`).join(", ");
  // Lines that are the same are left alone: an export that changes nothing writes nothing.
  const differs = rest.map((column) => `${table}.${column} IS DISTINCT FROM excluded.${column}`).join(" OR ");
  return (
    `INSERT INTO ${table} (${all.join(", ")}) SELECT ${[...own, ...others.map(() => "NULL")].join(", ")} FROM ${stage} WHERE true ` +
    `ON CONFLICT (${key.join(", ")}) DO UPDATE SET ${change} WHERE ${differs}`
  );
}

/** A name as an identifier of SQL, whatever it holds. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
