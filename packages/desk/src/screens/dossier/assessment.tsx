import { addressText } from '../../address/address.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Sign } from '../../ui/sign.tsx';
import { useWords } from '../../words/words.tsx';

type CaseAssessment = AnswerOf<'assessCase'>;
type AssessedPerson = CaseAssessment['rows'][number];
type Assessment = AssessedPerson['assessments'][number];
type Dimension = Assessment['dimensions'][number];

/** What the recorded indicators of trafficking come to for the people of a case; nothing where none are recorded. */
export function CaseAssessmentPanel({ entity }: { readonly entity: string }) {
  const { say } = useWords();
  const assessed = useAsked('assessCase', { parameters: { entity } });
  if (assessed.data?.recorded === 0) return null;
  return (
    <Panel title={say('assessment.title')}>
      <Answered of={assessed} lines={4}>
        {({ rows, people, recorded }) => (
          <div className="stack">
            <p className="small">{say('assessment.lead', { recorded, people })}</p>
            {rows.map((person) => (
              <Person key={person.id} person={person} />
            ))}
            {recorded > rows.length && (
              <p className="quiet small">{say('assessment.more', { left: recorded - rows.length })}</p>
            )}
            <p className="quiet small">{say('assessment.source')}</p>
          </div>
        )}
      </Answered>
    </Panel>
  );
}

function Person({ person }: { readonly person: AssessedPerson }) {
  const { say, name } = useWords();
  const counted = new Set(
    person.assessments.flatMap(({ dimensions }) =>
      dimensions.flatMap(({ by }) => by.map(({ indicator }) => indicator)),
    ),
  );
  const besides = person.recorded.filter(({ indicator }) => !counted.has(indicator));
  return (
    <article className="stack tight boxed">
      <a href={addressText(['entities', person.id])}>{person.caption}</a>
      {person.assessments.map((assessment) => (
        <Outcome
          key={`${assessment.form} ${assessment.age}`}
          assessment={assessment}
          person={person}
          isOpen={new Set(person.assessments.map(({ age }) => age)).size > 1}
        />
      ))}
      {besides.length > 0 && (
        <p className="quiet small">
          {say('assessment.besides', {
            facts: besides.map(({ indicator }) => name('indicator', indicator)).join(' · '),
          })}
        </p>
      )}
    </article>
  );
}

interface OutcomeProps {
  readonly assessment: Assessment;
  readonly person: AssessedPerson;
  /** Whether the age is not known, so that this is one of two ways to read the same facts. */
  readonly isOpen: boolean;
}

function Outcome({ assessment, person, isOpen }: OutcomeProps) {
  const { say, name } = useWords();
  const { form, age, outcome, isSettled, dimensions } = assessment;
  const whom = isOpen
    ? say(age === 'child' ? 'assessment.ifChild' : 'assessment.ifAdult')
    : say(age === 'child' ? 'assessment.child' : 'assessment.adult');
  return (
    <div className="stack tight">
      <p>
        <Chip tone={outcome === 'none' ? 'plain' : 'warn'}>
          {whom}, {name('assessment.form', form)}
        </Chip>{' '}
        {!isSettled && <strong>{say('assessment.open')} </strong>}
        {name('assessment.outcome', outcome)}
      </p>
      <ul className="lines">
        {dimensions
          .filter(({ by, dimension }) => by.length > 0 || dimension === 'exploitation')
          .map((dimension) => (
            <li key={dimension.dimension} className="stack none">
              <DimensionLine dimension={dimension} person={person} />
            </li>
          ))}
      </ul>
    </div>
  );
}

function DimensionLine({
  dimension,
  person,
}: {
  readonly dimension: Dimension;
  readonly person: AssessedPerson;
}) {
  const { say, name } = useWords();
  const { standing, by, lacking, missing } = dimension;
  return (
    <>
      <span>
        <Sign of={signs[standing]} /> {name('dimension', dimension.dimension)}{' '}
        <span className="quiet small">{name('assessment.standing', standing)}</span>
      </span>
      {by.map(({ indicator, weight }) => (
        <span key={indicator} className="small">
          {name('indicator', indicator)}{' '}
          <span className="quiet">
            ({name('weight', weight)}
            {': '}
            {person.recorded.find((each) => each.indicator === indicator)?.owners.join(', ')})
          </span>
        </span>
      ))}
      {lacking !== null && (
        <span className="quiet small">
          {say(lackingWords(lacking), { count: countOf(lacking), medium: lacking.medium })}
        </span>
      )}
      {by.length > 0 && missing.length > 0 && (
        <details className="quiet small">
          <summary>{say('assessment.missing')}</summary>
          {missing.map((indicator) => name('indicator', indicator)).join(' · ')}
        </details>
      )}
    </>
  );
}

const signs = { met: 'done', 'to-check': 'clock', unmet: 'empty' } as const;

function countOf({ strong, medium, weak }: NonNullable<Dimension['lacking']>): number {
  return strong + medium + weak;
}

function lackingWords({ strong, medium, weak }: NonNullable<Dimension['lacking']>) {
  if (strong + medium + weak > 1) return strong > 0 ? 'assessment.lacking.two' : 'assessment.lacking.mediums';
  if (strong === 1) return 'assessment.lacking.strong';
  return medium === 1 ? 'assessment.lacking.medium' : 'assessment.lacking.any';
}
