import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["./tests/support/seed-properties.ts"],
    // Much of the time goes by in programs that the tests start: every processor can take a file.
    maxWorkers: "100%",
    // Tests that start the program share the processor with all others.
    testTimeout: 30_000,
    // The closing line is what a build machine reads; see .ci/run.
    reporters: ["default", "./tests/support/closing-line.ts"],
  },
});
