/**
 * What is wrong with a descriptor by the Data Package standard, version 2 (Data Package, Data Resource, Table
 * Dialect and Table Schema); nothing where it is right. Written from the specification, whose schema is not at hand
 * where tests run.
 */
export function checkDataPackage(descriptor: unknown): string[] {
  const errors: string[] = [];
  const expect = (isRight: boolean, what: string) => {
    if (!isRight) errors.push(what);
  };
  const pack = asObject(descriptor);
  expect(
    pack.$schema === "https://datapackage.org/profiles/2.0/datapackage.json",
    "the package names its profile",
  );
  for (const key of ["name", "title", "description"]) {
    expect(pack[key] === undefined || typeof pack[key] === "string", `${key} is a text`);
  }
  const resources = asList(pack.resources).map(asObject);
  expect(resources.length > 0, "there is at least one resource");
  const names = resources.map(({ name }) => name);
  expect(new Set(names).size === names.length, "names of resources are unique");
  for (const resource of resources) {
    const at = `resource ${String(resource.name)}`;
    const { path, data, type, dialect, schema, hash, bytes, mediatype, encoding, format } = resource;
    expect(
      resource.$schema === "https://datapackage.org/profiles/2.0/dataresource.json",
      `${at} names its profile`,
    );
    expect(typeof resource.name === "string" && resource.name !== "", `${at} has a name`);
    expect((path === undefined) !== (data === undefined), `${at} has either a path or data`);
    expect(isSafePath(path), `${at} has a path that stays within the package`);
    expect(type === "table", `${at} is a table`);
    expect(typeof format === "string", `${at} has a format`);
    expect(typeof mediatype === "string" && /^.+\/.+$/.test(mediatype), `${at} has a media type`);
    expect(encoding === undefined || encoding === "utf-8", `${at} is UTF-8`);
    expect(Number.isInteger(bytes) && Number(bytes) >= 0, `${at} has a size`);
    expect(typeof hash === "string" && /^[^:]+:[a-fA-F0-9]+$/.test(hash), `${at} has a hash of a named kind`);
    if (dialect !== undefined) errors.push(...checkDialect(asObject(dialect), at));
    errors.push(...checkTableSchema(asObject(schema), resources, at));
  }
  return errors;
}

const FIELD_TYPES =
  "string number integer boolean object array list datetime date time year yearmonth duration geopoint geojson any";
const DIALECT: Readonly<Record<string, string>> = {
  $schema: "string",
  header: "boolean",
  delimiter: "string",
  lineTerminator: "string",
  quoteChar: "string",
  doubleQuote: "boolean",
  itemType: "string",
};

function checkDialect(dialect: Record<string, unknown>, at: string): string[] {
  return Object.entries(dialect)
    .filter(([key, value]) => !Object.hasOwn(DIALECT, key) || typeof value !== DIALECT[key])
    .map(([key]) => `${at}: ${key} is none of the dialect's properties, or of another type`);
}

function checkTableSchema(
  schema: Record<string, unknown>,
  resources: readonly Record<string, unknown>[],
  at: string,
): string[] {
  const errors: string[] = [];
  const fields = asList(schema.fields).map(asObject);
  const names = fields.map(({ name }) => name);
  if (schema.$schema !== "https://datapackage.org/profiles/2.0/tableschema.json")
    errors.push(`${at}: schema's profile`);
  if (fields.length === 0) errors.push(`${at}: a schema has fields`);
  if (new Set(names).size !== names.length) errors.push(`${at}: names of fields are unique`);
  for (const { name, type, description, constraints } of fields) {
    if (typeof name !== "string" || name === "") errors.push(`${at}: a field has a name`);
    if (!FIELD_TYPES.split(" ").includes(String(type))) errors.push(`${at}: ${name} has a type`);
    if (typeof description !== "string") errors.push(`${at}: ${name} has a description`);
    for (const [key, value] of Object.entries(asObject(constraints ?? {}))) {
      if (key !== "required" || typeof value !== "boolean")
        errors.push(`${at}: ${name} has known constraints`);
    }
  }
  if (asList(schema.missingValues).some((value) => typeof value !== "string"))
    errors.push(`${at}: missing values`);
  const isField = (name: unknown) => names.includes(name);
  if (asList(schema.primaryKey).length === 0 || !asList(schema.primaryKey).every(isField)) {
    errors.push(`${at}: the primary key consists of fields`);
  }
  for (const key of asList(schema.foreignKeys ?? []).map(asObject)) {
    const reference = asObject(key.reference);
    const other = resources.find(({ name }) => name === reference.resource);
    const otherFields = asList(asObject(other?.schema ?? {}).fields).map((field) => asObject(field).name);
    const [own, theirs] = [asList(key.fields), asList(reference.fields)];
    if (
      !own.every(isField) ||
      !theirs.every((name) => otherFields.includes(name)) ||
      own.length !== theirs.length
    ) {
      errors.push(`${at}: a foreign key joins fields that are there`);
    }
  }
  return errors;
}

/** Relative, with slashes, and without a step upwards. */
function isSafePath(path: unknown): boolean {
  return typeof path === "string" && /^[^./~\\][^\\]*$/.test(path) && !path.split("/").includes("..");
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
