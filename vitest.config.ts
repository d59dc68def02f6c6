import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Without figures of an earlier run the largest files come first; but walks, what proves something and stories are small and long. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const long = ['.walk.ts', '/prove/', '/scenarios/'];
    const turnOf = ({ moduleId }: TestSpecification) => {
      const turn = long.findIndex((part) => moduleId.includes(part));
      return turn < 0 ? long.length : turn;
    };
    return [...sorted].sort((one, other) => turnOf(one) - turnOf(other));
  }
}

/** What all of them have in common. Files share a process: what they start, such as PostgreSQL, is started once. */
const shared = { testTimeout: 60_000, hookTimeout: 60_000, pool: 'forks', isolate: false } as const;

export default defineConfig({
  test: {
    globalSetup: ['scripts/test-setup.ts'],
    // Vitest leaves a core free; of these tests none waits but the walks, half of their time for the browser.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: { ...shared, name: 'tests', include: ['packages/*/src/**/*.test.ts', 'scripts/*.test.ts'] },
      },
      {
        test: { ...shared, name: 'walks', include: ['scripts/walks/*.walk.ts'] },
      },
    ],
  },
});
