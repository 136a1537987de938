import { defineConfig } from "vitest/config";

// Two cores: one file at a time in each of two processes. Slow suites are *.slow.test.ts and have their own project.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{packages,apps}/*/src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: ["**/*.slow.test.ts", "**/node_modules/**"],
          pool: "forks",
          testTimeout: 30_000,
        },
      },
      {
        test: { name: "slow", include: ["packages/*/src/**/*.slow.test.ts"], pool: "forks", testTimeout: 600_000 },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          pool: "forks",
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
    maxWorkers: 2,
  },
});
