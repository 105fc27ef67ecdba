import type { RowState } from "./page-facts.ts";

/** One colour for one meaning; told apart by lightness too, for people who do not see all colours. */
export const COLORS = {
  ink: "#111827",
  word: "#9ca3af",
  unplaced: "#9f1239",
  stamp: "#c026d3",
  ruling: "#ea580c",
  fill: "#facc15",
  grid: "#7c3aed",
  table: "#1d4ed8",
  label: "#0f766e",
} as const;

export const STATE_COLORS: Readonly<Record<RowState, string>> = {
  verified: "#15803d",
  repaired: "#b45309",
  unverified: "#0369a1",
  review: "#dc2626",
  none: "#6b7280",
};
