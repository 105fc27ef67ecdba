/**
 * What the published profile of Data Package 2.0 (https://datapackage.org/profiles/2.0/datapackage.json) demands of
 * the properties that an export writes, as JSON Schema. Restated and not copied: the profile's texts are left out, so
 * are the properties that no export has, and any property that is not named here is an error. Compared
 * with `profiles/target/2.0/datapackage.json` of the repository frictionlessdata/datapackage at commit 015ab8c.
 */
const text = { type: "string" };
const names = { type: "array", minItems: 1, uniqueItems: true, items: text };
const object = (properties: object, required: readonly string[] = []) => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

/** A field of each type: one without a type is a string, all others must say theirs. */
const field = (type: string) =>
  object(
    {
      name: text,
      description: text,
      type: { enum: [type] },
      constraints: object({ required: { type: "boolean" } }),
    },
    type === "string" ? ["name"] : ["name", "type"],
  );

const tableSchema = object(
  {
    $schema: text,
    fields: {
      type: "array",
      minItems: 1,
      items: { oneOf: ["string", "number", "integer", "boolean"].map(field) },
    },
    missingValues: { type: "array", items: text },
    primaryKey: names,
    foreignKeys: {
      type: "array",
      minItems: 1,
      items: object(
        {
          fields: { type: "array", items: text },
          reference: object({ resource: text, fields: names }, ["fields"]),
        },
        ["fields", "reference"],
      ),
    },
  },
  ["fields"],
);

const resource = object(
  {
    $schema: text,
    name: text,
    // A path within the package, or an address on the web.
    path: {
      type: "string",
      pattern: "^((?=[^./~])(?!file:)((?!\\/\\.\\.\\/)(?!\\\\)(?!:\\/\\/).)*|(http|ftp)s?:\\/\\/.*)$",
    },
    type: { enum: ["table"] },
    description: text,
    format: text,
    mediatype: { type: "string", pattern: "^(.+)/(.+)$" },
    encoding: text,
    bytes: { type: "integer" },
    hash: { type: "string", pattern: "^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$" },
    dialect: object({
      $schema: text,
      header: { type: "boolean" },
      delimiter: text,
      lineTerminator: text,
      quoteChar: text,
      doubleQuote: { type: "boolean" },
      itemType: { enum: ["array", "object"] },
    }),
    schema: tableSchema,
  },
  ["name", "path"],
);

export const dataPackageProfile = object(
  {
    $schema: text,
    name: text,
    title: text,
    description: text,
    resources: { type: "array", minItems: 1, items: resource },
  },
  ["resources"],
);
