import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../contribution/source-fixture.ts';
import { findTemplates } from './find-templates.ts';
import type { FoundTemplates } from './templates-in.ts';
import { Tokens, tokenise } from './tokens.ts';

async function templatesOf(texts: readonly string[]): Promise<FoundTemplates> {
  const lines = texts.map((text, row) => `${row + 1},"${text.replaceAll('"', '""')}"`);
  const source = sourceOf('posts.csv', ['id,body', ...lines].join('\n'));
  return findTemplates(source, {
    text: 'body',
    mapping: { reader: 'csv', separator: ',', encoding: 'utf-8' },
  });
}

/** The template of each text by its wording, null where it has none. */
function wordings({ templateOf, templates }: FoundTemplates): (string | null)[] {
  return Array.from(templateOf, (place) => templates[place]?.text ?? null);
}

/** Texts of one wording: openings that differ, a body that stays. */
const names = ['Ana', 'Bella', 'Carla', 'Dora', 'Elena', 'Flora', 'Gina'];
const posts = names.map(
  (name, at) =>
    `Hello dear guests, ${name} is new in town for ${at + 2} days only, private flat near the station, call 07123456${at}0`,
);

test('a name, a number of days and a phone are slots', async () => {
  const found = await templatesOf([...posts, 'We repair bicycles and sell spare parts']);
  expect(wordings(found)).toEqual([
    ...posts.map(
      () =>
        'Hello dear guests, <*> is new in town for <*> days only, private flat near the station, call <*>',
    ),
    null,
  ]);
  expect(found.templates[0]).toMatchObject({ id: 't1', size: 7, forms: 7, scripts: ['Latin'] });
  expect(found.templates[0]?.slots.map(({ values }) => values)).toEqual([7, 7, 7]);
});

test('a number that all have is shown, and told with its span', async () => {
  const { templates } = await templatesOf(
    posts.map((text) => text.replace(/call .*/, 'call 0 7 1 2 3 4 5 6 7 8')),
  );
  const [template] = templates;
  expect(template?.text).toMatch(/call 0 7 1 2 3 4 5 6 7 8$/);
  expect(template?.contacts).toMatchObject([{ kind: 'phone', value: '0712345678', texts: 7, row: 1 }]);
});

describe('what must not be one template', () => {
  test('texts that share a closing phrase', async () => {
    const ending = 'call me now, no private numbers please';
    const found = await templatesOf([
      `Relaxing massage in the old town by two sisters every evening, ${ending}`,
      `Strong workers wanted for the harvest, room and food included, ${ending}`,
      `Cheap rides to the border each friday night from the market, ${ending}`,
    ]);
    expect(found.templates).toEqual([]);
  });

  test('texts that share a number', async () => {
    const found = await templatesOf([
      'Massage 0712345678',
      'Harvest work 0712345678',
      'Rides every friday 0712345678',
    ]);
    expect(found.templates).toEqual([]);
  });

  test('texts of nothing but numbers and addresses', async () => {
    const found = await templatesOf([
      '0712345678',
      '0799 111 222',
      '100',
      'www.posts.example/a',
      '0712345678',
    ]);
    expect(found.templates).toEqual([]);
  });

  test('two wordings of one length, each of which recurs', async () => {
    const many = (text: string) => Array.from({ length: 20 }, (_, at) => `${text} user ${at}`);
    const found = await templatesOf([...many('session opened for'), ...many('session closed for')]);
    expect(found.templates.map(({ text, size }) => [text, size])).toEqual(
      expect.arrayContaining([
        ['session opened for user <*>', 20],
        ['session closed for user <*>', 20],
      ]),
    );
  });
});

test.each([
  [
    'Cyrillic',
    (name: string) => `Девушка ${name} ждёт гостей в центре города, звонить вечером и ночью, тел 0712`,
  ],
  ['Arabic', (name: string) => `مساج مريح في وسط المدينة مع ${name} كل يوم من الصباح حتى المساء اتصل الآن`],
  ['Chinese', (name: string) => `本市中心高级按摩${name}小姐每天营业欢迎来电预约服务周到环境舒适`],
  ['Thai', (name: string) => `นวดผ่อนคลายกลางเมืองกับ${name}ทุกวันโทรเลย`],
  ['emoji', (name: string) => `🔥🔥 ${name} 💋 new girl ✈️ in your city 🌹 real photos ☎️ call any time`],
])('a text in %s has a slot for the name', async (_script, write) => {
  const found = await templatesOf(['Ana', 'Bella', 'Carla', 'Dora', 'Elena'].map(write));
  expect(found.templates.map(({ size }) => size)).toEqual([5]);
  expect(found.templates[0]?.text).toContain('<*>');
});

