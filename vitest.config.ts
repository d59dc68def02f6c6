import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Without figures of an earlier run the largest files come first; but those that prove something are small and long. */
class ProofsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const proves = ({ moduleId }: TestSpecification) => moduleId.includes('/prove/');
    return [...sorted.filter(proves), ...sorted.filter((file) => !proves(file))];
  }
}

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
    sequence: { sequencer: ProofsFirst },
  },
});
