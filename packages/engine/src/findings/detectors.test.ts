import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FindingReason } from '@clew/model/finding.ts';
import { type FindingPicture, findingPicture } from '@clew/model/finding-picture.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../graph/connect.ts';
import { GraphFixture } from '../graph/graph-fixture.ts';
import { entityTable } from '../graph/tables.ts';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { statementId, statementTable } from '../statements/tables.ts';
import { detect } from './detect.ts';
import { detectors } from './detectors.ts';
import { findingLabelTable, findingTable } from './tables.ts';

/** What every detector owes: the same suite over the whole list. A new detector adds its story to `busyCity`. */
let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-detectors-'));
  lake = await Lake.open({ folder: join(folder, 'work') });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

/** Ten networks of which four share a forger, a hundred bystanders, victims in every case. */
function busyCity(): GraphFixture {
  const given = new GraphFixture();
  const suspect = { owner: 'police', category: 'suspect' } as const;
  for (let n = 0; n < 10; n++) {
    given.subject(`case ${n}`, 'case', { owner: 'police' }, { number: `C${n}`, crimeArea: 'thb-labour' });
    for (let m = 0; m < 5; m++) {
      const name = `m ${n} ${m}`;
      given.subject(name, 'person', suspect, {
        name: `secret${n} name${m}`,
        case: `@case ${n}`,
        phone: `+4915${n}${m}`,
      });
      if (n < 4 && m < 2)
        given.subject(
          `d ${n} ${m}`,
          'document',
          { owner: 'examiners' },
          { number: `P${n}${m}`, source: 'PS1', holder: `@${name}` },
        );
    }
    given.subject(
      `v ${n}`,
      'person',
      { owner: 'ngo', category: 'victim' },
      { name: 'hidden name', case: `@case ${n}` },
    );
  }
  for (let m = 0; m < 100; m++)
    given.subject(`o ${m}`, 'person', suspect, { phone: `+4916${m}`, address: `street ${m % 9}` });
  return given;
}

interface Told {
  finding: bigint;
  detector: string;
  kind: string;
  subjects: readonly bigint[];
  evidence: readonly bigint[];
  reason: string;
  chance: number;
  chance_corrected: number;
}

async function run(given: GraphFixture): Promise<Told[]> {
  await given.load(lake);
  await connect(lake, { folder });
  await detect(lake, { folder });
  return lake.rows<Told>(sql`
    select finding, detector, kind, subjects, evidence, reason, chance, chance_corrected
    from ${findingTable} order by finding`);
}

/** The subjects that a picture points at, by their places. */
function subjectsIn(picture: FindingPicture | undefined): number[] {
  if (picture?.kind === 'network') return picture.nodes.map(({ subject }) => subject);
  const pointing =
    picture?.kind === 'flow' ? picture.nodes : picture?.kind === 'circuit' ? picture.stops : [];
  return pointing.flatMap(({ subject }) => (subject === null ? [] : [subject]));
}

test('ids are unique', () => {
  expect(new Set(detectors.map(({ id }) => id)).size).toBe(detectors.length);
});

describe.each(detectors.map((detector) => [detector.id, detector] as const))('%s', (id, detector) => {
  test('explains itself, what else could explain its findings, and where the method is from', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(detector.title).not.toBe('');
    expect(detector.explain).toMatch(/\.$/);
    expect(detector.otherwise.length).toBeGreaterThan(0);
    expect(detector.research.length).toBeGreaterThan(0);
    expect(['validated', 'untested', 'contradicted']).toContain(detector.standing);
  });

  test('finds something in the busy city, with reason, evidence and chance', async () => {
    const found = (await run(busyCity())).filter((row) => row.detector === id);
    expect(found.length).toBeGreaterThan(0);
    for (const row of found) {
      const reason = JSON.parse(row.reason) as FindingReason;
      expect(Object.keys(detector.kinds)).toContain(row.kind);
      expect(reason.sentences.length).toBeGreaterThan(0);
      expect(reason.otherwise).toEqual(detector.otherwise);
      expect(Object.keys(reason.figures).length).toBeGreaterThan(0);
      expect(row.chance).toBeGreaterThanOrEqual(0);
      expect(row.chance_corrected).toBeGreaterThanOrEqual(row.chance);
      expect(row.chance_corrected).toBeLessThanOrEqual(1);
      expect(row.evidence.length).toBeGreaterThan(0);
      const { picture, ...said } = reason;
      expect(JSON.stringify(said)).not.toMatch(/secret|hidden|\+49/);
      if (picture !== undefined) expect(findingPicture.parse(picture)).toEqual(picture);
      for (const place of subjectsIn(picture)) expect(row.subjects[place]).toBeDefined();
    }
  });

  test('shows statements that exist, under a label that there is, and no protected person', async () => {
    const given = busyCity();
    await run(given);
    const strays = await lake.row(sql`
      select count(*) as n from (select unnest(evidence) as id from ${findingTable})
      where id not in (select ${statementId('s')} from ${statementTable} s)`);
    expect(strays).toEqual({ n: 0 });
    const unlabelled = await lake.row(sql`
      select count(*) as n from ${findingTable} where label not in (select label from ${findingLabelTable})`);
    expect(unlabelled).toEqual({ n: 0 });
    const shown = await lake.row(sql`
      select count(*) as n from (select unnest(subjects) as id from ${findingTable}) s
      join ${entityTable} e on e.entity = s.id where e.protected`);
    expect(shown).toEqual({ n: 0 });
  });

  test('finds the same again, whatever the order of the statements', async () => {
    const once = await run(busyCity());
    expect(await run(busyCity())).toEqual(once);
    expect(await run(busyCity().reversed())).toEqual(once);
  });

  test('finds nothing in nothing', async () => {
    expect(await run(new GraphFixture())).toEqual([]);
  });
});
