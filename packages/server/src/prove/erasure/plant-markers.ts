// In: an empty folder. Out: a hub in it that two partners work with, with a marker in every corner that can hold
// somebody's content. What is planted belongs to one partner; the other partner's file shares a number with it.

import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from '@clew/engine/lake/sql.ts';
import { subjectTable } from '@clew/engine/statements/tables.ts';
import { openWorkbook } from '@clew/engine/world/files/workbook.ts';
import { addJudgement } from '@clew/ledger/judgements.ts';
import { addPerson, changeRole } from '@clew/ledger/people.ts';
import { addRelease } from '@clew/ledger/releases.ts';
import { addReview } from '@clew/ledger/reviews.ts';
import type { Role } from '@clew/model/access/roles.ts';
import { idText } from '@clew/model/ids.ts';
import type { Mapping } from '@clew/model/mapping.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { actorOf } from '../../access/actor.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import { type Contributed, contributeFile } from '../../hub/contributions/contribute-file.ts';
import { createHub } from '../../hub/create-hub.ts';
import { answerHit } from '../../hub/hits/answer-hit.ts';
import { listHits } from '../../hub/hits/list-hits.ts';
import { requestContent } from '../../hub/hits/request-content.ts';
import type { Hub } from '../../hub/hub.ts';
import { openHub } from '../../hub/open-hub.ts';
import { writeAnnual } from '../../hub/reports/write-annual.ts';
import { decideClock } from '../../hub/retention/decide-clock.ts';
import { runHub } from '../../hub/run-hub.ts';
import { markerDigits, markerWord } from './needles.ts';

/** The markers by the place where they are planted. */
export type Markers = ReturnType<typeof makeMarkers>;

export function makeMarkers() {
  return {
    'name of a person': markerWord(),
    'name of a victim': markerWord(),
    'name of somebody in no category': markerWord(),
    'telephone number': markerDigits(),
    'e-mail address': markerWord(),
    'number of a document': `X${markerDigits()}`,
    'address of a house': markerWord(),
    'name of a firm': markerWord(),
    'free text': markerWord(),
    'key of a record': markerWord(),
    'value that did not fit': markerWord(),
    'name of a file': markerWord(),
    'name of a column': markerWord(),
    'title of a mapping': markerWord(),
    'word of a restriction': markerWord(),
    'desk in the terms': markerWord(),
    'basis of a suspicion': markerWord(),
    'sheet of a workbook': markerWord(),
    'cell of a workbook': markerWord(),
    'reason of a judgement': markerWord(),
    'reason of a review': markerWord(),
    'reason of a request': markerWord(),
    'reason of an answer': markerWord(),
    'reason of a clock decision': markerWord(),
  };
}

const owner = { id: 'police-a', title: 'Police A', country: 'nl', contact: 'desk A' };
const other = { id: 'police-b', title: 'Police B', country: 'ro', contact: 'desk B' };

export interface Planted {
  readonly owner: string;
  readonly other: string;
  /** What is to be erased. */
  readonly contributions: readonly string[];
  readonly callers: Readonly<Record<'founder' | 'owner' | 'other', Caller>>;
}

export const proofConfig = { hubKey: undefined, ledger: undefined, memory: '1GB', threads: 1 } as const;

export async function openProofHub(folder: string): Promise<Hub> {
  return openHub(folder, { config: proofConfig });
}

/** Makes the hub, works with it as people do, and closes nothing. */
export async function makeProofHub(folder: string): Promise<Hub> {
  const content = { clew: 1, title: 'Erasure proof', profile: 'eu-europol' } as const;
  await createHub({ folder, content, founder: 'founder' });
  return openProofHub(folder);
}

