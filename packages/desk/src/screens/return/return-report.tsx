import { addressText } from '../../address/address.ts';
import { show, useAddress } from '../../address/use-address.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Figures } from '../../ui/figures.tsx';
import { Filter } from '../../ui/filter.tsx';
import { Go } from '../../ui/go.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemAdvice, ProblemTitle } from '../../ui/problem-words.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Table } from '../../ui/table.tsx';
import { TakeAlong } from '../../ui/take-along.tsx';
import { useWords } from '../../words/words.tsx';
import { Completeness } from './completeness.tsx';

type Report = AnswerOf<'readReturn'>;

const periods = ['30', '90', '365'] as const;
const dayLength = 86_400_000;

/** What this partner gave, how good that was, what it brought, and what it owes. */
export function ReturnReport() {
  const { say, name } = useWords();
  const { person } = useSitting();
  const { query } = useAddress();
  const period = periods.find((each) => each === query.period);
  const report = useAsked(
    'readReturn',
    {
      parameters: { partner: person.partner ?? '' },
      query: period === undefined ? {} : { since: dayBefore(Number(period)) },
    },
    { keep: true },
  );
  return (
    <Screen
      title={say('return.title')}
      lead={say('return.lead', { partner: report.data?.title ?? person.partner ?? '' })}
      actions={
        <TakeAlong
          name="return"
          heads={[say('head.of'), say('head.property'), say('return.things'), say('return.have')]}
          rows={(report.data?.completeness ?? []).map((each) => [
            name('type', each.type),
            name('property', each.property),
            each.subjects,
            each.given,
          ])}
        />
      }
    >
      <div className="row no-print">
        <Filter
          label={say('return.period')}
          value={period}
          onChange={(value) => show({ period: value })}
          all={say('return.period.all')}
          options={periods.map((id) => ({ id, title: name('return.period', id) }))}
        />
      </div>
      <p className="print-only">
        {say('return.period')}: {name('return.period', period ?? 'all')}
      </p>
      <Answered of={report} lines={8}>
        {(shown) => <Parts report={shown} />}
      </Answered>
    </Screen>
  );
}

function dayBefore(days: number): string {
  return new Date(Date.now() - days * dayLength).toISOString().slice(0, 10);
}

function Parts({ report }: { readonly report: Report }) {
  const { say, moment } = useWords();
  const { given } = report;
  return (
    <>
      <Figures
        figures={[
          { words: say('return.files'), value: given.contributions },
          { words: say('return.unread'), value: given.unread },
          { words: say('intake.rows'), value: given.rows },
          { words: say('intake.refused'), value: given.refused },
          { words: say('intake.quarantined'), value: given.quarantined },
        ]}
      />
      {given.lastReceivedAt !== null && (
        <p className="quiet">{say('return.last', { at: moment(given.lastReceivedAt) })}</p>
      )}
      <div className="dossier">
        <div className="stack">
          {given.contributions === 0 ? (
            <Empty title={say('return.none')} />
          ) : (
            <>
              <Completeness filled={report.completeness} />
              <Problems report={report} />
            </>
          )}
        </div>
        <div className="stack">
          <Answers report={report} />
          <Hits report={report} />
          <Timeliness report={report} />
          <Grades report={report} />
        </div>
      </div>
    </>
  );
}

function Problems({ report }: { readonly report: Report }) {
  const { say, number } = useWords();
  return (
    <Panel title={say('intake.problemsTitle')}>
      {report.problems.length === 0 ? (
        <p className="quiet">{say('return.problems.none')}</p>
      ) : (
        <Table
          label={say('intake.problemsTitle')}
          heads={[say('intake.wrong'), say('intake.problemsTitle'), say('intake.refused')]}
        >
          {report.problems.map(({ code, problems, refused }) => (
            <tr key={code}>
              <td>
                <ProblemTitle code={code} />
                <span className="quiet small block">
                  <ProblemAdvice code={code} />
                </span>
              </td>
              <td className="figure">{number(problems)}</td>
              <td className="figure">{number(refused)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}

function Answers({ report: { answers } }: { readonly report: Report }) {
  const { say, number } = useWords();
  const { offered } = useSitting();
  const hours = (value: number | null) =>
    value === null ? '–' : say('hits.times.hours', { hours: number(value, { maximumFractionDigits: 1 }) });
  return (
    <Panel title={say('return.answers')}>
      {answers === null ? (
        <p className="quiet">{say('return.answers.none')}</p>
      ) : (
        <>
          <p>
            <strong>{say('return.answers.open', { count: answers.open })}</strong>{' '}
            {say('return.answers.words', { requests: answers.requests, answered: answers.answered })}
          </p>
          <dl className="facts">
            <div>
              <dt>{say('hits.times.median')}</dt>
              <dd>{hours(answers.medianHours)}</dd>
            </div>
            <div>
              <dt>{say('hits.times.oldest')}</dt>
              <dd>{hours(answers.oldestOpenHours)}</dd>
            </div>
          </dl>
          {answers.open > 0 && offered.answers && (
            <p className="no-print">
              <Go to={addressText(['hits'], { side: 'asked', state: 'requested' })}>
                {say('return.answers.open.to')}
              </Go>
            </p>
          )}
        </>
      )}
    </Panel>
  );
}

const states = ['told', 'requested', 'answered', 'withdrawn'] as const;

function Hits({ report: { hits } }: { readonly report: Report }) {
  const { say, name, number } = useWords();
  return (
    <Panel title={say('return.hits')}>
      <p>{say('return.hits.others', { count: hits.others })}</p>
      <dl className="facts">
        {states.map((state) => (
          <div key={state}>
            <dt>{name('hit.state', state)}</dt>
            <dd>{number(hits[state])}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Timeliness({ report: { timeliness } }: { readonly report: Report }) {
  const { say } = useWords();
  const { rows, medianDays, ninetiethDays } = timeliness;
  return (
    <Panel title={say('return.timeliness')}>
      {medianDays === null || ninetiethDays === null ? (
        <p className="quiet">{say('return.timeliness.none')}</p>
      ) : (
        <>
          <p>{say('return.timeliness.half', { days: medianDays, most: ninetiethDays })}</p>
          <p className="quiet small">{say('return.timeliness.words', { rows })}</p>
        </>
      )}
    </Panel>
  );
}

function Grades({ report: { grades } }: { readonly report: Report }) {
  const { say, name, number } = useWords();
  if (grades.length === 0) return null;
  return (
    <Panel title={say('return.grades')}>
      <Table label={say('return.grades')} heads={[say('head.grade'), say('head.statements')]}>
        {grades.map(({ source, information, statements }) => (
          <tr key={source + information}>
            <td>
              <span className="grade">
                {source}
                {information}
              </span>
              <span className="quiet small block">
                {name('grade.source', source)} · {name('grade.information', information)}
              </span>
            </td>
            <td className="figure">{number(statements)}</td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}
