import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'scripts/*.test.ts'],
    globalSetup: ['scripts/test-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Files share a process: what they start, such as PostgreSQL, is started once. None leaves anything changed behind.
    isolate: false,
    // Vitest leaves a core free; these tests wait for nobody.
    maxWorkers: availableParallelism(),
  },
});
