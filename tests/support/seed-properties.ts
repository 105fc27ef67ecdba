import { configureGlobal } from "fast-check";

/**
 * The inputs of the property tests are drawn from one seed, so that a change is judged by itself and not by luck. To
 * look for what that seed never draws, give another: `FC_SEED=7 npx vitest run tests/repair/properties.test.ts`.
 */
configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) });
