import { z } from "zod";
import { extraction } from "../schema.ts";

/** The JSON Schema (draft 2020-12) of the output, derived from the zod schema that the types come from. */
export function outputSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(extraction, { target: "draft-2020-12" });
  return { $schema, title: "poi-extract output", ...schema };
}
