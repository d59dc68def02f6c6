import type { PictureOf } from '@clew/model/finding-picture.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { slotMark, type Template } from '../adverts/draft.ts';
import { campaignTable } from '../tables.ts';
import { advertTable, contactTable, templateTable } from './tables.ts';

type TemplatePicture = PictureOf<'template'>;

/** Of a template so many parts, slots and values are shown. */
const mostParts = 200;
const mostValues = 12;
/** Characters of a part or a value that are shown. */
const longest = 2_000;
/** Texts in which values are counted. */
const mostTexts = 500;

/** For each campaign the template that most of its adverts have; none where none recurs. */
export async function templatePictures(
  lake: Lake,
  campaigns: readonly bigint[],
): Promise<ReadonlyMap<bigint, TemplatePicture>> {
  if (campaigns.length === 0) return new Map();
  const rows = await lake.rows<Shown>(sql`
    with used as (
      select campaign, template, count(*) as n, list(advert order by advert)[1:${mostTexts}] as adverts
      from ${campaignTable} where template is not null and campaign in ${campaigns} group by all
    ), most as (
      select campaign, arg_max(struct_pack(template, n, adverts), (n, -template)) as one from used group by campaign
    ), text as (
      select m.campaign, list(a.text order by a.advert) as texts
      from (select campaign, unnest(one.adverts) as advert from most) m join ${advertTable} a using (advert)
      group by m.campaign
    ), point as (
      select m.campaign, list_distinct(list(substr(a.text, k."start" + 1, k."end" - k."start"))) as points
      from (select campaign, unnest(one.adverts) as advert from most) m join ${contactTable} k using (advert)
        join ${advertTable} a using (advert)
      where k."start" is not null and k.kind = 'phone' group by m.campaign
    )
    select m.campaign, m.one.n as adverts, t.content, x.texts, coalesce(p.points, []) as points
    from most m join ${templateTable} t on t.template = m.one.template join text x using (campaign)
      left join point p using (campaign)`);
  return new Map(rows.map((row) => [row.campaign, pictureFrom(row)]));
}

interface Shown {
  readonly campaign: bigint;
  readonly adverts: number;
  readonly content: string;
  readonly texts: readonly (string | null)[];
  readonly points: readonly string[];
}

function pictureFrom({ adverts, content, texts, points }: Shown): TemplatePicture {
  const template = JSON.parse(content) as Template;
  const parts: TemplatePicture['parts'][number][] = [];
  template.text.split(slotMark).forEach((text, index) => {
    if (index > 0) parts.push({ slot: index - 1 });
    if (text !== '') parts.push({ text: text.slice(0, longest) });
  });
  const slots = template.slots.map(({ values, examples }) => {
    const shown = examples
      .map((value) => ({
        value: value.slice(0, longest),
        times: texts.reduce((sum, text) => sum + (text?.includes(value) ? 1 : 0), 0),
      }))
      .filter(({ times }) => times > 0)
      .sort((a, b) => b.times - a.times || (a.value < b.value ? -1 : 1))
      .slice(0, mostValues);
    const isPhone = shown.some(({ value }) => points.some((point) => value.includes(point)));
    const isNumber = shown.length > 0 && shown.every(({ value }) => /^\P{L}*$/u.test(value));
    return {
      what: isPhone ? 'phone' : isNumber ? 'number' : null,
      values: shown,
      more: Math.max(0, values - shown.length),
    };
  });
  return {
    kind: 'template',
    adverts,
    parts: parts.slice(0, mostParts),
    slots: slots.slice(0, mostParts / 2),
  };
}
