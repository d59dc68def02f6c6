// Hubs of the benches: opened, asked as their founder, and what a judgement costs there.

import { cpuSeconds } from '../packages/engine/src/bench/cpu-seconds.ts';
import { contributions } from '../packages/ledger/src/contributions.ts';
import { addJudgement } from '../packages/ledger/src/judgements.ts';
import { idText } from '../packages/model/src/ids.ts';
import { actorOf } from '../packages/server/src/access/actor.ts';
import type { Caller } from '../packages/server/src/access/caller.ts';
import { matchHeld } from '../packages/server/src/hub/hits/match-held.ts';
import type { Hub } from '../packages/server/src/hub/hub.ts';
import { openHub } from '../packages/server/src/hub/open-hub.ts';

/** The key of every hub of a bench: nobody is in it. */
export const benchKey = 'ab'.repeat(32);

export function openBench(place: string, memory?: string): Promise<Hub> {
  return openHub(place, { config: { hubKey: benchKey, ledger: undefined, memory, threads: undefined } });
}

/** The person who made the hub, `founder`. */
export async function founderOf(hub: Hub): Promise<Caller> {
  const ground = { purpose: 'cross-check', project: null } as const;
  return { actor: await actorOf(hub.ledger, 'founder', 'terminal'), ground, request: 'bench' };
}

/** Judges two subjects of a type to be one, takes that back, and says of each what it took until the hits were told. */
export async function judgeThere(
  hub: Hub,
  pair: { readonly type: string; readonly a: bigint; readonly b: bigint },
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const verdict of ['same', 'unsure'] as const) {
    const started = performance.now();
    const before = cpuSeconds();
    const [a, b] = [idText(pair.type, pair.a), idText(pair.type, pair.b)];
    const judgement = { a, b, verdict, by: 'founder', reason: 'Bench', at: new Date().toISOString() };
    const [first] = await contributions(hub.ledger);
    await hub.ledger.transaction((database) =>
      addJudgement(database, judgement, first === undefined ? [] : [first.id]),
    );
    const hits = await matchHeld(hub);
    const told =
      hits === null
        ? 'not matched'
        : `${hits.told} hits told, ${hits.withdrawn} withdrawn, ${hits.returned} back`;
    const took = `${(cpuSeconds() - before).toFixed(2)} CPU s; by the clock ${((performance.now() - started) / 1000).toFixed(2)} s`;
    lines.push(`${verdict === 'same' ? 'merged' : 'parted'}: ${took}; ${told}`);
  }
  return lines;
}
