import type { FindingReason } from '@clew/model/finding.ts';
import { entityTable, placeTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { valueSubject } from '../../resolution/value-subject.ts';
import { statementId, statementTable } from '../../statements/tables.ts';
import type { Proposed } from '../detector.ts';
import { usableLabelTable } from '../involvement.ts';
import { counted, oneIn, percent } from '../say-figures.ts';
import { campaignTable } from '../tables.ts';
import { chanceValues, saidAs, shareAtMost, type Told } from '../told.ts';
import { contactTable } from './tables.ts';
import { templatePictures } from './template-picture.ts';
import type { Campaign } from './test-spread.ts';

interface Found extends Campaign {
  readonly chanceCorrected: number;
}

interface Context {
  readonly tested: number;
  readonly rate: number;
  readonly otherwise: readonly string[];
}

/** So many adverts and contact points of a campaign are named as subjects; findings.campaign has all. */
const mostSubjects = 60;

const foundTable = defineTable('findings_work', 'found_campaign', { campaign: 'UBIGINT' });

/** Gathers the evidence of each campaign and puts it into words. */
export async function tellCampaigns(
  lake: Lake,
  found: readonly Found[],
  context: Context,
): Promise<Proposed[]> {
  await loadTable(lake, foundTable, found);
  const behind = new Map((await lake.rows<Behind>(behindQuery)).map((row) => [row.campaign, row]));
  const points = new Map((await lake.rows<Points>(pointsQuery)).map((row) => [row.campaign, row]));
  const pictures = await templatePictures(
    lake,
    found.map(({ campaign }) => campaign),
  );
  return found.map((campaign): Proposed => {
    const { adverts, evidence, labels } = behind.get(campaign.campaign) as Behind;
    const { contacts = 0, hidden = 0, known = [] } = points.get(campaign.campaign) ?? {};
    const picture = pictures.get(campaign.campaign);
    return {
      kind: 'one-origin',
      subjects: [...adverts.slice(0, mostSubjects), ...known.slice(0, mostSubjects)],
      evidence,
      labels,
      reason: {
        ...campaignReason({ ...campaign, contacts, hidden }, context),
        ...(picture === undefined ? {} : { picture }),
      },
      chance: campaign.chance,
      chanceCorrected: campaign.chanceCorrected,
    };
  });
}

interface Behind {
  readonly campaign: bigint;
  /** In the order in which they were posted. */
  readonly adverts: readonly bigint[];
  readonly evidence: readonly bigint[];
  readonly labels: readonly bigint[];
}

const behindQuery = sql`
  with member as (
    select c.campaign, c.advert from ${campaignTable} c semi join ${foundTable} f using (campaign)
  ), said as (
    select m.campaign, list_sort(list(${statementId('s')})) as evidence
    from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
      join member m on m.advert = coalesce(c.entity, s.subject)
    where s.type = 'advert' and s.property in ('text', 'title', 'date', 'place', 'country', 'phone', 'handle')
    group by m.campaign
  ), posted as (
    select entity, min(seen) as seen from ${placeTable} semi join member on advert = entity group by entity
  )
  select m.campaign, list(m.advert order by p.seen nulls last, m.advert) as adverts, any_value(s.evidence) as evidence,
    list_sort(list_distinct(list(e.label))) as labels
  from member m join said s using (campaign) join ${entityTable} e on e.entity = m.advert
    left join posted p on p.entity = m.advert
  group by m.campaign`;

interface Points {
  readonly campaign: bigint;
  readonly contacts: number;
  /** Contact points that no field names: they were read from texts alone. */
  readonly hidden: number;
  /** Those that are in the graph and may be shown. */
  readonly known: readonly bigint[];
}

const pointsQuery = sql`
  with point as (
    select c.campaign, k.kind, k.value, count(*) as adverts, count(*) filter (k.stated) as stated
    from ${campaignTable} c semi join ${foundTable} f using (campaign) join ${contactTable} k using (advert)
    where k.binds group by all
  ), thing as (
    select p.*, coalesce(c.entity, p.subject) as entity
    from (select *, ${valueSubject(sql`kind`, sql`value`)}::ubigint as subject from point) p
      left join ${clusterTable} c on c.subject = p.subject
  )
  select t.campaign, count(*) as contacts, count(*) filter (t.stated = 0) as hidden,
    coalesce(list(e.entity order by t.adverts desc, e.entity) filter (u.label is not null), []) as known
  from thing t left join ${entityTable} e on e.entity = t.entity and not e.protected
    left join ${usableLabelTable} u on u.label = e.label
  group by t.campaign`;

interface Figures extends Found {
  readonly contacts: number;
  readonly hidden: number;
}

/** The sentences of a finding. No text of an advert and no contact point is in them. */
function campaignReason(campaign: Figures, { tested, rate, otherwise }: Context): FindingReason {
  const { adverts, placed, places, countries, contacts, hidden, templates } = campaign;
  return {
    ...saidAs([...whatIsShared(campaign), ...againstChance(campaign, { tested, rate }), caution]),
    otherwise,
    figures: {
      adverts,
      placed,
      places,
      countries,
      contacts,
      inTextsAlone: hidden,
      wordings: templates,
      usual: rate,
      chance: campaign.chance,
      chanceCorrected: campaign.chanceCorrected,
      tested,
    },
  };
}

function whatIsShared(campaign: Figures): readonly Told[] {
  const { adverts, places, countries, contacts, hidden, templates, first, last } = campaign;
  const recur =
    templates === 0
      ? 'no wording recurs'
      : `${counted(templates, 'wording')} ${templates === 1 ? 'recurs' : 'recur'}`;
  const of = countries > 0 ? ` of ${counted(countries, 'country', 'countries')}` : '';
  const during = first === null ? '' : ` from ${first} to ${last}`;
  const inTexts = {
    code: 'campaign.hidden',
    values: { count: hidden },
    words: `${counted(hidden, 'contact point')} stood in texts alone, in whatever disguise.`,
  };
  return [
    {
      code: 'campaign.origin',
      values: { adverts, contacts, wordings: templates },
      words: `${counted(adverts, 'advert')} are of one origin: they name ${counted(contacts, 'contact point')}, and ${recur}.`,
    },
    {
      code: first === null ? 'campaign.places' : 'campaign.posted',
      values: { places, countries, ...(first === null ? {} : { first, last: last ?? first }) },
      words: `They were posted in ${counted(places, 'place')}${of}${during}.`,
    },
    ...(hidden > 0 ? [inTexts] : []),
  ];
}

function againstChance(
  { placed, chance, chanceCorrected }: Figures,
  { tested, rate }: Pick<Context, 'tested' | 'rate'>,
): readonly Told[] {
  return [
    {
      code: 'campaign.usual',
      values: { share: rate },
      words: `Of the second adverts of all origins, ${percent(rate)} are in another place than the first.`,
    },
    {
      code: 'campaign.chance',
      values: { placed, ...chanceValues(chance) },
      words: `By chance at that rate, ${placed} adverts would be in as many places or more ${oneIn(chance)}.`,
    },
    {
      code: 'campaign.tested',
      values: { tested, share: shareAtMost(chanceCorrected) },
      words: `${counted(tested, 'origin')} of three adverts or more were tested; of leads like this one, at most ${percent(chanceCorrected)} are expected to be chance.`,
    },
  ];
}

const caution: Told = {
  code: 'campaign.caution',
  values: {},
  words: 'That adverts have one origin says nothing about whether anybody is exploited.',
};
