import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import type { Step } from '../lake/store.ts';
import { defineTable } from '../lake/table.ts';
import { loadTable } from '../lake/table-writer.ts';
import { clusterTable } from '../resolution/tables.ts';
import { statementId, statementTable } from '../statements/tables.ts';
import { gazetteerRows, gazetteerTable } from './gazetteer.ts';
import { labelSetTable, labelSetText } from './labels.ts';
import { referenceTable } from './references.ts';
import { placeTable } from './tables.ts';
import {
  countryProperties,
  dateProperties,
  eventTypes,
  placeProperties,
  remoteLinks,
} from './whereabouts.ts';

/** Places before their labels are joined. A working table. */
export const placeRowTable = defineTable('graph_work', 'place_row', {
  entity: 'UBIGINT',
  place: 'VARCHAR',
  country: 'VARCHAR',
  latitude: 'DOUBLE',
  longitude: 'DOUBLE',
  seen: 'DATE',
  evidence: 'UBIGINT[]',
  labels: 'VARCHAR',
});

/**
 * Where the events were, for the event and for whatever took part in it; where addresses, organisations and cases
 * are; and the towns in written-out addresses, for the address and for who lives there.
 */
export async function gatherPlaces(lake: Lake): Promise<void> {
  await loadTable(lake, gazetteerTable, gazetteerRows());
  await lake.run(sql`create or replace temp table stated_place as ${statedPlaces()}`);
  await lake.run(sql`create or replace temp table address_town as ${addressTowns()}`);
  await lake.run(sql`create or replace table ${placeRowTable} as
    select coalesce(c.entity, p.subject) as entity, p.* exclude (subject, type)
    from stated_place p left join ${clusterTable} c on c.subject = p.subject
    union all
    select r.target, p.place, p.country, p.latitude, p.longitude, p.seen,
      list_sort(list_append(p.evidence, r.statement)),
      ${labelSetText(sql`list_append(string_split(p.labels, ',')::ubigint[], r.label)`)}
    from stated_place p join ${referenceTable} r on r.subject = p.subject
    where p.type in ${eventTypes} and r.kind not in ${remoteLinks}
    union all
    select e.entity, t.place, t.country, t.latitude, t.longitude, s.first_seen, [${statementId('s')}],
      s.label::varchar
    from ${statementTable} s join address_town t on t.value = s.value
      left join ${clusterTable} c on c.subject = s.subject
      left join ${clusterTable} a on a.subject = md5_number_lower('address|' || s.value)::ubigint,
      unnest(case when s.type = 'address' then [coalesce(c.entity, s.subject)] else
        [coalesce(c.entity, s.subject), coalesce(a.entity, md5_number_lower('address|' || s.value)::ubigint)] end)
        as e(entity)
    where ${isAddressText('s')}`);
  await lake.run(sql`drop table stated_place`);
  await lake.run(sql`drop table address_town`);
}

/** graph.place. */
export function placeStep(): Step {
  return {
    writes: placeTable,
    select: sql`
      select p.entity, p.place, p.country, p.latitude, p.longitude, p.seen, p.evidence, l.label
      from ${placeRowTable} p join ${labelSetTable} l using (labels)
      order by p.entity, p.seen, p.place, p.country, p.evidence`,
  };
}

/**
 * One row for each place stated of a subject, or one for its country where no place is stated. Of several countries and
 * days the first counts, and of statements of one value the one with the least id.
 */
function statedPlaces(): Query {
  return sql`
    with piece as (
      select s.subject, s.type, s.property, s.value, s.label, s.first_seen, ${statementId('s')} as statement
      from ${statementTable} s where ${among([...placeProperties, ...countryProperties, ...dateProperties])}
    ), spot as (
      select * from piece s where ${among(placeProperties)}
    ), land as (
      select subject, min(type) as type, min(first_seen) as first_seen,
        unnest(min({'country': value, 'statement': statement, 'label': label}))
      from piece s where ${among(countryProperties)} group by subject
    ), day as (
      select subject, unnest(min({'date': try_cast(value as date), 'statement': statement, 'label': label}))
      from piece s where ${among(dateProperties)} and length(value) = 10 and try_cast(value as date) is not null
      group by subject
    ), stated as (
      select p.subject, p.type, p.value as place, l.country, coalesce(d.date, p.first_seen) as seen,
        [p.statement, l.statement, d.statement] as evidence, [p.label, l.label, d.label] as labels
      from spot p left join land l using (subject) left join day d using (subject)
      union all
      select l.subject, l.type, null, l.country, coalesce(d.date, l.first_seen), [l.statement, d.statement],
        [l.label, d.label]
      from land l left join day d using (subject) where l.subject not in (select subject from spot)
    )
    select s.subject, s.type, coalesce(g.title, s.place) as place, coalesce(s.country, g.country) as country,
      g.latitude, g.longitude, s.seen,
      list_sort(list_filter(s.evidence, lambda x: x is not null)) as evidence,
      ${labelSetText(sql`list_filter(s.labels, lambda x: x is not null)`)} as labels
    from stated s left join ${gazetteerTable} g
      on g.name = s.place and (g.country = s.country or (s.country is null and g.main))`;
}

function among(properties: readonly (readonly string[])[]): Query {
  const pairs = properties.map(([type = '', property = '']) => sql`(${type}, ${property})`);
  return sql`(s.type, s.property) in (${joinSql(pairs, ', ')})`;
}

function isAddressText(alias: string): Query {
  const of = { text: alias };
  return sql`(${of}.type, ${of}.property) in (('person', 'address'), ('organization', 'address'), ('address', 'full'))`;
}

/** The gazetteer's towns in written-out addresses: the longest name among the last words, then the last. */
function addressTowns(): Query {
  return sql`
    with address as (
      select distinct s.value, string_split(s.value, ' ') as words from ${statementTable} s
      where ${isAddressText('s')}
    ), town as (
      select *, string_split(name, ' ') as parts from ${gazetteerTable}
    ), word as (
      select value, words, unnest(range(greatest(1, len(words) - 6), len(words) + 1)) as i from address
    ), best as (
      select w.value, max(len(t.parts) * 1e12::bigint + t.main::int * 1e11::bigint + w.i * 1e5::bigint + t.entry)
        % 1e5::bigint as entry
      from word w join town t on t.parts[1] = w.words[w.i]
      where len(t.parts) = 1 or w.words[w.i : w.i + len(t.parts) - 1] = t.parts
      group by w.value
    )
    select b.value, g.title as place, g.country, g.latitude, g.longitude
    from best b join ${gazetteerTable} g using (entry)`;
}
