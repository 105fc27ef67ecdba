import type { SeenWord } from "./engine.ts";
import type { EngineVote } from "./weigh-number.ts";

/** What the engine made of a piece, as sure as of its least sure word; of nothing it is not sure at all. */
export function voteOf(words: readonly SeenWord[]): EngineVote {
  return {
    text: words.map((word) => word.text).join(""),
    confidence: words.length === 0 ? 0 : Math.min(...words.map((word) => word.confidence)),
  };
}
