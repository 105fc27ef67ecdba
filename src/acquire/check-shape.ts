import { z } from "zod";
import { type BlockFamilyFile, blockFamilyFile } from "../block-family.ts";
import { type CanonicalName, canonicalName, type FamilyFile, familyFile } from "../family.ts";
import { describeIssue, type Mistake } from "./describe-issue.ts";

// Loaded only for what may hold mistakes: zod alone takes a tenth of a whole conversion from cold.

/** What a schema made of a file's data, or what is wrong with it. */
export type Shape<T> = { readonly data: T } | { readonly mistakes: readonly Mistake[] };

const canonicalNames = z.array(canonicalName);

/** Checks the data of a family.json, and fills in its defaults. */
export function checkFamilyShape(data: unknown): Shape<FamilyFile> {
  return check(familyFile, data);
}

/** Checks the data of a family.json whose activities are printed on several lines each, and fills in its defaults. */
export function checkBlockFamilyShape(data: unknown): Shape<BlockFamilyFile> {
  return check(blockFamilyFile, data);
}

/** Checks the data of an organs.json or units.json, and fills in its defaults. */
export function checkNamesShape(data: unknown): Shape<CanonicalName[]> {
  return check(canonicalNames, data);
}

function check<T>(schema: z.ZodType<T>, data: unknown): Shape<T> {
  const result = schema.safeParse(data);
  return result.success ? { data: result.data } : { mistakes: result.error.issues.map(describeIssue) };
}
