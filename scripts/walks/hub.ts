// A hub of a few invented rows, marked as a demonstration and served: what the walks through the desk go by.

import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { termsSchema } from '../../packages/model/src/terms/terms.ts';
import { actorOf } from '../../packages/server/src/access/actor.ts';
import { groundFrom } from '../../packages/server/src/access/ground.ts';
import { defaultLimits } from '../../packages/server/src/http/limits.ts';
import { serveHub } from '../../packages/server/src/http/serve-hub.ts';
import { contributeFile } from '../../packages/server/src/hub/contributions/contribute-file.ts';
import { createHub } from '../../packages/server/src/hub/create-hub.ts';
import { listHits } from '../../packages/server/src/hub/hits/list-hits.ts';
import { requestContent } from '../../packages/server/src/hub/hits/request-content.ts';
import type { Hub } from '../../packages/server/src/hub/hub.ts';
import { openHub } from '../../packages/server/src/hub/open-hub.ts';
import { runHub } from '../../packages/server/src/hub/run-hub.ts';
import { registerDemoPeople } from '../../packages/server/src/sign-in/demonstration.ts';
import type { ServedHub } from '../desk-browser.ts';
import { root } from '../source-files.ts';

const header = 'Name,Date of birth,Role,Passport,Phone,Case number';
const border = `${header},Case opened,Seen on,Border post
Ivan Petrov,1985-04-03,suspect,P4471203,+385 91 555 0101,BG-17,2026-02-01,2026-03-02,Zagreb
Iwan Sokolow,1985-05-03,suspect,,,BG-17,2026-02-01,2026-03-09,Munich
Martha Lindquist,1979-11-06,suspect,,,BG-18,2026-03-20,2026-03-10,Vienna
Goran Babitsch,1990-01-21,suspect,,,BG-18,2026-03-20,2026-03-11,Graz
`;
const police = `${header}
PETROV Ivan,1985-04-03,suspect,P4471203,+385 91 555 0101,FR-203
Ivan Sokolov,1985-04-03,suspect,,,FR-203
Marta Lindqvist,1979-06-11,suspect,,,FR-204
Goran Babic,1990-01-20,suspect,,,FR-204
Lea Noor,1991-02-03,suspect,X9988776,,FR-205
`;

/** A van that goes round four cities: a lead with a map, and links that rest on several statements. */
const roadChecks = readFileSync(
  join(root, 'packages/engine/src/scenarios/round-of-four-cities/road-checks.csv'),
  'utf8',
);

const key = 'cd'.repeat(32);

/** Makes the hub, lets one owner ask the other about what they share, and serves it. */
export async function serveWalkHub(): Promise<ServedHub> {
  const folder = await mkdtemp(join(tmpdir(), 'clew-desk-walk-'));
  const content = { clew: 1, title: 'Walk', profile: 'eu-europol', demo: true } as const;
  await createHub({ folder: join(folder, 'hub'), content, hubKey: key, founder: 'founder' });
  const config = { hubKey: key, ledger: undefined, memory: '1GB', threads: 1 };
  const hub = await openHub(join(folder, 'hub'), { config });
  await fill(hub);
  const serving = await serveHub(hub, {
    ...{ host: '127.0.0.1', port: 0, limits: defaultLimits },
    config: { openId: undefined },
    log: () => undefined,
    onBug: (error) => {
      throw error;
    },
  });
  return {
    url: serving.url,
    passwords: new Map(serving.demonstration.map(({ person, password }) => [person, password])),
    stop: async () => {
      await serving.stop();
      await hub.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fill(hub: Hub): Promise<void> {
  const caller = async (person: string) => ({
    actor: await actorOf(hub.ledger, person, 'terminal'),
    ground: groundFrom(undefined, undefined),
    request: 'walk',
  });
  const founder = await caller('founder');
  for (const [id, title, text] of [
    ['border-guard', 'Lagoon Coast Border Guard', border],
    ['fr-police', 'Office central du littoral', police],
    ['road-police', 'Road police', roadChecks],
  ] as const) {
    const bytes = Buffer.from(text);
    await contributeFile(hub, founder, {
      fileName: 'people.csv',
      size: bytes.length,
      content: Readable.from([bytes]),
      partner: { id, title, country: 'hr', contact: `${id}@desk.example` },
      terms: termsSchema.parse({ category: 'suspect' }),
      watch: {},
    });
  }
  await runHub(hub, founder, {});
  await registerDemoPeople(hub);
  const contributor = await caller('contributor');
  const { items } = await listHits(hub, contributor, { limit: 1 });
  for (const { id } of items)
    await requestContent(hub, contributor, { hit: id, reason: 'Stopped at our border' });
}
