import { useState } from 'react';
import { call } from '../../api/call.ts';
import { usePages } from '../../api/use-asked.ts';
import { minutesLeft, type BreakGlass as Request, timeLeft, useNow } from '../../session/break-glass-time.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Choice, Choices } from '../../ui/choices.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { KeptForm } from '../../ui/kept-form.tsx';
import { More } from '../../ui/more.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SheetButton } from '../../ui/sheet-button.tsx';
import { useWords } from '../../words/words.tsx';

/** Access beyond the rules: asked by one with a reason, granted by another for a time, known to who oversees. */
export function BreakGlass() {
  const { say } = useWords();
  const { offered } = useSitting();
  const { items, answer } = usePages('listBreakGlass', {
    query: { limit: 100, all: offered.answersBreakGlass ? 'true' : 'false' },
  });
  const now = useNow();
  const running = items.filter((request) => timeLeft(request, now) > 0);
  const waiting = items.filter(({ state }) => state === 'asked');
  const past = items.filter((request) => !running.includes(request) && !waiting.includes(request));
  return (
    <div className="stack">
      {offered.asksBreakGlass && <AskBreakGlass />}
      <Answered of={answer}>
        {() => (
          <>
            {items.length === 0 && (
              <Empty title={say('glass.none')}>
                {say(offered.asksBreakGlass ? 'glass.none.ask' : 'glass.none.words')}
              </Empty>
            )}
            <Requests title={say('glass.running')} of={running} now={now} />
            <Requests title={say('glass.waiting')} of={waiting} now={now} />
            <Requests title={say('glass.past')} of={past} now={now} />
          </>
        )}
      </Answered>
      <More of={answer} />
    </div>
  );
}

/** For the purpose of the sitting: what is asked for is to be able to do that, beyond whom it usually concerns. */
function AskBreakGlass() {
  const { say, name } = useWords();
  const { ground } = useSitting();
  return (
    <div className="row no-print">
      <SheetButton title={say('glass.ask')}>
        {(close) => (
          <KeptForm
            onDone={close}
            keep={(field) => call('askBreakGlass', { body: { reason: field('reason') } })}
          >
            <p>{say('glass.ask.words')}</p>
            <p>
              <span className="quiet">{say('purpose.shown')}</span>{' '}
              <strong>
                {name('purpose', ground?.purpose ?? '')}
                {ground?.project ? ` (${ground.project})` : ''}
              </strong>
            </p>
            <Field name="reason" label={say('review.reason')} rows={3} isRequired autoFocus />
          </KeptForm>
        )}
      </SheetButton>
    </div>
  );
}

interface RequestsProps {
  readonly title: string;
  readonly of: readonly Request[];
  readonly now: number;
}

function Requests({ title, of, now }: RequestsProps) {
  if (of.length === 0) return null;
  return (
    <Panel title={title} aside={of.length}>
      <ul className="lines">
        {of.map((request) => (
          <li key={request.id}>
            <RequestLine request={request} now={now} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function RequestLine({ request, now }: { readonly request: Request; readonly now: number }) {
  const { say, name, moment } = useWords();
  const { offered, person } = useSitting();
  const left = timeLeft(request, now);
  const mayAnswer =
    offered.answersBreakGlass && request.state === 'asked' && request.person !== person.person;
  return (
    <div className="stack tight line-block">
      <p className="row wrap">
        {left > 0 ? (
          <Chip tone="bad">{say('glass.left', { minutes: minutesLeft(request, now) })}</Chip>
        ) : (
          <Chip tone={request.state === 'asked' ? 'warn' : 'plain'}>
            {name('glass', request.state === 'approved' ? 'over' : request.state)}
          </Chip>
        )}
        <strong>{request.person}</strong>
        <span>
          {name('purpose', request.purpose)}
          {request.project !== null && ` (${request.project})`}
        </span>
        <span className="quiet small">
          {say('glass.askedAt', { at: moment(request.at) })}
          {request.answeredBy !== null && ` · ${say('glass.answeredBy', { person: request.answeredBy })}`}
          {request.until !== null && ` · ${say('glass.until', { at: moment(request.until) })}`}
        </span>
      </p>
      <blockquote dir="auto">{request.reason}</blockquote>
      {mayAnswer && (
        <div className="row no-print">
          <SheetButton title={say('glass.answer')} kind="primary">
            {(close) => <AnswerBreakGlass request={request} onDone={close} />}
          </SheetButton>
        </div>
      )}
      {request.state === 'asked' && request.person === person.person && (
        <p className="quiet small">{say('glass.second')}</p>
      )}
    </div>
  );
}

const minuteChoices = ['15', '60', '240'];

function AnswerBreakGlass({ request, onDone }: { readonly request: Request; readonly onDone: () => void }) {
  const { say } = useWords();
  const [answer, setAnswer] = useState('refused');
  const [minutes, setMinutes] = useState('60');
  return (
    <KeptForm
      onDone={onDone}
      keep={(field) =>
        call('answerBreakGlass', {
          parameters: { request: request.id },
          body: { approved: answer === 'approved', reason: field('reason'), minutes: Number(minutes) },
        })
      }
    >
      <blockquote dir="auto">{request.reason}</blockquote>
      <Choices label={say('glass.answer')} value={answer} onChange={setAnswer}>
        <Choice value="approved" title={say('glass.approve')} words={say('glass.approve.words')} />
        <Choice value="refused" title={say('glass.refuse')} />
      </Choices>
      {answer === 'approved' && (
        <Choices label={say('glass.time')} value={minutes} onChange={setMinutes}>
          {minuteChoices.map((each) => (
            <Choice key={each} value={each} title={say('glass.minutes', { minutes: Number(each) })} />
          ))}
        </Choices>
      )}
      <Field name="reason" label={say('review.reason')} rows={2} isRequired />
    </KeptForm>
  );
}
