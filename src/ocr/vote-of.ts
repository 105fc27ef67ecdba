import type { SeenWord } from "./engine.ts";

/** What the engine made of a number: its text, and how sure it says it is, from 0 to 1. */
export interface EngineVote {
  readonly text: string;
  readonly confidence: number;
}

/** What the engine made of a piece, as sure as of its least sure word; of nothing it is not sure at all. */
export function voteOf(words: readonly SeenWord[]): EngineVote {
  return {
    text: words.map((word) => word.text).join(""),
    confidence: words.length === 0 ? 0 : Math.min(...words.map((word) => word.confidence)),
  };
}
