import { describe, expect, it } from "vitest";
import { decodeAscii85 } from "../../src/pdf/decode-ascii85.ts";

const decode = (letters: string) => Buffer.from(decodeAscii85(Buffer.from(letters))).toString("latin1");

describe("decodeAscii85", () => {
  it.each([
    ['87cURD]i,"Ebo80~>', "Hello World!"],
    ['87cUR\nD]i,"Ebo7~>', "Hello World"],
    ["z~>", "\0\0\0\0"],
    ["s8W-!~>", "\xff\xff\xff\xff"],
    ["~>", ""],
    ["", ""],
  ])("reads %j", (letters, text) => {
    expect(decode(letters)).toBe(text);
  });

  it("makes something of any letters, and no more than four bytes of each", () => {
    expect(decode("u".repeat(10))).toHaveLength(8);
    expect(decode("z".repeat(10))).toHaveLength(40);
    expect(decode("\x00\x80{|")).toBe("");
  });
});
