import type { AssessedPerson, CaseAssessment } from '@clew/engine/products/assessment/assess-case.ts';
import {
  type AssessedDimension,
  type Assessment,
  type Lacking,
  type Outcome,
  outcomes,
  standings,
} from '@clew/model/exploitation/assess.ts';
import { dimensions, forms, indicators, weights } from '@clew/model/exploitation/indicators.ts';
import { idText } from '@clew/model/ids.ts';
import { printable } from './display-width.ts';
import { counted, type Page } from './text-table.ts';

/** What the recorded indicators of a case come to, as lines for people. */
export function assessmentLines(assessed: CaseAssessment, page: Page): string[] {
  const { paint } = page;
  const counts = (Object.entries(assessed.outcomes) as [Outcome, number][]).map(
    ([outcome, people]) => `  ${outcomes[outcome]}: ${counted(people, 'person', 'people')}`,
  );
  const open = (Object.entries(assessed.toCheck) as [Outcome, number][]).map(
    ([outcome, people]) => `  ${openWords(outcome)}: ${counted(people, 'person', 'people')}`,
  );
  const left = assessed.recorded - assessed.rows.length;
  return [
    paint.bold(idText('case', assessed.case)),
    `Indicators are recorded of ${assessed.recorded} of ${counted(assessed.people, 'person', 'people')} in this case.`,
    ...counts,
    ...open,
    ...assessed.rows.flatMap((person) => ['', ...personLines(person, page)]),
    ...(left > 0 ? ['', paint.dim(`${counted(left, 'more person', 'more people')}: --offset, --limit`)] : []),
    '',
    paint.dim(
      'Operational indicators of ILO and European Commission, 2009; weights to be held against the original.',
    ),
    paint.dim('Of sexual exploitation most weights could not be seen: what hangs on them is to be checked.'),
    paint.dim('Indicators screen. Whether somebody is a victim of trafficking, a person determines.'),
  ];
}

function personLines(person: AssessedPerson, page: Page): string[] {
  const { paint } = page;
  return [
    `${paint.bold(printable(person.caption))}  ${paint.cyan(idText('person', person.entity))}`,
    ...person.recorded.map(
      ({ indicator, records, owners }) =>
        `  ${indicators[indicator].title}: ${counted(records, 'record', 'records')} of ${owners.join(', ')}`,
    ),
    ...person.assessments.flatMap((assessment) =>
      outcomeLines(assessment, person.assessments.length > 1, page),
    ),
  ];
}

function openWords(outcome: Outcome): string {
  return `To be checked; at most: ${outcomes[outcome]}`;
}

function outcomeLines(
  { form, age, outcome, isSettled, dimensions: assessed }: Assessment,
  isOpen: boolean,
  page: Page,
): string[] {
  const whom = isOpen
    ? age === 'child'
      ? 'If a child'
      : 'If an adult'
    : age === 'child'
      ? 'A child'
      : 'An adult';
  return [
    `  ${page.paint.bold(`${whom}, ${forms[form].toLowerCase()}: ${isSettled ? outcomes[outcome] : openWords(outcome)}`)}`,
    ...assessed
      .filter(({ by, dimension }) => by.length > 0 || dimension === 'exploitation')
      .flatMap((each) => [`    ${dimensionWords(each)}`, ...missingLines(each)]),
  ];
}

function dimensionWords({ dimension, standing, by, lacking }: AssessedDimension): string {
  const given = by.map(({ indicator, weight }) => `${indicator} (${weights[weight]})`).join(', ');
  const missing = lacking === null ? '' : `; would take ${lackingWords(lacking)} more`;
  return `${dimensions[dimension]}: ${standings[standing]}${given === '' ? '' : ` by ${given}`}${missing}`;
}

/** What may still be asked, of a dimension of which something is recorded. */
function missingLines({ by, missing }: AssessedDimension): string[] {
  return by.length === 0 || missing.length === 0 ? [] : [`      not recorded: ${missing.join(', ')}`];
}

function lackingWords({ strong, medium, weak }: Lacking): string {
  const all = strong + medium + weak;
  if (all > 1 && strong > 0) return 'one strong indicator and any other';
  if (all > 1) return `${all} indicators, ${medium} of them medium or strong,`;
  if (strong === 1) return 'one strong indicator';
  return medium === 1 ? 'one medium or strong indicator' : 'one indicator of any weight';
}
