import { addressText } from '../../address/address.ts';
import { useAsked } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Caption } from '../../ui/caption.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Name } from '../../ui/name.tsx';
import { Sign } from '../../ui/sign.tsx';
import { inARow } from '../../words/isolated.ts';
import { useWords } from '../../words/words.tsx';
import { AnswerForm } from './answer-form.tsx';
import type { HitStory } from './hit-story.ts';
import { RequestForm } from './request-form.tsx';
import { SharedContent } from './shared-content.tsx';

/** One hit: what both sides said, and what this side may do next. */
export function HitPanel({ id }: { readonly id: string }) {
  const story = useAsked('readHit', { parameters: { hit: id } });
  return <Answered of={story}>{(shown) => <Story story={shown} />}</Answered>;
}

function Story({ story }: { readonly story: HitStory }) {
  const { say, name, moment, number } = useWords();
  const { offered } = useSitting();
  const { hit, consent } = story;
  const isStanding = hit.state !== 'withdrawn';
  const isAsked = hit.side === 'asked';
  return (
    <article className="stack" aria-label={say('hits.one')}>
      <header className="stack tight">
        <h2>{say('hits.same', { type: name('type', hit.type) })}</h2>
        <p>
          {say(isAsked ? 'hits.withAsked' : 'hits.with')}{' '}
          <strong>
            <Name>{hit.otherTitle}</Name>
          </strong>
        </p>
        <dl className="facts">
          <div>
            <dt>{say('hits.own')}</dt>
            <dd>
              {hit.own.map((entity) => (
                <OwnRecord key={entity} id={entity} />
              ))}
              {hit.file !== null && (
                <span className="quiet small block">
                  <Name>{hit.file}</Name> {hit.row !== null && say('hits.row', { row: number(hit.row) })}
                </span>
              )}
            </dd>
          </div>
          <div>
            <dt>{say('hits.contact')}</dt>
            <dd>
              <Name>{hit.contact}</Name>
            </dd>
          </div>
        </dl>
      </header>
      <Conversation story={story} />
      {consent !== null && (
        <p>
          <Chip tone="good">✓ {say('hits.consent')}</Chip>{' '}
          {consent.properties === null
            ? say('hits.consent.all')
            : consent.properties.map((property) => name('property', property)).join(', ')}{' '}
          <span className="quiet small">{moment(consent.since)}</span>
        </p>
      )}
      {isStanding && isAsked && offered.answers && hit.state !== 'told' && <AnswerForm story={story} />}
      {isStanding && !isAsked && offered.answers && hit.state === 'told' && <RequestForm hit={hit.id} />}
      {isStanding && !offered.answers && hit.state !== 'answered' && (
        <p className="quiet">{say(isAsked ? 'hits.others.answer' : 'hits.others.ask')}</p>
      )}
      {!isAsked && hit.shared && <SharedContent hit={hit.id} />}
    </article>
  );
}

/** One's own record by its name, as far as the purpose lets one read it. */
function OwnRecord({ id }: { readonly id: string }) {
  const { say } = useWords();
  const { offered } = useSitting();
  const read = useAsked(
    'readEntity',
    { parameters: { entity: id }, query: { limit: 1, sources: 1 } },
    { when: offered.view },
  );
  return (
    <a href={addressText(['entities', id])} className="block">
      {say('hits.openDossier')}{' '}
      {read.data === undefined ? (
        <code>{id}</code>
      ) : (
        <Caption type={read.data.type}>{read.data.caption}</Caption>
      )}
    </a>
  );
}

/** What was asked and answered, as it went to and fro. */
function Conversation({ story }: { readonly story: HitStory }) {
  const { say, name, moment } = useWords();
  const { person } = useSitting();
  const { hit, steps } = story;
  return (
    <ol className="conversation">
      <li className="step hub">
        <span className="quiet small">{moment(hit.toldAt)}</span>
        <span>{say('hits.step.told')}</span>
      </li>
      {steps.map((step, place) => (
        <li
          key={`${step.at} ${step.event}`}
          className={`step ${step.partner === null ? 'hub' : step.partner === person.partner ? 'own' : 'other'}`}
        >
          <span className="quiet small">
            {inARow([step.partner ?? say('hits.step.hub'), step.by ?? '', moment(step.at)])}
          </span>
          <span>
            {name('hit.event', step.event)}
            {step.answer !== null && <strong> {name('hit.answer', step.answer)}</strong>}
          </span>
          <ResponseTime steps={steps} place={place} />
          {step.reason !== null && <blockquote dir="auto">{step.reason}</blockquote>}
        </li>
      ))}
      {hit.state === 'requested' && (
        <li className="step hub">
          <span className="quiet small">
            <Sign of="clock" /> {say('hits.waits')}{' '}
            <Elapsed from={hit.since} until={new Date().toISOString()} />
          </span>
        </li>
      )}
    </ol>
  );
}

/** Beside an answer, how long it took from the request before it. */
function ResponseTime({ steps, place }: { readonly steps: HitStory['steps']; readonly place: number }) {
  const { say } = useWords();
  const step = steps[place];
  const request = steps.slice(0, place).findLast(({ event }) => event === 'requested');
  if (step?.event !== 'answered' || request === undefined) return null;
  return (
    <span className="quiet small">
      <Sign of="clock" /> {say('hits.took')} <Elapsed from={request.at} until={step.at} />
    </span>
  );
}

/** How long, in the unit that reads best. */
function Elapsed({ from, until }: { readonly from: string; readonly until: string }) {
  const { number } = useWords();
  const minutes = Math.max(0, Date.parse(until) - Date.parse(from)) / 60_000;
  const [value, unit] =
    minutes < 90
      ? [minutes, 'minute']
      : minutes < 48 * 60
        ? [minutes / 60, 'hour']
        : [minutes / (24 * 60), 'day'];
  return <>{number(Math.round(value), { style: 'unit', unit, unitDisplay: 'long' })}</>;
}
