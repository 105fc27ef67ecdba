import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // The closing line is what a build machine reads; see .ci/run.
    reporters: ["default", "./tests/support/closing-line.ts"],
  },
});