test('letters that look alike do not hide a text', async () => {
  const found = await templatesOf([
    'Call me tonight, sweetie',
    'Саll mе tоnight, ѕweetie',
    'C\u00adall me to\u200bnight, swéetie',
  ]);
  expect(found.templates.map(({ size, forms }) => [size, forms])).toEqual([[3, 1]]);
});

test('the seven texts of a well-known kind of example', async () => {
  const found = await templatesOf([
    'The blue bag and the 5 crown box are good',
    'The blue cup and the 10 crown box are good',
    'The blue hat and the 3 crown box are good',
    'Nothing here is like anything else at all',
  ]);
  expect(wordings(found)).toEqual([
    ...Array.from({ length: 3 }, () => 'The blue <*> and the <*> crown box are good'),
    null,
  ]);
});

test('what stands beyond the words that are looked at is not told as constant', async () => {
  const long = Array.from({ length: 1000 }, (_, at) => `word${'abcdefghij'[at % 10]}`).join(' ');
  const { templates } = await templatesOf([`${long} call Ana`, `${long} call Bella`]);
  expect(templates.map(({ text, size }) => [text, size])).toEqual([[long, 2]]);
});

test('a row that cannot be read, or has no words, belongs to none and is counted', async () => {
  const source = sourceOf(
    'posts.csv',
    'id,body\n1,same words here\n2,too,many,cells\n3,\n4,same words here\n',
  );
  const found = await findTemplates(source, { text: 'body' });
  expect(found).toMatchObject({ rows: 4, empty: 2 });
  expect([...found.templateOf]).toEqual([0, -1, -1, 0]);
});

test('a column that is not there is refused with those that are', async () => {
  const source = sourceOf('posts.csv', 'id,body\n1,words\n');
  await expect(findTemplates(source, { text: 'text' })).rejects.toMatchObject({
    code: 'input-invalid',
    advice: 'It has: id, body.',
  });
});

const word = fc.constantFrom(
  ...'new in town call me now sweet kind flat near station days only 24h 100 eur 0712345678'.split(' '),
);
const someTexts = fc.array(
  fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
  { minLength: 1, maxLength: 25 },
);

/** The groups of texts, whatever the order of texts. */
function groupsOf(texts: readonly string[], found: FoundTemplates): string[] {
  const groups = found.templates.map(({ text, size }) => ({ text, size, texts: [] as string[] }));
  for (const [row, place] of found.templateOf.entries()) groups[place]?.texts.push(texts[row] as string);
  return groups.map((group) => JSON.stringify({ ...group, texts: group.texts.sort() })).sort();
}

test('every text once, sizes add up, and no order of rows changes a template', async () => {
  await fc.assert(
    fc.asyncProperty(someTexts, fc.infiniteStream(fc.nat()), async (texts, chance) => {
      const found = await templatesOf(texts);
      expect(found.templateOf.length).toBe(texts.length);
      found.templates.forEach(({ id, size }, place) => {
        expect(id).toBe(`t${place + 1}`);
        expect(found.templateOf.filter((one) => one === place).length).toBe(size);
        expect(size).toBeGreaterThan(1);
      });
      const turned = texts
        .map((text) => ({ text, at: chance.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ text }) => text);
      expect(groupsOf(turned, await templatesOf(turned))).toEqual(groupsOf(texts, found));
    }),
    { numRuns: 30 },
  );
});

/** The words of a text as they are compared. */
function keysOf(text: string): number[] {
  const tokens = new Tokens();
  tokenise(text, tokens);
  return [...tokens.key.subarray(0, tokens.count)];
}

test('the constant words of a template stand in each of its texts, in order', async () => {
  await fc.assert(
    fc.asyncProperty(someTexts, async (texts) => {
      const found = await templatesOf(texts);
      found.templateOf.forEach((place, row) => {
        if (place < 0) return;
        const parts = (found.templates[place]?.text ?? '').split('<*>').map(keysOf);
        const own = keysOf(texts[row] as string);
        let at = 0;
        for (const key of parts.flat()) {
          while (at < own.length && own[at] !== key) at++;
          expect(at).toBeLessThan(own.length);
          at++;
        }
      });
    }),
    { numRuns: 30 },
  );
});
