// In: a mounted run and the truth of a shelter's forms. Out: how many people whom the assessment of their case takes for
// trafficked are planted as such, by the list for their form of exploitation and their age.

import { join } from 'node:path';
import type { AgeGroup, Form } from '@clew/model/exploitation/indicators.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { type AssessedPerson, assessCase } from '../products/assessment/assess-case.ts';
import { clusterTable } from '../resolution/tables.ts';
import { statementTable } from '../statements/tables.ts';
import { lines } from './score-findings.ts';
import type { NamedLeadScore } from './score-leads.ts';
import { ratio, shareOf } from './share.ts';
import { truthTable } from './truth-table.ts';

/** Cases beyond these are not assessed: each is a query of its own. */
const mostCases = 40;

interface Screened {
  readonly screening: string;
  readonly person: bigint | null;
  readonly case: bigint | null;
}

/** Needs `score.file`. Undefined where the world has no such forms. */
export async function scoreAssessments(lake: Lake, truth: string): Promise<NamedLeadScore | undefined> {
  const planted = new Map(
    (await lines(join(truth, 'screenings.jsonl'))).map((line) => [line.screening, line]),
  );
  if (planted.size === 0) return undefined;
  const screened = await screenedIn(lake, truth);
  const cases = [...new Set(screened.map((one) => one.case))].slice(0, mostCases);
  const people = new Map<bigint, AssessedPerson>();
  for (const entity of cases) {
    if (entity === null) continue;
    const { rows } = await assessCase(lake, { entity, limit: 1_000 });
    for (const row of rows) people.set(row.entity, row);
  }
  const told = screened
    .filter((one) => cases.includes(one.case))
    .map(({ screening, person }) => {
      const { form, age, outcome, isSettled } = planted.get(screening) ?? {};
      const assessment = (person === null ? undefined : people.get(person))?.assessments.find(
        (each) => each.form === (form as Form) && each.age === (age as AgeGroup),
      );
      const isRight = assessment?.outcome === outcome && assessment?.isSettled === isSettled;
      return { isMeant: outcome === 'trafficking', isTold: assessment?.outcome === 'trafficking', isRight };
    });
  const meant = told.filter(({ isMeant }) => isMeant);
  const found = meant.filter(({ isRight }) => isRight).length;
  const reported = told.filter(({ isTold }) => isTold).length;
  const correct = told.filter(({ isTold, isRight }) => isTold && isRight).length;
  return {
    ...{ id: 'assessment', title: 'Assessment of exploitation' },
    ...{ planted: meant.length, found, reported, correct },
    falseAlarms: told.length === 0 ? 0 : ((reported - correct) / told.length) * 1_000,
    ...shareOf(ratio(correct, reported), ratio(found, meant.length)),
  };
}

/** The person and the case of each form, in the order of the forms. */
function screenedIn(lake: Lake, truth: string): Promise<Screened[]> {
  const forms = truthTable(join(truth, 'screening-forms.csv'), ['file', 'row', 'screening']);
  return lake.rows<Screened>(sql`
    select t.screening, any_value(coalesce(c.entity, s.subject)) filter (s.type = 'person') as person,
      any_value(coalesce(c.entity, s.subject)) filter (s.type = 'case') as "case"
    from ${forms} t join score.file f using (file)
      left join ${statementTable} s on s.contribution = f.contribution and s."row" = t."row"
      left join ${clusterTable} c on c.subject = s.subject
    group by t.screening, f.file, t."row" order by f.file, t."row"`);
}
