import { findingKey, findingsByKey } from '@clew/engine/findings/finding-key.ts';
import {
  countFindings,
  type FindingsChosen,
  type ListedFinding,
  listFindings as listIn,
} from '@clew/engine/findings/list-findings.ts';
import { reviewVerdicts } from '@clew/ledger/reviews.ts';
import type { Review } from '@clew/model/review.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';
import { type Told, toldAmongColleagues } from '../review/told-among-colleagues.ts';

export interface FindingsAsked extends Pick<FindingsChosen, 'detector' | 'area' | 'mostChance' | 'standing'> {
  /** By the last review; `open`: without one. */
  readonly state?: Review['verdict'] | 'open' | undefined;
  readonly after?: bigint | undefined;
  readonly limit: number;
}

type SaidOfFinding = Omit<Review, 'reason'>;

/** A finding with what reviewers said of it, the last one last. */
export interface ReviewedFinding extends ListedFinding {
  readonly reviews: readonly Told<SaidOfFinding>[];
}

/** The findings of the caller's view, the least likely by chance first, after the one named. */
export async function listFindings(
  hub: Hub,
  caller: Caller,
  { state, ...asked }: FindingsAsked,
): Promise<{ readonly view: string; readonly total: number; readonly findings: readonly ReviewedFinding[] }> {
  const view = await openView(hub, caller);
  const said = await saidByKey(hub);
  const { total, findings, reviewed } = await view.read(async (lake) => {
    const keys = await findingsByKey(lake, [...said.keys()]);
    const reviewed = new Map([...keys].map(([finding, key]) => [finding, said.get(key) ?? []]));
    const chosen = { ...asked, ...inState(reviewed, state) };
    return { total: await countFindings(lake, chosen), findings: await listIn(lake, chosen), reviewed };
  });
  const told: ReviewedFinding[] = [];
  for (const finding of findings) {
    const reviews = await toldAmongColleagues(hub, caller, reviewed.get(finding.finding) ?? []);
    told.push({ ...finding, reviews });
  }
  return { view: view.id, total, findings: told };
}

/** What reviewers said, by what it was said of. */
async function saidByKey(hub: Pick<Hub, 'ledger'>): Promise<ReadonlyMap<string, readonly SaidOfFinding[]>> {
  const byKey = new Map<string, SaidOfFinding[]>();
  for (const review of await reviewVerdicts(hub.ledger)) {
    const key = findingKey(
      review.detector,
      review.evidence.map((id) => BigInt(`0x${id}`)),
    );
    byKey.set(key, [...(byKey.get(key) ?? []), review]);
  }
  return byKey;
}

function inState(
  reviewed: ReadonlyMap<bigint, readonly SaidOfFinding[]>,
  state: FindingsAsked['state'],
): Pick<FindingsChosen, 'only' | 'without'> {
  if (state === undefined) return {};
  if (state === 'open') return { without: [...reviewed.keys()] };
  return {
    only: [...reviewed].flatMap(([finding, said]) => (said.at(-1)?.verdict === state ? [finding] : [])),
  };
}
