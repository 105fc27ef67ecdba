/** The public surface of the package: everything else may change without notice. */

export { listFamilies, loadFamily } from "./acquire/load-family.ts";
export type { Source } from "./document.ts";
export { outputSchema } from "./emit/output-schema.ts";
export { type ErrorCode, type Place, PoiError } from "./errors.ts";
export { type ExtractOptions, extract } from "./extract.ts";
export type { CanonicalName, Equation, Family } from "./family.ts";
export type { Candidate, Extraction, MatchedName, Reconciliation, Repair, Row } from "./schema.ts";
