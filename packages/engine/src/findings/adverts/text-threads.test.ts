import type { Progress } from '@clew/model/progress.ts';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type GivenText, templatesIn } from './templates-in.ts';
import { helpersFor, TextThreads } from './text-threads.ts';

const alone = new TextThreads(0);
const helped = new TextThreads(2);
afterAll(() => helped.close());

const word = fc.constantFrom(
  ...'new in town call me now звонить 🔥 flat near station 24h 100 eur 0712345678 ana@mail.example @ana_b'.split(
    ' ',
  ),
);
const text: fc.Arbitrary<GivenText> = fc.record({
  text: fc.option(
    fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    { nil: undefined, freq: 9 },
  ),
  country: fc.constantFrom('ro', undefined),
});
const batches = fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 12 });

/** All that comes out, and what is told of each text. */
async function foundBy(threads: TextThreads, given: readonly (readonly GivenText[])[]): Promise<string> {
  const told: unknown[] = [];
  const open = async function* () {
    yield* given;
  };
  const onText = (...text: unknown[]) => told.push(text);
  const { forms, templateOf, ...found } = await templatesIn({ open, onText }, {}, threads);
  return JSON.stringify({ ...found, templateOf: [...templateOf], forms: forms.count, told });
}

test('no number of threads changes a byte', async () => {
  await fc.assert(
    fc.asyncProperty(batches, async (given) => {
      const expected = await foundBy(alone, given);
      expect(await foundBy(helped, given)).toBe(expected);
    }),
    { numRuns: 15 },
  );
});

test('results come in the order of jobs, each once, whoever does them', async () => {
  const texts = Array.from({ length: 60 }, (_, at) => `call 07123456${at + 10}`);
  for (const threads of [alone, helped]) {
    const tasks = texts.map((one, at) => ({
      // Some take longer than others.
      given: {
        texts: Array(1 + 40 * (at % 5)).fill(one),
        templates: new Int32Array(161).fill(-1),
        countries: [],
      },
      at,
    }));
    const values: string[] = [];
    let next = 0;
    for await (const { task, found } of threads.inOrder('describe', tasks)) {
      expect(task.at).toBe(next++);
      values.push(found.values[0] as string);
    }
    expect(values).toEqual(texts.map((one) => one.slice(5)));
  }
});

test('a job that fails in another thread ends the work', async () => {
  const threads = new TextThreads(1);
  const block = { texts: ['words'], templates: new Int32Array([7]), countries: [] };
  const read = async () => {
    for await (const _ of threads.inOrder('describe', [{ given: block }])) expect.unreachable();
  };
  await expect(read()).rejects.toThrow();
  await expect(read()).rejects.toThrow();
  await threads.close();
});

test('a thread that ends too early ends the work', async () => {
  const threads = new TextThreads(1);
  await threads.close();
  const read = async () => {
    for await (const _ of threads.inOrder('part', [{ given: new Int32Array(0) }])) expect.unreachable();
  };
  await expect(read()).rejects.toThrow('has ended');
});

test('a stop on request ends the search at any step, and leaves nothing to the next', async () => {
  const posts = Array.from({ length: 30 }, (_, at) => [{ text: `new in town, call me at ${at}` }]);
  const expected = await foundBy(alone, posts);
  for (const step of ['Comparing', 'Parting', 'Describing']) {
    const stop = new AbortController();
    const open = async function* () {
      yield* posts;
    };
    const onProgress = (progress: Progress) => {
      if (progress.step === step) stop.abort();
    };
    const search = templatesIn({ open }, { onProgress, signal: stop.signal }, helped);
    await expect(search).rejects.toMatchObject({ code: 'cancelled' });
    expect(await foundBy(helped, posts)).toBe(expected);
  }
});

test('few texts start no thread', () => {
  expect(helpersFor(0)).toBe(0);
  expect(helpersFor(10_000)).toBe(0);
});
