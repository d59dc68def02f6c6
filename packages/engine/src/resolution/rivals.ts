// In: scored_<type>. Out: the same with pairs of rival explanations weighed again.
// Twins, and parent and child of one name, agree in what a person agrees in with themselves: no evidence that relatives
// share tells the two apart. What tells them apart is whether each has records of their own.

import type { Lake } from '../lake/lake.ts';
import { joinRivals } from './join-held.ts';
import type { Interaction, TypeModel } from './model.ts';
import { overLevels, type TrainedModel } from './train.ts';
import { text, workTable } from './work.ts';

/** Bits for one person against two relatives, where both, one, or none of the two have records of their own. */
export interface RivalOdds {
  readonly interaction: string;
  readonly bits: readonly [none: number, one: number, both: number];
}

/** Odds are never taken for surer than this: 1 in 1,000. */
const surest = 10;
/** Below this a pair still speaks against one person: two to one. */
export const leastDecisive = 1;
/** Relatives told of once that any file may hold beside the usual share: a pair in a small file proves nothing. */
const fewestRelatives = 3;
/** Pairs that a number settles, below which they teach nothing. */
const leastSettled = 100;
/** Some have no second record, however often others are told of. */
const mostOwn = 0.75;

/**
 * Weighs pairs of which an interaction has a rival explanation. There are at most about `perSubject` pairs of such relatives
 * for each subject, and not many more than can be seen: a relative has records of their own as often as anybody here, and
 * where both have, the pair shows. More pairs without such records than relatives explain are one person whose record is
 * wrong. The evidence counts up to those odds, and not beyond. Where numbers settle who is who, the share of pairs that
 * are told of like that counts too.
 *
 * The odds are learnt from these pairs, or taken from `kept`. Stable: only counts enter.
 */
export async function weighRivals(
  lake: Lake,
  trained: TrainedModel,
  given: {
    readonly kept: readonly RivalOdds[] | undefined;
    /** Whether there are held pairs, some of which may have to be weighed again. */
    readonly held: boolean;
  },
): Promise<readonly RivalOdds[]> {
  const { model } = trained;
  const { kept } = given;
  const odds: RivalOdds[] = [];
  for (const interaction of model.interactions) {
    if (interaction.rival === undefined) continue;
    await takeRivals(lake, model, interaction, given.held);
    const known = kept?.find((one) => one.interaction === interaction.id);
    const learnt = known ?? (await learnOdds(lake, trained, interaction));
    odds.push(learnt);
    await applyOdds(lake, model, learnt);
  }
  return odds;
}

/**
 * `rival_<type>`: a, b, the weight without the interaction, and which of the two have records of their own: records that
 * are like the one and not like the other. A record like both tells of one person, and is nobody's own.
 */
async function takeRivals(
  lake: Lake,
  model: TypeModel,
  interaction: Interaction,
  held: boolean,
): Promise<void> {
  const scored = workTable('scored', model.type);
  const like = `coalesce(${overLevels(model, interaction.rival?.own ?? 'false')}, false) and weight > 0`;
  const when = `coalesce(${overLevels(model, interaction.when)}, false)`;
  await takeLike(lake, model.type, like);
  if (held) await joinRivals(lake, model, { when, like, weight: interaction.weight });
  const subject = workTable('subject', model.type);
  const own = (one: string, other: string) => `select a, b from (
      select e.a, e.b, e.${other} as subject, o.other from ends e join ${workTable('like', model.type)} o on o.subject = e.${one})
    anti join ${workTable('like', model.type)} using (subject, other)`;
  await lake.run(
    text(`create or replace table ${workTable('rival', model.type)} as
      with ends as materialized (select s.a, s.b, x.subject as one, y.subject as another
        from (select a, b from ${scored} where ${when}) s join ${subject} x on x.n = s.a join ${subject} y on y.n = s.b)
      select a, b, weight - ${interaction.weight} as bare,
        (a, b) in (${own('one', 'another')}) as left_own, (a, b) in (${own('another', 'one')}) as right_own,
        coalesce(${otherConflicts(model, interaction)}, false) as otherwise
      from ${scored} where ${when}`),
  );
}

/** `like_<type>` (subject, other): who is like whom, from both sides. */
async function takeLike(lake: Lake, type: string, like: string): Promise<void> {
  const subject = workTable('subject', type);
  await lake.run(
    text(`create or replace table ${workTable('like', type)} as
      with pairs as (select x.subject as one, y.subject as another from (select a, b from ${workTable('scored', type)} where ${like}) s
        join ${subject} x on x.n = s.a join ${subject} y on y.n = s.b)
      select one as subject, another as other from pairs union all select another, one from pairs`),
  );
}

