import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@clew/model/refusal.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureFrom } from './failure.ts';
import { readMapping, readTerms } from './read-yaml.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-yaml-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a folder where a YAML file should be is refused by name', async () => {
  await mkdir(join(folder, 'terms'));
  await expect(readTerms(join(folder, 'terms'))).rejects.toMatchObject({
    code: 'file-unreadable',
    message: 'terms cannot be read. It is a folder.',
  });
});

test('terms and mappings are held against what they may say, not only against their form', async () => {
  const [terms, mapping] = [join(folder, 'h3.yaml'), join(folder, 'm.yaml')];
  await writeFile(terms, 'handling: [H3]\n');
  await expect(readTerms(terms)).rejects.toMatchObject({
    code: 'terms-invalid',
    message: expect.stringMatching(/H3/),
  });
  await writeFile(mapping, 'clew: 1\nsubjects: { p: { type: persn, properties: {} } }\n');
  await expect(readMapping(mapping)).rejects.toMatchObject({
    code: 'mapping-invalid',
    message: expect.stringContaining('perhaps "person" is meant'),
    advice: expect.stringContaining('clew map'),
  });
});

test('what is large is refused before it is read', async () => {
  const path = join(folder, 'large.yaml');
  await writeFile(path, '#'.repeat(1024 * 1024 + 1));
  await expect(readMapping(path)).rejects.toMatchObject({ code: 'mapping-invalid' });
});

test('being stopped keeps the sentence that says what became of the file', () => {
  const signal = AbortSignal.abort();
  const kept = new Refusal('cancelled', 'Stopped on request.', 'a.csv is kept.');
  expect(failureFrom(kept, signal)).toMatchObject({ code: 'cancelled', advice: 'a.csv is kept.', exit: 130 });
  expect(failureFrom(new Error('closed'), signal)).toMatchObject({ code: 'cancelled', exit: 130 });
});
