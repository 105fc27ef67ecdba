import type { Reporter, TestModule } from "vitest/node";

/** Ends a run with one plain line, `N passed, N failed[, N skipped]`, and names what was skipped. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const skipped = tests.filter((test) => test.result().state === "skipped");
    const passed = tests.filter((test) => test.result().state === "passed").length;
    // A file that does not load has no tests: it counts as one failure, and so does an error outside any test.
    const broken = modules.filter(
      (module) => module.state() === "failed" && module.errors().length > 0,
    ).length;
    const failed = tests.length - passed - skipped.length + broken + unhandledErrors.length;
    for (const test of skipped) console.log(`SKIPPED: ${test.fullName}`);
    const rest = skipped.length > 0 ? `, ${skipped.length} skipped` : "";
    console.log(`${passed} passed, ${failed} failed${rest}`);
  }
}
