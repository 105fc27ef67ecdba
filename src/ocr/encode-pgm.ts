import type { GrayImage } from "./gray-image.ts";

/** A picture as a PGM file, which the engine reads without unpacking anything. */
export function encodePgm({ width, height, data }: GrayImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), data]);
}
