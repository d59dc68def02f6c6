import type { PersonAge, RecordedAge } from '@clew/engine/products/age/read-age.ts';
import type { AgeGroup, AgeOutcome, AgeSource } from '@clew/engine/products/age/weigh-age.ts';
import { idText } from '@clew/model/ids.ts';
import { printable } from './display-width.ts';
import { counted, type Page } from './text-table.ts';

const outcomes: Readonly<Record<AgeOutcome, string>> = {
  child: 'a child, by all that was recorded',
  'presumed-child': 'to be treated as a child: what was recorded leaves it open',
  adult: 'an adult, by all that was recorded',
  unknown: 'of unknown age: nothing was recorded',
};

const groups: Readonly<Record<AgeGroup, string>> = {
  child: 'a child',
  open: 'a child or an adult',
  adult: 'an adult',
};

const sources: Readonly<Record<AgeSource, string>> = {
  birth: 'date of birth',
  document: 'date of birth in a document',
  assessed: 'age as assessed',
  age: 'age',
  profile: 'age given in a profile',
  flag: 'said to be a minor',
};

/** What was recorded of somebody's age, as lines for people. */
export function ageLines(age: PersonAge, { paint }: Page): string[] {
  const left = age.total - age.rows.length;
  return [
    `${paint.bold(printable(age.caption))}  ${paint.cyan(idText('person', age.person))}`,
    `When first recorded${when(age.firstSeen)}: ${outcomes[age.first]}.`,
    `When last recorded${when(age.lastSeen)}: ${outcomes[age.last]}.`,
    ...(age.conflict ? [paint.yellow('What was recorded contradicts itself.')] : []),
    ...(age.raised
      ? ['No record by itself says that it is a minor; together they leave it open. Protected since.']
      : []),
    ...age.rows.map(pieceLine),
    ...(left > 0 ? [paint.dim(`${counted(left, 'more piece', 'more pieces')} of evidence: --limit`)] : []),
    '',
    paint.dim(
      'An uncertain age that may be a child’s is taken for one (Directive 2011/36/EU, Article 13(2)).',
    ),
    paint.dim('Evidence raises protection; it never lowers it. How old somebody is, a person determines.'),
  ];
}

function when(day: string | null): string {
  return day === null ? '' : ` (${day})`;
}

function pieceLine({
  source,
  original,
  on,
  partner,
  grade,
  records,
  first,
  last,
  against,
}: RecordedAge): string {
  const told = original === null ? '' : ` “${printable(original)}”`;
  const said = on === '' ? '' : ` of ${on}`;
  const makes = first === last ? groups[last] : `first ${groups[first]}, last ${groups[last]}`;
  const contradicted = against === 0 ? '' : `; contradicts ${counted(against, 'other piece')}`;
  return `  ${sources[source]}${told}${said}, ${partner} ${grade}, ${counted(records, 'record')}: ${makes}${contradicted}`;
}
