import { en } from "./words/en.ts";
import { es } from "./words/es.ts";

export type Language = "es" | "en";

/** What the page says: Spanish has it first, and every other language has the same. */
export type Words = typeof es;

export const WORDS: Readonly<Record<Language, Words>> = { es, en };