export async function plantMarkers(
  hub: Hub,
  markers: Markers,
  options: { readonly report: boolean; readonly files: string },
): Promise<Planted> {
  await mkdir(options.files, { recursive: true });
  const founder = await callerOf(hub, 'founder', 'strategic-analysis');
  const planted = await handInMarked(hub, founder, { markers, files: options.files });
  const innocent = await handIn(hub, founder, {
    fileName: 'second.csv',
    content: Buffer.from(
      'No,Name,Phone,Standing\nb1,Jan Smit,+31612345678,S\nb2,Eva Jansen,+31687654321,S\n',
    ),
    mapping: innocentMapping,
    terms: {},
    partner: other,
  });
  const callers = {
    founder,
    owner: await registered(hub, 'ana', owner.id),
    other: await registered(hub, 'bob', other.id),
  };
  await runHub(hub, founder);
  await workWith(hub, { callers, markers, contributions: [...planted, innocent.contribution] });
  if (options.report) await writeAnnual(hub, founder, { year: 2026 });
  await runHub(hub, founder);
  await lookAround(hub, callers);
  return { owner: owner.id, other: other.id, contributions: planted, callers };
}

/** Everybody's view is computed, so that each has a snapshot of its own. */
export async function lookAround(hub: Hub, callers: Planted['callers']): Promise<void> {
  for (const caller of Object.values(callers)) {
    await (await openView(hub, caller)).read(async () => undefined);
  }
}

async function handInMarked(
  hub: Hub,
  caller: Caller,
  { markers, files }: { readonly markers: Markers; readonly files: string },
): Promise<readonly string[]> {
  const terms = {
    contact: `desk ${markers['desk in the terms']}`,
    suspicion: { basis: `Seen by ${markers['basis of a suspicion']}` },
  };
  const list = await handIn(hub, caller, {
    fileName: `${markers['name of a file']}.csv`,
    content: Buffer.from(listOf(markers)),
    mapping: mappingOf(markers),
    terms,
    partner: owner,
  });
  const sheet = markers['sheet of a workbook'];
  const workbook = await openWorkbook(files, 'book-*.xlsx', { sheet, columns: ['No', 'Name', 'Standing'] });
  workbook.row(['w1', markers['cell of a workbook'], 'S']);
  await workbook.close();
  const book = await handIn(hub, caller, {
    fileName: 'book.xlsx',
    content: await readFile(join(files, workbook.files[0] ?? '')),
    mapping: { ...sheetMapping, sheet },
    // Apart from the list: under H3 the other owner would not be told of a hit.
    terms: {
      ...terms,
      handling: ['H0', 'H3'],
      restriction: `Ask ${markers['word of a restriction']} first`,
    },
    partner: owner,
  });
  return [list.contribution, book.contribution];
}

function listOf(markers: Markers): string {
  const head = `No,Name,Phone,Mail,Passport,Address,Firm,Born,Standing,${markers['name of a column']}`;
  const key = markers['key of a record'];
  return [
    head,
    `${key},Jan ${markers['name of a person']},+31612345678,jan@${markers['e-mail address']}.org,${markers['number of a document']},"${markers['address of a house']}straat 1, Utrecht",${markers['name of a firm']} BV,${markers['value that did not fit']},S,${markers['free text']}`,
    `a2,Mia ${markers['name of a victim']},+31${markers['telephone number']},,,,,1990-05-05,V,`,
    `a3,Nia ${markers['name of somebody in no category']},,,,,,2015-01-01,,`,
    '',
  ].join('\n');
}

const codes = { S: 'suspect', V: 'victim' };

function mappingOf(markers: Markers): Mapping {
  return {
    clew: 1,
    title: `Mapping ${markers['title of a mapping']}`,
    subjects: {
      person: {
        type: 'person',
        key: ['No'],
        properties: {
          name: { columns: ['Name'] },
          phone: { columns: ['Phone'], country: 'NL' },
          email: { columns: ['Mail'] },
          document: { columns: ['Passport'] },
          address: { columns: ['Address'] },
          birthDate: { columns: ['Born'] },
          category: { columns: ['Standing'], values: codes },
          note: { columns: [markers['name of a column']] },
          employer: { ref: 'firm' },
        },
      },
      firm: { type: 'organization', properties: { name: { columns: ['Firm'] } } },
    },
  };
}

