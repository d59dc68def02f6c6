import { placeTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { chanceOfAtLeastTrials } from '../chance.ts';
import { campaignTable } from '../tables.ts';

/** A campaign with where and when its adverts were posted, and how likely so many places are. */
export interface Campaign {
  readonly campaign: bigint;
  readonly adverts: number;
  /** Adverts whose place is known. */
  readonly placed: number;
  readonly places: number;
  readonly countries: number;
  /** ISO dates; null where no date is known. */
  readonly first: string | null;
  readonly last: string | null;
  readonly templates: number;
  readonly chance: number;
}

/** Fewer adverts than this cannot be told from chance. */
const leastAdverts = 3;

/**
 * Tests every campaign of three placed adverts or more. Under the null each further advert is in a new place as often as the
 * second advert of an origin is in another place than the first, whoever posts: so those who post most do not make what
 * they do usual. The chance is the binomial tail.
 */
export async function testSpread(lake: Lake): Promise<{
  readonly tested: number;
  readonly rate: number;
  readonly candidates: readonly Campaign[];
}> {
  const { origins, moved } = await lake.row<{ origins: number; moved: number }>(sql`
    with placed as (
      select c.campaign, p.place, row_number() over (partition by c.campaign order by p.seen, c.advert, p.place) as nth
      from ${campaignTable} c join ${placeTable} p on p.entity = c.advert
      where p.place is not null and p.seen is not null
    )
    select count(*) as origins, count(*) filter (a.place <> b.place) as moved
    from placed a join placed b on b.campaign = a.campaign and a.nth = 1 and b.nth = 2`);
  const rate = (moved + 1) / (origins + 2);
  const campaigns = await lake.rows<Omit<Campaign, 'chance'>>(sql`
    select c.campaign, count(distinct c.advert) as adverts, count(distinct p.entity) as placed,
      count(distinct p.place) as places, count(distinct p.country) as countries,
      min(p.seen)::varchar as "first", max(p.seen)::varchar as "last", count(distinct c.template) as templates
    from ${campaignTable} c left join ${placeTable} p on p.entity = c.advert and p.place is not null
    group by c.campaign having count(distinct p.entity) >= ${leastAdverts} order by c.campaign`);
  const candidates = campaigns
    .filter(({ places }) => places > 1)
    .map((campaign) => ({
      ...campaign,
      chance: chanceOfAtLeastTrials({ trials: campaign.placed - 1, rate }, campaign.places - 1),
    }));
  return { tested: campaigns.length, rate, candidates };
}
