import { type Canvas, createCanvas, loadImage } from "@napi-rs/canvas";
import type { Random } from "../random.ts";

/** What a scanner, and whoever handled the paper, did to a page. */
export interface Wear {
  /** Degrees clockwise. */
  readonly skew: number;
  /** Radius in pixels of the blur. */
  readonly blur: number;
  /** Standard deviation of each pixel's noise, of 255. */
  readonly noise: number;
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
  /** How many shades darker the paper is at one side than at the other. */
  readonly shade: number;
  /** Whether a round stamp and a signature were put on the page. */
  readonly stamped: boolean;
}

/** Draws the wear of one page: skew up to 1.5°, and more of the rest than a good scanner leaves. */
export function drawWear(random: Random): Wear {
  return {
    skew: (random.next() * 2 - 1) * 1.5,
    blur: 0.3 + random.next() * 0.5,
    noise: 4 + random.next() * 8,
    quality: random.int(60, 85),
    shade: random.int(0, 40),
    stamped: random.chance(0.5),
  };
}

/** A page as it comes from the scanner. */
export async function degrade(page: Canvas, wear: Wear, random: Random): Promise<Canvas> {
  const { width, height } = page;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  if (wear.stamped) stamp(page, random);
  context.translate(width / 2, height / 2);
  context.rotate((wear.skew * Math.PI) / 180);
  context.filter = `blur(${wear.blur}px)`;
  context.drawImage(page, -width / 2, -height / 2);
  const pixels = context.getImageData(0, 0, width, height);
  for (let at = 0, x = 0; at < pixels.data.length; at += 4, x = (x + 1) % width) {
    const noise = gauss(random) * wear.noise - (wear.shade * x) / width;
    for (let k = 0; k < 3; k++) {
      // Ink is no perfect black and paper no perfect white.
      const value = 35 + (pixels.data[at + k]! * 205) / 255 + noise;
      pixels.data[at + k] = Math.max(0, Math.min(255, value));
    }
  }
  context.putImageData(pixels, 0, 0);
  const image = await loadImage(await canvas.encode("jpeg", wear.quality));
  context.resetTransform();
  context.filter = "none";
  context.drawImage(image, 0, 0);
  return canvas;
}

/** A round stamp with a signature through it, somewhere on the page. */
function stamp(page: Canvas, random: Random): void {
  const context = page.getContext("2d");
  const unit = page.height / 100;
  context.save();
  context.translate(page.width * (0.15 + 0.7 * random.next()), page.height * (0.3 + 0.5 * random.next()));
  context.strokeStyle = "rgba(40, 60, 160, 0.75)";
  context.lineWidth = unit / 4;
  for (const radius of [6, 4.4]) {
    context.beginPath();
    context.arc(0, 0, radius * unit, 0, 2 * Math.PI);
    context.stroke();
  }
  context.beginPath();
  context.moveTo(-9 * unit, 2 * unit);
  for (let k = 0; k < 5; k++) {
    const [a, b, c, d] = [1, 2, 3, 4].map(() => (random.next() * 2 - 1) * 7 * unit) as [
      number,
      number,
      number,
      number,
    ];
    context.bezierCurveTo(a, b, c, d, (k - 2) * 4 * unit, (random.next() * 2 - 1) * 4 * unit);
  }
  context.stroke();
  context.restore();
}

/** A normal deviate (Box–Muller). */
function gauss(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
