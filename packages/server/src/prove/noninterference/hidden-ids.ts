import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findingTable } from '@clew/engine/findings/tables.ts';
import { entityTable } from '@clew/engine/graph/tables.ts';
import { sql } from '@clew/engine/lake/sql.ts';
import { folderLabels } from '@clew/engine/statements/scope.ts';
import { breakGlasses } from '@clew/ledger/break-glass.ts';
import { contributions } from '@clew/ledger/contributions.ts';
import { necessities } from '@clew/ledger/necessities.ts';
import { partners } from '@clew/ledger/partners.ts';
import { people } from '@clew/ledger/people.ts';
import { projects } from '@clew/ledger/projects.ts';
import { publishedSnapshot } from '@clew/ledger/snapshots.ts';
import { tokens } from '@clew/ledger/tokens.ts';
import { idText } from '@clew/model/ids.ts';
import { labelFromText } from '@clew/model/terms/label.ts';
import { contributionFolder, isTakenIn } from '../../hub/contributions/contribution-folder.ts';
import { subjectsOf, type Worked } from './carry-out-acts.ts';
import { couldSee } from './may-see.ts';
import type { Observer } from './planned.ts';
import { emptyIds, type Ids, idKinds } from './probes.ts';

/** The ids of everything in a hub, whoever may know of it; what is hidden comes more than once. */
export async function idsOf({ hub, files }: Worked): Promise<Ids> {
  const { ledger, lake } = hub;
  const kept = await contributions(ledger);
  const secret = [...files.values()].filter(({ file }) => file.hidden).map(({ id }) => id);
  const readable = kept.filter((each) => isTakenIn(hub.layout, each));
  const hiddenKept = readable.filter(({ id }) => secret.includes(id));
  const published = await publishedSnapshot(ledger);
  // An erasure takes the snapshot with it, until the next run.
  const isThere = published !== undefined && existsSync(join(hub.layout.snapshots, published.id));
  const entities = isThere
    ? await lake.rows<{ entity: bigint; type: string }>(
        sql`select entity, type from ${entityTable} order by entity`,
      )
    : [];
  const findings = isThere
    ? await lake.rows<{ finding: bigint }>(sql`select finding from ${findingTable} order by finding`)
    : [];
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const plain = async (text: string) => ids(await ledger.query<{ id: string }>(text));
  return {
    contribution: [...ids(kept), ...secret, ...secret, ...secret],
    hit: await plain('select id from hit order by id'),
    notice: await plain('select id from notice order by id'),
    entity: [
      ...entities.map(({ entity, type }) => idText(type, entity)),
      ...(readable.length === 0 ? [] : await subjectsOf(hub, readable, 'person')),
      ...(hiddenKept.length === 0 ? [] : await subjectsOf(hub, hiddenKept, 'person')),
    ],
    finding: findings.map(({ finding }) => finding.toString(16).padStart(16, '0')),
    project: ids(await projects(ledger)),
    person: ids(await people(ledger)),
    partner: ids(await partners(ledger)),
    necessity: ids(await necessities(ledger)),
    breakGlass: ids(await breakGlasses(ledger)),
    token: ids(await tokens(ledger)),
    upload: [],
    networkView: await plain('select id from network_view order by id'),
  };
}

/** Throws when an observer could see something of a file that the plan calls hidden: the plan would prove nothing. */
export async function checkHidden(
  { hub, files }: Worked,
  { observers, today }: { readonly observers: readonly Observer[]; readonly today: string },
): Promise<void> {
  const kept = new Map((await contributions(hub.ledger)).map((each) => [each.id, each]));
  const hidden = [...files.values()].flatMap(({ id, file }) => {
    const now = kept.get(id);
    const isThere = file.hidden && now !== undefined && isTakenIn(hub.layout, now);
    return isThere ? [{ file, folder: contributionFolder(hub.layout, now) }] : [];
  });
  const folders = hidden.map(({ folder }) => folder);
  const found = await hub.reading.use((lake) => folderLabels(lake, folders));
  for (const [index, { file }] of hidden.entries()) {
    for (const { content } of found[index]?.labels ?? []) {
      const label = labelFromText(content as string);
      const seer = observers.find((each) => each.partner === file.partner || couldSee(each, label, today));
      if (seer !== undefined)
        throw new Error(`${file.slot} is not hidden from ${seer.id}: ${String(content)}`);
    }
  }
}

/** The ids of several hubs, each once more for each place where it stands. */
export function allIds(hubs: readonly Ids[]): Ids {
  const all = emptyIds();
  for (const kind of idKinds) all[kind].push(...hubs.flatMap((each) => each[kind]).toSorted());
  return all;
}
