export * from "../text/match-pattern.ts";
