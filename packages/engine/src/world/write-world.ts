// The synthetic world. In: a seed and a number of people. Out: a folder with the partners' files, their terms, and
// the truth about them. The same seed and number give the same bytes; memory does not grow with the number of people.

import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { stringify } from 'yaml';
import { writeWhole } from '../lake/store.ts';
import type { FileKey } from './appearance.ts';
import { cellSize } from './cell.ts';
import { openPartnerFiles, type PartnerFiles } from './partners/partner-files.ts';
import { worldPartners } from './partners/partners.ts';
import { rowShapes } from './partners/row-shapes.ts';
import { planCell } from './plan-cell.ts';
import { openTruth, type TruthListName, truthLists } from './truth-files.ts';
import { writeCell } from './write-cell.ts';

export interface WorldOptions {
  /** A whole number from 0. */
  readonly seed: number;
  /** 2,000 to 10 million. */
  readonly people: number;
  /** Made, or replaced when a world is in it already. */
  readonly folder: string;
}

/** What is in a world; `manifest.json` in its folder. */
export interface WorldManifest {
  readonly clewWorld: 1;
  readonly seed: number;
  readonly people: number;
  /** Data rows in all files. */
  readonly rows: number;
  readonly planted: Readonly<Record<TruthListName, number>>;
  readonly files: readonly WorldFile[];
}

/** A file of a partner, with its path and that of its terms from the world's folder. */
export interface WorldFile {
  readonly partner: string;
  readonly path: string;
  readonly terms: string;
}

export const fewestPeople = 2_000;
export const mostPeople = 10_000_000;

export async function writeWorld(options: WorldOptions, watch: Watch = {}): Promise<WorldManifest> {
  const { seed, people, folder } = options;
  refuseWrongSize(seed, people);
  await refuseForeignFolder(folder);
  let manifest: WorldManifest | undefined;
  await writeWhole(folder, async (target) => {
    manifest = await fill(target, { seed, people }, watch);
  });
  if (manifest === undefined) throw new Error('The world was not written');
  return manifest;
}

function refuseWrongSize(seed: number, people: number): void {
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new Refusal('usage', 'The seed is not a whole number from 0.', 'Give another seed, for example 1.');
  if (!Number.isSafeInteger(people) || people < fewestPeople || people > mostPeople)
    throw new Refusal(
      'usage',
      'A world has 2,000 to 10,000,000 people.',
      'Give a number of people in this range.',
    );
}

/** Only a world may be replaced by a world. */
async function refuseForeignFolder(folder: string): Promise<void> {
  if (!existsSync(folder) || existsSync(join(folder, 'manifest.json'))) return;
  if ((await readdir(folder)).length > 0)
    throw new Refusal(
      'already-there',
      'The folder holds something that is not a world.',
      'Name an empty or new folder.',
    );
}

async function fill(
  folder: string,
  size: { readonly seed: number; readonly people: number },
  watch: Watch,
): Promise<WorldManifest> {
  const { seed, people } = size;
  const files = await openPartnerFiles(join(folder, 'contributions'));
  const truth = await openTruth(join(folder, 'truth'));
  const planted: Record<TruthListName, number> = {
    networks: 0,
    facilitators: 0,
    traps: 0,
    circuits: 0,
    flows: 0,
    typologies: 0,
    papers: 0,
    templates: 0,
    coordination: 0,
    contacts: 0,
    screenings: 0,
  };
  const nextCase = caseNumbers();
  try {
    const cells = Math.floor(people / cellSize);
    for (let index = 0; index < cells; index++) {
      refuseIfCancelled(watch);
      const first = index * cellSize;
      const count = index === cells - 1 ? people - first : cellSize;
      const cell = planCell({ seed, cell: index, first, size: count, nextCase });
      writeCell(cell, files, truth);
      for (const name of truthLists) planted[name] += cell.truth[name].length;
      for (const { rows } of files.all) await rows.flush();
      await truth.flush();
      watch.onProgress?.({ step: 'world', done: first + count, total: people, unit: 'people' });
    }
  } finally {
    await Promise.all([...files.all.map(({ rows }) => rows.close()), truth.close()]);
  }
  return finish(folder, { seed, people, planted, files });
}

function refuseIfCancelled(watch: Watch): void {
  if (watch.signal?.aborted)
    throw new Refusal('cancelled', 'Stopped on request.', 'Nothing was half-written.');
}

function caseNumbers(): (file: FileKey) => string {
  const running = new Map<FileKey, number>();
  return (file) => {
    const next = (running.get(file) ?? 0) + 1;
    running.set(file, next);
    return rowShapes[file].caseNumber(next);
  };
}

async function finish(
  folder: string,
  written: {
    readonly seed: number;
    readonly people: number;
    readonly planted: WorldManifest['planted'];
    readonly files: PartnerFiles;
  },
): Promise<WorldManifest> {
  const list: WorldFile[] = written.files.all.flatMap(({ partner, rows }) =>
    rows.files.map((name) => ({
      partner,
      path: `contributions/${partner}/${name}`,
      terms: `contributions/${partner}/terms.yaml`,
    })),
  );
  for (const { id, terms } of worldPartners)
    await writeFile(join(folder, 'contributions', id, 'terms.yaml'), stringify(terms));
  const partners = worldPartners.map(({ id, title, country, contact }) => ({
    id,
    title,
    country,
    contact,
    files: list.filter((file) => file.partner === id).map(({ path, terms }) => ({ path, terms })),
  }));
  await writeFile(join(folder, 'partners.json'), `${JSON.stringify(partners, null, 2)}\n`);
  const manifest: WorldManifest = {
    clewWorld: 1,
    seed: written.seed,
    people: written.people,
    rows: written.files.all.reduce((sum, { rows }) => sum + rows.count(), 0),
    planted: written.planted,
    files: list,
  };
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
