// In: the published tables of the stages before and the id of a case. Out: what the recorded indicators come to, person
// by person.
// Invariant: only facts of records that name this case count; a protected person has a pseudonym, and of a fact only the
// indicator, how many records state it and whose they are is told. Nobody gets a number, and the order is that of ids.

import { type Assessment, assess, type Outcome } from '@clew/model/exploitation/assess.ts';
import { type Form, type IndicatorCode, isSexualAlone } from '@clew/model/exploitation/indicators.ts';
import type { CrimeArea } from '@clew/model/ontology/crime-areas.ts';
import { labelFromText } from '@clew/model/terms/label.ts';
import { entityTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { tellsYear } from '../../statements/eighteenth.ts';
import { labelTable, statementTable } from '../../statements/tables.ts';

/** One indicator of one person: how many records of the case state it, and whose they are. */
export interface RecordedIndicator {
  readonly indicator: IndicatorCode;
  readonly records: number;
  readonly owners: readonly string[];
}

export interface AssessedPerson {
  readonly entity: bigint;
  readonly caption: string;
  readonly protected: boolean;
  readonly recorded: readonly RecordedIndicator[];
  /** By each form that case or facts speak of; where the age group is not known, for an adult and for a child. */
  readonly assessments: readonly Assessment[];
}

export interface CaseAssessment {
  readonly case: bigint;
  /** People whom records of the case speak of. */
  readonly people: number;
  /** Those of them of whom at least one indicator is recorded. */
  readonly recorded: number;
  /** How many come to what, whatever the unchecked weights are. Who has several assessments counts once for each outcome. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** How many may come to what at most, once weights are checked. */
  readonly toCheck: Readonly<Partial<Record<Outcome, number>>>;
  readonly rows: readonly AssessedPerson[];
}

/** The people whom records of the case at hand speak of, with their mentions there. A working table. */
const inCaseTable = defineTable('assessment_work', 'in_case', { subject: 'UBIGINT', entity: 'UBIGINT' });

/** What is recorded of them. `ages` tells whether a minor, an age or a date of birth is stated. A working table. */
const factTable = defineTable('assessment_work', 'fact', {
  entity: 'UBIGINT',
  indicator: 'VARCHAR',
  records: 'BIGINT',
  owners: 'VARCHAR[]',
});

/**
 * Assesses a case that is there, by `assess`; `limit` and `offset` choose the people shown, in the order of their ids.
 */
export async function assessCase(
  lake: Lake,
  {
    entity,
    limit,
    offset = 0,
  }: { readonly entity: bigint; readonly limit: number; readonly offset?: number },
): Promise<CaseAssessment> {
  await gatherFacts(lake, entity);
  const { people } = await lake.row<{ people: number }>(
    sql`select count(distinct entity) as people from ${inCaseTable}`,
  );
  const minors = await minorLabels(lake);
  const found = await lake.rows<FoundPerson>(sql`
    select f.entity, e.caption, e.protected, list_sort(list(distinct f.indicator)) as indicators,
      coalesce(bool_or(a.minor), false) as minor, coalesce(bool_or(a.aged), false) as aged
    from ${factTable} f join ${entityTable} e using (entity)
    left join (
      select i.entity, bool_or(s.label in ${minors}) as minor,
        bool_or(s.property in ('birthDate', 'age', 'assessedAge') and ${tellsYear(sql`s.value`)}) as aged
      from ${inCaseTable} i join ${statementTable} s using (subject) group by i.entity
    ) a using (entity)
    group by all order by f.entity`);
  const areas = await areasOf(lake, entity);
  const shown = found.slice(offset, offset + limit);
  const recorded = await recordedOf(
    lake,
    shown.map((person) => person.entity),
  );
  return {
    case: entity,
    people,
    recorded: found.length,
    outcomes: countOutcomes(found, { areas, settled: true }),
    toCheck: countOutcomes(found, { areas, settled: false }),
    rows: shown.map((person) => ({
      entity: person.entity,
      caption: person.caption,
      protected: person.protected,
      recorded: recorded.get(person.entity) ?? [],
      assessments: assessmentsOf(person, areas),
    })),
  };
}

interface FoundPerson {
  readonly entity: bigint;
  readonly caption: string;
  readonly protected: boolean;
  readonly indicators: readonly IndicatorCode[];
  readonly minor: boolean;
  readonly aged: boolean;
}

async function gatherFacts(lake: Lake, entity: bigint): Promise<void> {
  await lake.makeSchema('assessment_work');
  await lake.run(sql`create or replace table ${inCaseTable} as
    with own as (
      select ${entity}::ubigint as subject union select subject from ${clusterTable} where entity = ${entity}
    )
    select distinct s.subject, coalesce(c.entity, s.subject) as entity
    from ${statementTable} s semi join own on own.subject = try_cast('0x' || s.value as ubigint)
    left join ${clusterTable} c on c.subject = s.subject
    where s.type = 'person' and s.property = 'case'`);
  await lake.run(sql`create or replace table ${factTable} as
    select i.entity, s.value as indicator, count(distinct (s.contribution, s."row")) as records,
      list_sort(list(distinct l.owner)) as owners
    from ${statementTable} s join ${inCaseTable} i using (subject) join ${labelTable} l using (label)
    where s.type = 'person' and s.property = 'indicator' group by i.entity, s.value`);
}

/** Labels that say of whom they are about that it is a minor. */
async function minorLabels(lake: Lake): Promise<readonly bigint[]> {
  const labels = await lake.rows<{ label: bigint; content: string }>(
    sql`select label, content from ${labelTable} where protected order by label`,
  );
  // No label is 0: a list in SQL must not be empty.
  return [0n, ...labels.filter(({ content }) => labelFromText(content).minor).map(({ label }) => label)];
}

async function recordedOf(
  lake: Lake,
  people: readonly bigint[],
): Promise<ReadonlyMap<bigint, readonly RecordedIndicator[]>> {
  const found = new Map<bigint, RecordedIndicator[]>();
  const rows = await lake.rows<RecordedIndicator & { readonly entity: bigint }>(sql`
    select * from ${factTable} where entity in ${[0n, ...people]} order by entity, indicator`);
  for (const { entity, ...recorded } of rows) found.set(entity, [...(found.get(entity) ?? []), recorded]);
  return found;
}

/** The crime areas that records state of the case. */
async function areasOf(lake: Lake, entity: bigint): Promise<ReadonlySet<CrimeArea>> {
  const rows = await lake.rows<{ area: CrimeArea }>(sql`
    select distinct s.value as area
    from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
    where s.type = 'case' and s.property = 'crimeArea' and coalesce(c.entity, s.subject) = ${entity}::ubigint
    order by area`);
  return new Set(rows.map(({ area }) => area));
}

function assessmentsOf(
  { indicators, minor, aged }: FoundPerson,
  areas: ReadonlySet<CrimeArea>,
): readonly Assessment[] {
  const ages = minor ? (['child'] as const) : aged ? (['adult'] as const) : (['adult', 'child'] as const);
  return formsOf(indicators, areas).flatMap((form) => ages.map((age) => assess(indicators, { form, age })));
}

/** Labour exploitation unless case and facts speak of sexual exploitation alone. */
function formsOf(indicators: readonly IndicatorCode[], areas: ReadonlySet<CrimeArea>): readonly Form[] {
  const isSexual = areas.has('thb-sexual') || indicators.some(isSexualAlone);
  const isOther = [...areas].some((area) => area !== 'thb-sexual' && area.startsWith('thb-'));
  return isSexual ? (isOther ? ['labour', 'sexual'] : ['sexual']) : ['labour'];
}

function countOutcomes(
  people: readonly FoundPerson[],
  { areas, settled }: { readonly areas: ReadonlySet<CrimeArea>; readonly settled: boolean },
): Partial<Record<Outcome, number>> {
  const counts: Partial<Record<Outcome, number>> = {};
  for (const person of people) {
    const own = assessmentsOf(person, areas).filter(({ isSettled }) => isSettled === settled);
    for (const outcome of new Set(own.map((assessment) => assessment.outcome)))
      counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}
