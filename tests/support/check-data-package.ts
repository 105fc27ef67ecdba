import { z } from "zod";
import { dataPackageProfile } from "./data-package-profile.ts";

const PROFILES = "https://datapackage.org/profiles/2.0";

/** As much of a descriptor as is followed here; its shape is the profile's matter. */
interface Descriptor {
  readonly $schema: string;
  readonly resources: readonly {
    readonly $schema: string;
    readonly name: string;
    readonly schema: {
      readonly $schema: string;
      readonly fields: readonly { readonly name: string; readonly description?: string }[];
      readonly primaryKey: readonly string[];
      readonly foreignKeys?: readonly {
        readonly fields: readonly string[];
        readonly reference: { readonly resource: string; readonly fields: readonly string[] };
      }[];
    };
  }[];
}

const profile = z.fromJSONSchema(dataPackageProfile as Parameters<typeof z.fromJSONSchema>[0]);

/**
 * What is wrong with a descriptor by the Data Package standard, version 2: by its published profile, and by what the
 * standard demands besides, which no profile can say: names that are unique, and keys that are fields. Nothing where it is right.
 */
export function checkDataPackage(descriptor: unknown): string[] {
  const shape = profile.safeParse(descriptor);
  if (!shape.success) return shape.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  const { $schema, resources } = descriptor as Descriptor;
  const errors = $schema === `${PROFILES}/datapackage.json` ? [] : ["the package names no profile of 2.0"];
  const fieldsOf = new Map(
    resources.map(({ name, schema }) => [name, schema.fields.map((field) => field.name)]),
  );
  if (fieldsOf.size < resources.length) errors.push("two resources have one name");
  for (const { name, $schema, schema } of resources) {
    const own = fieldsOf.get(name)!;
    const check = (isRight: boolean, what: string) => {
      if (!isRight) errors.push(`${name}: ${what}`);
    };
    check($schema === `${PROFILES}/dataresource.json`, "it names no profile of 2.0");
    check(schema.$schema === `${PROFILES}/tableschema.json`, "its schema names no profile of 2.0");
    check(new Set(own).size === own.length, "two fields have one name");
    check(
      schema.fields.every(({ description }) => description !== undefined),
      "a field is not described",
    );
    check(
      schema.primaryKey.every((key) => own.includes(key)),
      "a part of its primary key is no field",
    );
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const other = fieldsOf.get(reference.resource) ?? [];
      check(
        fields.length === reference.fields.length &&
          fields.every((key) => own.includes(key)) &&
          reference.fields.every((key) => other.includes(key)),
        "a foreign key joins fields that are not there",
      );
    }
  }
  return errors;
}
