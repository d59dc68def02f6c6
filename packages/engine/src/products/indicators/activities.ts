import { recordTable, unreadTable } from '../../contribution/tables.ts';
import { findingTable } from '../../findings/tables.ts';
import { entityTable } from '../../graph/tables.ts';
import { keptContributionTable, keptJudgementTable, keptPartnerTable } from '../../kept.ts';
import { sql } from '../../lake/sql.ts';
import { statementTable, valueProblemTable } from '../../statements/tables.ts';
import { heldBackTable, notificationTable } from '../tables.ts';
import { startsIn, touches } from './definitions.ts';
import type { Indicator } from './indicator.ts';

const received = sql`received_at`;

export const activePartners: Indicator = {
  id: 'activities.partners',
  title: 'Partners that contributed',
  unit: 'partners',
  cells: 'one',
  smallCells: false,
  query: (scope) => sql`
    select null::varchar as dimension, count(distinct partner) as value
    from ${keptContributionTable} where ${startsIn(scope, received)}`,
};

export const contributions: Indicator = {
  id: 'activities.contributions',
  title: 'Contributions received, by partner',
  unit: 'contributions',
  dimension: 'partner',
  cells: 'disjoint',
  smallCells: false,
  query: (scope) => sql`
    select coalesce(p.title, k.partner) as dimension, count(*) as value
    from ${keptContributionTable} k left join ${keptPartnerTable} p on p.partner = k.partner
    where ${startsIn(scope, received)}
    group by all order by value desc, dimension`,
};

export const records: Indicator = {
  id: 'activities.records',
  title: 'Records received, by partner',
  unit: 'records',
  dimension: 'partner',
  cells: 'disjoint',
  smallCells: false,
  query: (scope) => sql`
    select coalesce(p.title, k.partner) as dimension, sum(r.n)::bigint as value
    from (select contribution, count(*) as n from ${recordTable} group by contribution) r
    join ${keptContributionTable} k on k.contribution = r.contribution
    left join ${keptPartnerTable} p on p.partner = k.partner
    where ${startsIn(scope, received)}
    group by all order by value desc, dimension`,
};

export const problems: Indicator = {
  id: 'activities.problems',
  title: 'Problems found in what was handed in, by kind',
  unit: 'problems',
  dimension: 'kind of problem',
  cells: 'disjoint',
  smallCells: false,
  query: (scope) => sql`
    select p.code as dimension, count(*) as value
    from (
      select contribution, code from ${unreadTable} union all select contribution, code from ${valueProblemTable}
    ) p
    join ${keptContributionTable} k on k.contribution = p.contribution
    where ${startsIn(scope, received)}
    group by p.code order by value desc, dimension`,
};

export const refused: Indicator = {
  id: 'activities.refused',
  title: 'Records of which nothing could be stated',
  unit: 'records',
  cells: 'one',
  smallCells: false,
  query: (scope) => sql`
    select null::varchar as dimension, count(*) as value
    from (
      select contribution, row from ${unreadTable} where refused
      union select contribution, row from ${valueProblemTable} where refused
    ) p
    join ${keptContributionTable} k on k.contribution = p.contribution
    where ${startsIn(scope, received)}`,
};

export const statements: Indicator = {
  id: 'activities.statements',
  title: 'Statements made of the records',
  unit: 'statements',
  cells: 'one',
  smallCells: false,
  query: (scope) => sql`
    select null::varchar as dimension, count(*) as value from ${statementTable}
    where ${touches(scope, sql`first_seen`, sql`last_seen`)}`,
};

export const undatedStatements: Indicator = {
  id: 'activities.statements-undated',
  title: 'Statements that bear no date',
  unit: 'statements',
  cells: 'one',
  smallCells: false,
  query: () => sql`
    select null::varchar as dimension, count(*) as value from ${statementTable}
    where first_seen is null and last_seen is null`,
};

export const entities: Indicator = {
  id: 'activities.entities',
  title: 'Entities known to the hub, by type',
  unit: 'entities',
  dimension: 'type',
  cells: 'disjoint',
  smallCells: false,
  query: (scope) => sql`
    select type as dimension, count(*) as value from ${entityTable}
    where ${touches(scope, sql`first_seen`, sql`last_seen`)}
    group by type order by value desc, dimension`,
};

/** The people whom the law protects are never matched, so they are not in here. */
export const sharedEntities: Indicator = {
  id: 'activities.hits',
  title: 'Links between partners (hits), by kind',
  unit: 'hits',
  dimension: 'kind of link',
  cells: 'disjoint',
  smallCells: false,
  query: () => sql`
    select kind as dimension, count(distinct entity) as value from ${notificationTable}
    group by kind order by value desc, dimension`,
};

export const notificationsSent: Indicator = {
  id: 'activities.notifications',
  title: 'Hit notifications made, by recipient',
  unit: 'notifications',
  dimension: 'partner',
  cells: 'disjoint',
  smallCells: false,
  query: () => sql`
    select coalesce(p.title, n.recipient) as dimension, count(*) as value
    from ${notificationTable} n left join ${keptPartnerTable} p on p.partner = n.recipient
    group by all order by value desc, dimension`,
};

export const heldBack: Indicator = {
  id: 'activities.held-back',
  title: 'Links of which partners were not told, by reason',
  unit: 'links',
  dimension: 'reason',
  cells: 'overlapping',
  smallCells: false,
  query: () => sql`
    select reason as dimension, count(*) as value from ${heldBackTable}
    group by reason order by value desc, dimension`,
};

export const judgements: Indicator = {
  id: 'activities.judgements',
  title: 'Decisions of analysts on pairs of records, by verdict',
  unit: 'decisions',
  dimension: 'verdict',
  cells: 'disjoint',
  smallCells: false,
  query: (scope) => sql`
    select verdict as dimension, count(*) as value from ${keptJudgementTable}
    where ${startsIn(scope, sql`"at"`)}
    group by verdict order by value desc, dimension`,
};

export const findings: Indicator = {
  id: 'activities.findings',
  title: 'Leads proposed for review, by detector',
  unit: 'leads',
  dimension: 'detector',
  cells: 'disjoint',
  smallCells: false,
  query: () => sql`
    select detector as dimension, count(*) as value from ${findingTable}
    group by detector order by value desc, dimension`,
};
