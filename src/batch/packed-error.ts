import { type ErrorCode, PoiError } from "../errors.ts";

/** A `PoiError` of a document as run.json keeps it and as it travels between processes. */
export interface PackedError {
  code: string;
  message: string;
  hint: string | null;
  /** Where in the document, both 1-based. */
  page: number | null;
  line: number | null;
}

export function packError({ code, message, hint, place }: PoiError): PackedError {
  return { code, message, hint: hint ?? null, page: place.page ?? null, line: place.line ?? null };
}

export function unpackError({ code, message, hint, page, line }: PackedError): PoiError {
  return new PoiError(code as ErrorCode, message, {
    ...(hint !== null && { hint }),
    place: { page: page ?? undefined, line: line ?? undefined },
  });
}