const innocentMapping: Mapping = {
  clew: 1,
  subjects: {
    person: {
      type: 'person',
      key: ['No'],
      properties: {
        name: { columns: ['Name'] },
        phone: { columns: ['Phone'], country: 'NL' },
        category: { columns: ['Standing'], values: codes },
      },
    },
  },
};

const sheetMapping: Mapping = {
  clew: 1,
  subjects: {
    person: {
      type: 'person',
      key: ['No'],
      properties: { name: { columns: ['Name'] }, category: { columns: ['Standing'], values: codes } },
    },
  },
};

interface FileToPlant {
  readonly fileName: string;
  readonly content: Buffer;
  readonly mapping: Mapping;
  readonly terms: unknown;
  readonly partner: typeof owner;
}

function handIn(hub: Hub, caller: Caller, given: FileToPlant): Promise<Contributed> {
  const { content, terms, ...rest } = given;
  return contributeFile(hub, caller, {
    ...rest,
    content: bytesOf(content),
    size: content.length,
    terms: termsSchema.parse(terms),
    watch: {},
  });
}

async function* bytesOf(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}

/** Judges, reviews, decides, asks and answers, each with a marked reason; and lets a product out. */
async function workWith(
  hub: Hub,
  given: {
    readonly callers: Planted['callers'];
    readonly markers: Markers;
    readonly contributions: readonly string[];
  },
): Promise<void> {
  const { callers, markers, contributions } = given;
  const at = new Date().toISOString();
  const [first, second] = await twoPersons(hub);
  await hub.ledger.transaction(async (database) => {
    const by = 'founder';
    const reason = `Because of ${markers['reason of a judgement']}`;
    await addJudgement(
      database,
      { a: first, b: second, verdict: 'different', by, reason, at },
      contributions,
    );
    await addReview(
      database,
      {
        detector: 'shared-facilitators',
        evidence: ['0123456789abcdef'],
        verdict: 'dismissed',
        by,
        reason: `Because of ${markers['reason of a review']}`,
        at,
      },
      contributions,
    );
    const recipients = [other.id, 'The ministry'];
    const release = { kind: 'annual', title: 'Annual report', snapshot: null, by, at };
    await addRelease(database, { ...release, contributions, recipients });
  });
  await decideClock(hub, callers.founder, {
    contribution: contributions[0] ?? '',
    clock: 'review',
    decision: 'keep',
    reason: `Because of ${markers['reason of a clock decision']}`,
  });
  const hits = await listHits(hub, callers.other, { limit: 10 });
  const hit = hits.items[0]?.id;
  if (hit === undefined) throw new Error('The two files share a number, and nobody was told');
  await requestContent(hub, callers.other, { hit, reason: `For ${markers['reason of a request']}` });
  await answerHit(hub, callers.owner, {
    hit,
    answer: 'share',
    reason: `For ${markers['reason of an answer']}`,
  });
}

/** The ids of two persons in the published snapshot. */
async function twoPersons(hub: Hub): Promise<readonly [string, string]> {
  const rows = await hub.lake.rows<{ subject: bigint }>(
    sql`select distinct subject from ${subjectTable} where type = 'person' order by subject limit 2`,
  );
  const [first, second] = rows.map(({ subject }) => idText('person', subject));
  if (first === undefined || second === undefined) throw new Error('There are no two persons in the hub');
  return [first, second];
}

async function registered(hub: Hub, id: string, partner: string): Promise<Caller> {
  const at = new Date().toISOString();
  await hub.ledger.transaction(async (database) => {
    await addPerson(database, { id, title: id, partner, at });
    const change = { person: id, granted: true, by: 'founder', reason: 'Works on the proof', at };
    for (const role of ['contributor', 'analyst'] satisfies Role[])
      await changeRole(database, { ...change, role });
  });
  return callerOf(hub, id, 'cross-check');
}

async function callerOf(hub: Hub, person: string, purpose: Caller['ground']['purpose']): Promise<Caller> {
  const actor = await actorOf(hub.ledger, person, 'terminal');
  return { actor, ground: { purpose, project: null }, request: `proof ${person}` };
}