function otherConflicts(model: TypeModel, interaction: Interaction): string {
  const others = model.interactions.filter((one) => one.conflict && one !== interaction);
  return others.map((one) => overLevels(model, one.when)).join(' or ') || 'false';
}

async function learnOdds(lake: Lake, trained: TrainedModel, interaction: Interaction): Promise<RivalOdds> {
  const { type } = trained.model;
  const rival = interaction.rival;
  if (rival === undefined) throw new Error(`No rival in ${interaction.id}`);
  const settled = `coalesce(${overLevels(trained.model, rival.settled)}, false)`;
  const alike = `coalesce(${overLevels(trained.model, rival.alike)}, false)`;
  const own = `coalesce(${overLevels(trained.model, rival.own)}, false)`;
  const seen = await lake.row<
    Readonly<Record<'pairs' | 'alone' | 'single' | 'both' | 'own' | 'known', number>>
  >(
    text(`with likely as (select * from ${workTable('rival', type)} where bare > 0 and not otherwise),
        apart as (select * from likely where not left_own and not right_own)
      select (select count(*) from likely) as pairs,
        (select least(count(distinct a), count(distinct b)) from apart) as alone,
        (select count(*) from (select a as n from likely where not left_own and right_own
          union select b from likely where left_own and not right_own)) as single,
        (select count(*) from likely where left_own and right_own) as both,
        (select count(distinct subject) from ${workTable('like', type)}) as own,
        (select count(*) from ${workTable('feature', type)} where ${rival.among}) as known`),
  );
  const numbered = await lake.row<Readonly<Record<'alike' | 'settled' | 'open', number>>>(
    text(`select count(*) filter (where ${settled} and ${alike}) as alike,
        count(*) filter (where ${settled} and (${alike} or ${own})) as settled,
        count(*) filter (where not ${settled} and ${own}) as open
      from ${workTable('scored', type)} where weight > 0`),
  );
  // Where a number settles who is who, one sees how often a person is told of like this.
  const rate = numbered.settled < leastSettled ? 0 : numbered.alike / (numbered.settled + 1);
  const told = (rate / (1 - rate)) * numbered.open;
  const share = Math.min(mostOwn, (seen.own + 1) / (seen.known + 2));
  const usual = rival.perSubject * entitiesAmong(trained, seen.known);
  const relatives = Math.min(usual, atMost(seen.both) / share ** 2);
  const odds = (found: number, likely: number): number => {
    const expected = fewestRelatives + likely;
    const rest = found - Math.sqrt(found) - expected - Math.sqrt(expected);
    const matches = Math.max(0.001 * expected, rest, (told * found) / Math.max(1, seen.pairs));
    return Math.max(-surest, Math.min(surest, Math.round(Math.log2(matches / expected) * 1e4) / 1e4));
  };
  const alone = odds(seen.alone, relatives * (1 - share) ** 2);
  const single = odds(seen.single, 2 * relatives * share * (1 - share));
  return { interaction: interaction.id, bits: [alone, single, -surest] };
}

/** The most that may be expected where so many were seen, in about 95 of 100 cases; three where none was. */
function atMost(seen: number): number {
  return seen + 2 * Math.sqrt(seen) + 3;
}

/** How many things the subjects are, were all of one size: with c of each, matches are (c - 1) / 2 for each subject. */
function entitiesAmong(trained: TrainedModel, subjects: number): number {
  const matchShare = 1 / (1 + 2 ** -trained.prior);
  return subjects / (1 + matchShare * (trained.subjects - 1));
}

async function applyOdds(lake: Lake, model: TypeModel, { bits }: RivalOdds): Promise<void> {
  const [none, one, both] = bits;
  await lake.run(
    text(`update ${workTable('scored', model.type)} s set
        weight = r.weight, rival = round(r.weight - r.bare, 4), conflict = r.otherwise or r.weight < ${leastDecisive}
      from (select a, b, bare, otherwise, round(case when bare > ceiling then ceiling else bare end
              - log2(1 + pow(2, -abs(bare - ceiling))), 4) as weight
            from (select *, case left_own::integer + right_own::integer
              when 0 then ${none}::double when 1 then ${one}::double else ${both}::double end as ceiling
              from ${workTable('rival', model.type)})) r
      where s.a = r.a and s.b = r.b`),
  );
}
