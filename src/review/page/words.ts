import { en } from "./words/en.ts";
import { es, type Words } from "./words/es.ts";

export type { Words };

export type Language = "es" | "en";

export const WORDS: Readonly<Record<Language, Words>> = { es, en };
