import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { scanObjects } from "../../src/pdf/scan-objects.ts";
import { packedStream, pdfOf } from "./pdf-text.ts";

const scan = (file: Uint8Array) => [...scanObjects(Buffer.from(file)).values()];

/** A stream of the objects 7 and 9. */
function objectStream(packed: Uint8Array, more: string): Uint8Array {
  return Buffer.concat([
    Buffer.from(`<< /Type /ObjStm /N 2 /First 9 ${more}/Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from("\nendstream"),
  ]);
}
const INSIDE = Buffer.from("7 0 9 10 << /A 1 >><< /B 2 >>");

describe("scanObjects", () => {
  it("finds dictionaries and streams, and what is written of them", () => {
    const [catalog, stream] = scan(pdfOf(["<< /Type /Catalog >>", packedStream("q Q")]));
    expect(catalog).toMatchObject({ number: 1, generation: 0, isWhole: true, isPacked: false });
    expect(catalog!.text.trim()).toBe("<< /Type /Catalog >>");
    expect(stream).toMatchObject({ number: 2, isWhole: true });
    expect(stream!.text).toMatch(/^\s*<< .*\/FlateDecode >>$/s);
  });

  it("says which object is cut off", () => {
    const file = pdfOf(["<< /A 1 >>", packedStream("BT ET".repeat(50))]);
    const whole = (bytes: Uint8Array) => scan(bytes).map(({ isWhole }) => isWhole);
    expect(whole(file)).toEqual([true, true]);
    expect(whole(file.subarray(0, Buffer.from(file).indexOf("endstream")))).toEqual([true, false]);
    expect(whole(file.subarray(0, Buffer.from(file).indexOf("/FlateDecode")))).toEqual([true, false]);
    expect(whole(file.subarray(0, Buffer.from(file).indexOf("endobj")))).toEqual([false]);
  });

  it("lets the last of several objects with one number stand", () => {
    const twice = Buffer.concat([
      pdfOf(["<< /A 1 >>", "<< /B 1 >>"], ""),
      Buffer.from("1 0 obj << /A 2 >> endobj"),
    ]);
    expect(scan(twice).map(({ number, text }) => [number, text.trim()])).toEqual([
      [2, "<< /B 1 >>"],
      [1, "<< /A 2 >>"],
    ]);
  });

  it.each([
    ["packed", objectStream(deflateSync(INSIDE), "/Filter /FlateDecode ")],
    ["as they are", objectStream(INSIDE, "")],
  ])("takes objects out of a stream of objects, %s", (_, stream) => {
    expect(scan(pdfOf([stream])).slice(1)).toEqual([
      { number: 7, generation: 0, text: "<< /A 1 >>", isWhole: true, isPacked: true },
      { number: 9, generation: 0, text: "<< /B 2 >>", isWhole: true, isPacked: true },
    ]);
  });

  it.each([
    ["is packed otherwise", objectStream(INSIDE, "/Filter /LZWDecode ")],
    ["is spoilt", objectStream(INSIDE, "/Filter /FlateDecode ")],
    ["is cut off", objectStream(deflateSync(INSIDE), "/Filter /FlateDecode ").subarray(0, -9)],
  ])("leaves a stream of objects alone that %s", (_, stream) => {
    expect(scan(pdfOf([stream], ""))).toHaveLength(1);
  });
});
