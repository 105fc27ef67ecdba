import type { Box } from "../document.ts";

/** The box around a box that is turned clockwise, about the middle of its page, by so many degrees. */
export function tiltBox(box: Box, degrees: number, width: number, height: number): Box {
  if (degrees === 0) return box;
  const [left, top, right, bottom] = box;
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  const [middleX, middleY] = [width / 2, height / 2];
  const corners = [left, right].flatMap((x) =>
    [top, bottom].map(
      (y) =>
        [
          middleX + (x - middleX) * cos - (y - middleY) * sin,
          middleY + (x - middleX) * sin + (y - middleY) * cos,
        ] as const,
    ),
  );
  const round = (points: number) => Math.round(points * 100) / 100;
  const xs = corners.map(([x]) => round(x));
  const ys = corners.map(([, y]) => round(y));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
