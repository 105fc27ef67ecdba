export * from "../text/decode-text.ts";
