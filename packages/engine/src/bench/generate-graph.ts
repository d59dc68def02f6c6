import { labelFrom, labelText } from '@clew/model/terms/label.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { caseAreaTable, entityTable, joinedLabelTable, linkTable } from '../graph/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { type Query, sql } from '../lake/sql.ts';
import { loadTable } from '../lake/table-writer.ts';
import { clusterTable } from '../resolution/tables.ts';
import { statementTable } from '../statements/tables.ts';

export interface GraphSize {
  readonly entities: number;
  readonly links: number;
  readonly seed: number;
}

const membersOfNetwork = 8;
const areas = 'migrant-smuggling thb-sexual thb-labour document-fraud';

/** Of everything on file, which part is of which type. People come first, the members of networks before all others. */
const parts = [
  ['person', 0.6, ''],
  ['case', 0.12, 'in case'],
  ['phone', 0.14, 'uses'],
  ['address', 0.06, 'lives at'],
  ['vehicle', 0.04, 'drives'],
  ['account', 0.02, 'holds'],
  ['organization', 0.02, 'works for'],
] as const;

/**
 * A graph in the lake, made by SQL alone: an eighth of the people in networks of eight, each with two cases of one crime
 * area; every other person in a case of one's own or none; the other links from anybody to anything, popular things
 * first; and one facilitator for every five networks, on file with three people of each of three networks. Fills the
 * tables that findings read. Gives how many facilitators are planted.
 */
export async function generateGraph(lake: Lake, { entities, links, seed }: GraphSize): Promise<number> {
  for (const { schema } of [entityTable, clusterTable, statementTable]) await lake.makeSchema(schema);
  await loadTable(lake, joinedLabelTable, [suspects()]);
  const people = Math.floor(entities * 0.6);
  const networks = Math.floor(people / 8 / membersOfNetwork);
  const facilitators = Math.floor(networks / 5);
  await lake.run(sql`create or replace table ${entityTable} as
    select i::ubigint as entity, case ${typeCases(entities)} end as type, 'e' || i as caption, 5::bigint as statements,
      1::bigint as subjects, ['p'] as owners, null::date as first_seen, null::date as last_seen, 1::ubigint as label,
      false as protected
    from range(${entities}) t(i)`);
  await lake.run(sql`create or replace table ${clusterTable} as
    select entity as subject, type, entity, entity as component from ${entityTable}`);
  await loadTable(lake, statementTable, []);
  await lake.run(sql`create or replace table ${caseAreaTable} as
    select entity as "case", string_split(${areas}, ' ')[1 + ((entity - ${people}) // 2 % 4)::bigint] as area
    from ${entityTable} where type = 'case'`);
  const bound = networks * membersOfNetwork;
  const own = Math.floor((people - bound) / 2);
  const cases = Math.floor(entities * 0.12);
  await lake.run(sql`create or replace table ${linkTable} as
    with pair as (
      select i as source, ${people} + (i // ${membersOfNetwork}) * 2 + k as target
      from range(${bound}) m(i), range(2) c(k)
      union all
      select ${bound} + i, ${people} + 2 * ${networks} + i % ${cases - 2 * networks} from range(${own}) t(i)
      union all
      select ${chosen(sql`i`, 1, networks)} * ${membersOfNetwork} + i % 3, ${entities} - 1 - i // 9
      from range(${facilitators * 9}) t(i)
      union all
      select ${chosen(sql`i`, 2, people)}, ${people + cases} + floor(${entities - people - cases - facilitators} *
        (${chosen(sql`i`, 3, 1_000_000)} / 1e6) ** 1.5)::bigint
      from range(${links - 2 * bound - own - facilitators * 9}) t(i)
    )
    select hash(p.source, p.target)::ubigint as link,
      case e.type ${kindCases()} end as kind, p.source::ubigint as source, 'person' as source_type,
      p.target::ubigint as target, e.type as target_type, [hash(p.target, p.source)::ubigint] as evidence, ['p'] as owners,
      null::date as first_seen, null::date as last_seen, 1::ubigint as label
    from (select distinct source, target from pair) p join ${entityTable} e on e.entity = p.target`);
  return facilitators;

  /** A number below `below`, the same for the same row and the same seed; three rows of a facilitator choose together. */
  function chosen(row: Query, stream: number, below: number): Query {
    const key = stream === 1 ? sql`${row} // 3` : row;
    return sql`(hash(${key}, ${stream}, ${seed}) % ${below})::bigint`;
  }
}

function suspects() {
  const terms = termsSchema.parse({ source: 'B', information: '2', category: 'suspect' });
  const label = labelFrom('p', terms, { minor: false, personal: true });
  return { label: 1n, owner: 'p', matchable: true, protected: false, content: labelText(label) };
}

function typeCases(entities: number): Query {
  let until = 0;
  const lines = parts.map(([type, share]) => {
    until += share;
    return `when i < ${Math.round(entities * until)} then '${type}'`;
  });
  return { text: `${lines.join(' ')} else 'organization'` };
}

function kindCases(): Query {
  return { text: parts.map(([type, , kind]) => `when '${type}' then '${kind}'`).join(' ') };
}
