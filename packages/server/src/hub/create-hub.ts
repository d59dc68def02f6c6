import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Ledger } from '@clew/ledger/database.ts';
import { createLedger, openLedger } from '@clew/ledger/open-ledger.ts';
import { addPerson, changeRole, findPerson } from '@clew/ledger/people.ts';
import { settleFile } from '@clew/ledger/settle-folder.ts';
import { createHubKey, type HubKey, hubKeyFrom } from '@clew/ledger/vault/hub-key.ts';
import { Vault } from '@clew/ledger/vault/vault.ts';
import { type Role, roles } from '@clew/model/access/roles.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { type HubFile, hubFileText } from './hub-file.ts';
import { type HubLayout, hubLayout } from './hub-layout.ts';
import { ledgerPlace } from './ledger-place.ts';

export interface NewHub {
  readonly folder: string;
  readonly content: HubFile;
  /** The key from the environment; without it a key file is made. */
  readonly hubKey?: string | undefined;
  /** `postgres://…`; else the ledger is a folder of the hub. */
  readonly ledger?: string | undefined;
  /** Who makes it, and works with it alone until others are registered. */
  readonly founder: string;
}

/** Makes a hub in a folder that does not exist or is empty. The file that makes it a hub is written last. */
export async function createHub(given: NewHub): Promise<HubLayout> {
  const folder = resolve(given.folder);
  const layout = hubLayout(folder);
  await refuseIfInUse(layout);
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  for (const part of [layout.ledger, layout.vault]) await rm(part, { recursive: true, force: true });
  await rm(layout.key, { force: true });
  await mkdir(layout.vault, { mode: 0o700 });
  await mkdir(layout.contributions, { recursive: true });
  await mkdir(layout.snapshots, { recursive: true });
  const hubKey = given.hubKey === undefined ? await createHubKey(layout.key) : hubKeyFrom(given.hubKey);
  await startLedger(layout, { ...given, hubKey });
  const partial = `${layout.file}.partial`;
  await writeFile(partial, hubFileText(given.content));
  await settleFile(partial);
  await rename(partial, layout.file);
  await settleFile(folder);
  return layout;
}

/** The founder has every role but the administrator's, which goes with no other. */
const founderRoles = (Object.keys(roles) as Role[]).filter((role) => role !== 'administrator');

async function startLedger(
  layout: HubLayout,
  { founder, ledger: url, hubKey }: Pick<NewHub, 'founder' | 'ledger'> & { readonly hubKey: HubKey },
): Promise<void> {
  const at = new Date().toISOString();
  const place = ledgerPlace(layout, url);
  await createLedger(place, at);
  const { keys } = await Vault.open(layout.vault, hubKey);
  const ledger = await openLedger(place, { at, keys });
  try {
    await addFounder(ledger, { founder, at });
  } finally {
    await ledger.close();
  }
}

/** Registers who made the hub, unless an interrupted `init` has done so. `at` is ISO 8601. */
export async function addFounder(
  ledger: Ledger,
  { founder, at }: { readonly founder: string; readonly at: string },
): Promise<void> {
  await ledger.transaction(async (database) => {
    if ((await findPerson(database, founder)) !== undefined) return;
    await addPerson(database, { id: founder, title: founder, partner: null, at });
    const change = { person: founder, granted: true, by: founder, reason: 'Made the hub', at };
    for (const role of founderRoles) await changeRole(database, { ...change, role });
  });
}

/** What an interrupted `init` can have left; anything else in the folder is somebody's. */
const remains = new Set(['ledger', 'ledger.partial', 'vault', 'lake', 'hub.key', 'clew.yaml.partial']);

async function refuseIfInUse(layout: HubLayout): Promise<void> {
  if (existsSync(layout.file)) {
    throw new Refusal('already-there', 'This folder is a hub already.', 'Use it, or name another folder.');
  }
  const entries = await readdir(layout.folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') {
      throw new Refusal('already-there', 'There is a file of this name.', 'Name another folder.');
    }
    throw error;
  });
  if (entries.some((name) => !remains.has(name))) {
    throw new Refusal('already-there', 'The folder is not empty.', 'Name a new or an empty folder.');
  }
}
