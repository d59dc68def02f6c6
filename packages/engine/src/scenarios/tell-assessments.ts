import { type AssessedDimension, outcomes, standings } from '@clew/model/exploitation/assess.ts';
import { forms, indicators, weights } from '@clew/model/exploitation/indicators.ts';
import { entityTable } from '../graph/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { type AssessedPerson, assessCase } from '../products/assessment/assess-case.ts';

/** What the facts that are recorded for each case come to, as lines; none where no facts are recorded. */
export async function tellAssessments(lake: Lake): Promise<readonly string[]> {
  const cases = await lake.rows<{ entity: bigint; caption: string }>(
    sql`select entity, caption from ${entityTable} where type = 'case' order by caption, entity`,
  );
  const told: string[] = [];
  for (const { entity, caption } of cases) {
    const { rows, people, recorded } = await assessCase(lake, { entity, limit: 30 });
    if (recorded === 0) continue;
    told.push(`case ${caption}: facts are recorded of ${recorded} of ${people} people`);
    told.push(...rows.flatMap(tellPerson).sort());
  }
  return told;
}

/** Without the pseudonym, which rests on an id: by what is recorded. */
function tellPerson({ recorded, assessments }: AssessedPerson): string[] {
  const facts = recorded.map(({ indicator }) => indicators[indicator].title).join('; ');
  const read = assessments.map(({ form, age, outcome, isSettled, dimensions }) => {
    const met = dimensions.filter(({ by }) => by.length > 0).map(tellDimension);
    const open = isSettled ? '' : 'to be checked; at most: ';
    return [`    ${age}, ${forms[form].toLowerCase()}: ${open}${outcomes[outcome]}`, ...met].join('\n');
  });
  return [[`  ${facts}`, ...read].join('\n')];
}

function tellDimension({ dimension, standing, by }: AssessedDimension): string {
  const given = by.map(({ indicator, weight }) => `${indicator} (${weights[weight]})`).join(', ');
  return `      ${dimension}, ${standings[standing]}: ${given}`;
}
