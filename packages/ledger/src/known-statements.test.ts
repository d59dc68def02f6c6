import { expect, test } from 'vitest';
import { KnownStatements, type StatementUse } from './known-statements.ts';

async function uses(statements: KnownStatements, texts: readonly string[]): Promise<StatementUse[]> {
  const seen: StatementUse[] = [];
  for (const text of texts) await statements.use(text, async (use) => seen.push(use));
  return seen;
}

test('a statement is told once, and has one name', async () => {
  const [first, other, again] = await uses(new KnownStatements(), ['one', 'two', 'one']);
  expect(first).toMatchObject({ isNew: true, forgotten: [] });
  expect(other).toMatchObject({ isNew: true });
  expect(again).toEqual({ name: first?.name, isNew: false, forgotten: [] });
  expect(other?.name).not.toBe(first?.name);
});

test('a statement that failed is told anew under another name, and its first name is given up', async () => {
  const statements = new KnownStatements();
  let failed = '';
  const failing = statements.use('one', async ({ name }) => {
    failed = name;
    throw new Error('It failed');
  });
  await expect(failing).rejects.toThrow('It failed');
  const [next] = await uses(statements, ['one']);
  expect(next).toMatchObject({ isNew: true, forgotten: [failed] });
  expect(next?.name).not.toBe(failed);
});

test('no plan is used for ever', async () => {
  const seen = await uses(new KnownStatements(), Array<string>(1000).fill('one'));
  const names = new Map<string, number>();
  for (const { name } of seen) names.set(name, (names.get(name) ?? 0) + 1);
  expect(Math.max(...names.values())).toBeLessThan(200);
  expect(seen.flatMap(({ forgotten }) => forgotten)).toHaveLength(names.size - 1);
});

test('only so many are known, those used last', async () => {
  const statements = new KnownStatements();
  const many = Array.from({ length: 1000 }, (_, number) => `select ${number}`);
  const seen = await uses(statements, many);
  const gone = seen.flatMap(({ forgotten }) => forgotten);
  expect(gone.length).toBeGreaterThan(500);
  expect(gone).toEqual(seen.slice(0, gone.length).map(({ name }) => name));
  const [last, first] = await uses(statements, ['select 999', 'select 0']);
  expect(last?.isNew).toBe(false);
  expect(first?.isNew).toBe(true);
});
