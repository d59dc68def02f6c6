// In: adverts in the graph, with their texts. Out: findings.campaign, and working tables of templates and contact points.
// Invariant: the same adverts give the same campaigns, in whatever order they were handed in.

import type { Watch } from '@clew/model/progress.ts';
import { entityTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { loadTable, writeTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementTable } from '../../statements/tables.ts';
import { type ContactPoint, contactsIn } from '../adverts/contact-points.ts';
import { type FoundInTexts, type GivenText, templatesIn } from '../adverts/templates-in.ts';
import { usableLabelTable } from '../involvement.ts';
import { campaignTable } from '../tables.ts';
import { bindAdverts } from './bind-adverts.ts';
import { advertTable, contactTable, templateTable } from './tables.ts';

/** A contact point of an advert; no span where it is not in the text. */
interface Named extends Pick<ContactPoint, 'kind' | 'value'> {
  /** Whether a field names it. */
  readonly stated: boolean;
  readonly start: number | null;
  readonly end: number | null;
}

/** Finds the campaigns, writes them under `folder` and gives how many there are. */
export async function gatherCampaigns(
  lake: Lake,
  { folder }: { readonly folder: string },
  watch: Watch = {},
): Promise<number> {
  await loadAdverts(lake);
  const adverts = await advertIds(lake);
  if (adverts.length === 0) return writeNone(lake, folder);
  const named = await contactsStated(lake);
  const found = await templatesIn(
    {
      open: () => textsOf(lake),
      onText: (row, _template, contacts) =>
        addTo(
          named,
          row,
          contacts.map((one) => ({ ...one, stated: false })),
        ),
    },
    watch,
  );
  await addFromTitles(lake, named);
  const { ids, origin, popular } = bind(named, found);
  await loadTable(
    lake,
    contactTable,
    contactRows(adverts, named, (key) => !popular.has(ids.get(key) ?? -1)),
  );
  await loadTable(
    lake,
    templateTable,
    found.templates.map((template, place) => ({ template: place, content: JSON.stringify(template) })),
  );
  return writeCampaigns(lake, folder, { adverts, origin, templateOf: found.templateOf });
}

/** As if adverts had been read and bound, where there are none. */
async function writeNone(lake: Lake, folder: string): Promise<number> {
  await loadTable(lake, contactTable, []);
  await loadTable(lake, templateTable, []);
  await writeTable(lake, { folder, table: campaignTable }, async () => undefined);
  return 0;
}

async function loadAdverts(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${advertTable} as
    with said as (
      select coalesce(c.entity, s.subject) as advert,
        min(coalesce(s.original, s.value)) filter (s.property = 'text') as text,
        min(coalesce(s.original, s.value)) filter (s.property = 'title') as title,
        min(s.value) filter (s.property = 'country') as country
      from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
      where s.type = 'advert' and s.property in ('text', 'title', 'country') group by all
    )
    select row_number() over (order by e.entity) - 1 as "row", e.entity as advert, s.text, s.title, s.country, e.label
    from ${entityTable} e join ${usableLabelTable} u using (label) left join said s on s.advert = e.entity
    where e.type = 'advert' and not e.protected order by e.entity`);
}

async function* textsOf(lake: Lake): AsyncGenerator<GivenText[]> {
  for await (const { rowCount, columns } of lake.stream(
    sql`select text, country from ${advertTable} order by "row"`,
  ))
    yield Array.from({ length: rowCount }, (_, at) => ({
      text: (columns[0]?.[at] as string | null) ?? undefined,
      country: (columns[1]?.[at] as string | null) ?? undefined,
    }));
}

async function advertIds(lake: Lake): Promise<BigUint64Array> {
  const ids: bigint[] = [];
  for await (const { rowCount, columns } of lake.stream(
    sql`select advert from ${advertTable} order by "row"`,
  ))
    for (let at = 0; at < rowCount; at++) ids.push(columns[0]?.[at] as bigint);
  return BigUint64Array.from(ids);
}

/** Contact points that were stated in fields, by row. */
async function contactsStated(lake: Lake): Promise<Map<number, Named[]>> {
  const rows = await lake.rows<{ row: number; kind: 'phone' | 'handle'; value: string }>(sql`
    select distinct a."row", s.property as kind, s.value
    from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
      join ${advertTable} a on a.advert = coalesce(c.entity, s.subject)
    where s.type = 'advert' and s.property in ('phone', 'handle') order by all`);
  const named = new Map<number, Named[]>();
  for (const { row, kind, value } of rows)
    addTo(named, row, [{ kind, value, stated: true, start: null, end: null }]);
  return named;
}

async function addFromTitles(lake: Lake, named: Map<number, Named[]>): Promise<void> {
  const titled = sql`select "row", title, country from ${advertTable} where title is not null order by "row"`;
  for await (const { rowCount, columns } of lake.stream(titled))
    for (let at = 0; at < rowCount; at++) {
      const country = (columns[2]?.[at] as string | null) ?? undefined;
      const contacts = contactsIn(columns[1]?.[at] as string, { country });
      const row = columns[0]?.[at] as number;
      addTo(
        named,
        row,
        contacts.map(({ kind, value }) => ({ kind, value, stated: false, start: null, end: null })),
      );
    }
}

/** Adds contact points; what is there already gains a span or a field. */
function addTo(named: Map<number, Named[]>, row: number, contacts: readonly Named[]): void {
  if (contacts.length === 0) return;
  const list = named.get(row) ?? [];
  for (const one of contacts) {
    const at = list.findIndex(({ kind, value }) => kind === one.kind && value === one.value);
    const known = list[at];
    if (known === undefined) list.push(one);
    else
      list[at] = {
        ...known,
        stated: known.stated || one.stated,
        start: known.start ?? one.start,
        end: known.end ?? one.end,
      };
  }
  named.set(row, list);
}

function keyOf({ kind, value }: Pick<Named, 'kind' | 'value'>): string {
  return `${kind} ${value}`;
}

function bind(named: ReadonlyMap<number, readonly Named[]>, found: FoundInTexts) {
  const ids = new Map<string, number>();
  const idOf = (key: string) => {
    const known = ids.get(key) ?? ids.size;
    ids.set(key, known);
    return known;
  };
  const adverts = Array.from(found.templateOf, (template, row) => ({
    template,
    contacts: (named.get(row) ?? []).map((one) => idOf(keyOf(one))),
  }));
  const none = new Int32Array(0);
  const { origin, popular } = bindAdverts(adverts, {
    advert: (row) => {
      const form = found.forms.formOf[row] as number;
      return form < 0 ? none : found.forms.keys(form);
    },
    template: (template) => found.constants[template] ?? [],
  });
  return { ids, origin, popular };
}

function* contactRows(
  adverts: BigUint64Array,
  named: ReadonlyMap<number, readonly Named[]>,
  binds: (key: string) => boolean,
) {
  for (const [row, list] of named)
    for (const one of list) yield { advert: adverts[row] as bigint, ...one, binds: binds(keyOf(one)) };
}

/** Those of two adverts or more. A campaign's id is that of its first advert. */
async function writeCampaigns(
  lake: Lake,
  folder: string,
  given: {
    readonly adverts: BigUint64Array;
    readonly origin: Int32Array;
    readonly templateOf: Int32Array;
  },
): Promise<number> {
  const { adverts, origin, templateOf } = given;
  const sizes = new Int32Array(origin.length);
  for (const first of origin) sizes[first] = (sizes[first] as number) + 1;
  await writeTable(lake, { folder, table: campaignTable }, async (writer) => {
    for (const [row, advert] of adverts.entries()) {
      const first = origin[row] as number;
      if ((sizes[first] as number) < 2) continue;
      const template = templateOf[row] as number;
      await writer.add({
        campaign: adverts[first] as bigint,
        advert,
        adverts: sizes[first] as number,
        template: template < 0 ? null : template,
      });
    }
  });
  return sizes.reduce((count, size) => (size > 1 ? count + 1 : count), 0);
}
