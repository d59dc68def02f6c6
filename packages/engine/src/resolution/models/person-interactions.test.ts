// What speaks together for or against two records: which of the person model's interactions hold, by the levels.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Lake } from '../../lake/lake.ts';
import { linkableSql } from '../linkable.ts';
import { levelByTitle } from '../model.ts';
import { levelOutcome } from '../outcome.ts';
import { overLevels } from '../train.ts';
import { text } from '../work.ts';
import { personModel } from './person.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-interactions-'));
  lake = await Lake.open({ folder, threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

type Titles = Readonly<Record<string, string>>;

/** SQL: the outcomes of these levels, by their titles; what is not told is not known of one of the two. */
function outcomesSql(levels: Titles): string {
  const outcomes = personModel.comparisons.map((comparison) => {
    const title = levels[comparison.id];
    const level = title === undefined ? 'null' : String(levelOutcome(levelByTitle(comparison, title)));
    return `${level}::integer as "${comparison.id}"`;
  });
  return outcomes.join(', ');
}

/** The interactions that hold for these levels. */
async function holding(levels: Titles): Promise<readonly string[]> {
  const holds = personModel.interactions.map(
    ({ id, when }) => `case when ${overLevels(personModel, when)} then '${id}' end`,
  );
  const row = await lake.row<{ ids: readonly string[] }>(
    text(`select list_filter([${holds.join(', ')}], lambda x: x is not null) as ids
      from (select ${outcomesSql(levels)})`),
  );
  return row.ids;
}

/** Whether a pair of these levels may link, if it weighs so many bits and it was counted how common names are. */
async function mayLink(levels: Titles, bits: number, isCounted = true): Promise<boolean> {
  const { may } = await lake.row<{ may: boolean }>(
    text(`select ${linkableSql(personModel, isCounted)} as may
      from (select ${bits}::double as weight, ${outcomesSql(levels)})`),
  );
  return may;
}

test('two names on one account are two holders, unless a document or the birth says otherwise', async () => {
  const shared = { name: 'another name', account: 'the same' };
  expect(await holding(shared)).toEqual(['sharedAccount']);
  expect(await holding({ ...shared, address: 'the same address' })).toEqual(['sharedAccount']);
  expect(await holding({ ...shared, document: 'the same' })).toEqual([]);
  expect(await holding({ ...shared, birthDate: 'the same date' })).toEqual([]);
  expect(await holding({ ...shared, name: 'like names' })).toEqual([]);
});

test('one document under another name and birth has two bearers; under one name it is one person', async () => {
  const borne = {
    document: 'the same',
    birthDate: 'another date, less than fifteen years apart or the year not known',
  };
  expect(await holding({ ...borne, name: 'another name' })).toEqual(['bearers']);
  expect(await holding({ ...borne, name: 'the same family name, another given name' })).toEqual(['bearers']);
  expect(await holding({ ...borne, name: 'the same name' })).toEqual([]);
  expect(await holding({ document: 'the same', name: 'another name' })).toEqual([]);
});

test('a name alone never links, and with a birth in that year only where the pair is sure', async () => {
  const near = { name: 'the same name', birthDate: 'at most a month apart' };
  expect(await mayLink({ name: 'the same name' }, 20)).toBe(false);
  expect(await mayLink(near, 4)).toBe(false);
  expect(await mayLink(near, 4.5)).toBe(true);
  expect(await mayLink(near, 4.5, false)).toBe(false);
  expect(await mayLink({ ...near, document: 'another' }, 20)).toBe(false);
  expect(await mayLink({ ...near, name: 'another name' }, 20)).toBe(false);
  expect(await mayLink({ ...near, birthDate: 'the same year' }, 4.5)).toBe(true);
  expect(await mayLink({ ...near, birthDate: 'one year apart' }, 20)).toBe(false);
});

test('a birthday under another family name links where the given name is so rare that the pair is sure', async () => {
  const married = { name: 'the same given name, another family name', birthDate: 'the same date' };
  expect(await mayLink(married, 4)).toBe(false);
  expect(await mayLink(married, 4.5)).toBe(true);
  expect(await mayLink({ ...married, name: 'the same family name, another given name' }, 20)).toBe(false);
});
