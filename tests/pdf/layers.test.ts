import { describe, expect, it } from "vitest";
import { createLayers } from "../../src/pdf/layers.ts";

const SEEN = "seen" as never;
const HIDDEN = "hidden" as never;
const layersOf = () => createLayers((layer) => layer === SEEN);

describe("createLayers", () => {
  it("shows what no layer holds, and what one holds that is switched on", () => {
    const layers = layersOf();
    expect(layers.areSeen()).toBe(true);
    layers.begin(SEEN);
    expect(layers.areSeen()).toBe(true);
  });

  it("hides everything within a layer that is switched off until that ends", () => {
    const layers = layersOf();
    layers.begin(HIDDEN);
    layers.begin(null);
    layers.begin(SEEN);
    expect(layers.areSeen()).toBe(false);
    layers.end();
    layers.end();
    expect(layers.areSeen()).toBe(false);
    layers.end();
    expect(layers.areSeen()).toBe(true);
  });

  it("passes over an end that nothing began", () => {
    const layers = layersOf();
    layers.end();
    expect(layers.areSeen()).toBe(true);
  });
});
