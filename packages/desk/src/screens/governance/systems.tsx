import type { Action } from '@clew/model/access/actions.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/call.ts';
import type { AnswerOf, ItemOf } from '../../api/contract.ts';
import { forgetAll, usePages } from '../../api/use-asked.ts';
import { Chip } from '../../ui/chip.tsx';
import { Field } from '../../ui/field.tsx';
import { KeptForm } from '../../ui/kept-form.tsx';
import { Listed } from '../../ui/listed.tsx';
import { Name } from '../../ui/name.tsx';
import { Picker } from '../../ui/picker.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { SheetButton } from '../../ui/sheet-button.tsx';
import { Sign } from '../../ui/sign.tsx';
import { Ticks } from '../../ui/ticks.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';

/** What a system of a partner may be let do: hand in, and fetch what came of it. */
const forSystems = [
  'contribution.hand-in',
  'contribution.list',
  'hit.read',
  'hit.request',
  'hit.answer',
  'shared.read',
] as const satisfies readonly Action[];

/** Partners' systems: who acts through them, what their token opens, and until when. */
export function Systems() {
  const { say, moment } = useWords();
  const { items, answer } = usePages('listTokens', { query: { limit: 100 } });
  return (
    <div className="stack">
      <div className="row no-print">
        <SheetButton title={say('systems.issue')}>{() => <NewToken />}</SheetButton>
      </div>
      <Listed
        answer={answer}
        items={items}
        none={{ title: say('systems.none'), words: say('systems.none.words') }}
        label={say('systems.title')}
        heads={[
          say('systems.system'),
          say('systems.person'),
          say('systems.scopes'),
          say('systems.until'),
          say('people.manage'),
        ]}
      >
        {(token) => (
          <tr key={token.id}>
            <td>
              <Name>{token.title}</Name>
            </td>
            <td>
              <code>{token.person}</code>
            </td>
            <td>
              <Scopes of={token.scopes} />
            </td>
            <td>
              {token.endedAt === null
                ? moment(token.until)
                : say('systems.ended', { at: moment(token.endedAt) })}
            </td>
            <td>{token.endedAt === null && <EndToken token={token} />}</td>
          </tr>
        )}
      </Listed>
    </div>
  );
}

function Scopes({ of }: { readonly of: readonly string[] }) {
  const { name } = useWords();
  return (
    <span className="row wrap">
      {of.map((scope) => (
        <Chip key={scope}>{name('action', scope)}</Chip>
      ))}
    </span>
  );
}

function EndToken({ token }: { readonly token: ItemOf<'listTokens'> }) {
  const { say } = useWords();
  const client = useQueryClient();
  const doing = useDoing();
  const end = () =>
    doing.run(async () => {
      await call('endToken', { parameters: { token: token.id } });
      await forgetAll(client);
    });
  return (
    <>
      <PressButton
        kind="danger"
        isDisabled={doing.isBusy}
        aria-label={`${say('systems.end')}: ${token.title}`}
        onPress={end}
      >
        {say('systems.end')}
      </PressButton>
      <Said doing={doing} />
    </>
  );
}

const daysOfYear = 365;

function NewToken() {
  const { say, name } = useWords();
  const { items: people } = usePages('listPeople', { query: { limit: 200 } });
  const [person, setPerson] = useState('');
  const [scopes, setScopes] = useState<readonly Action[]>(['contribution.hand-in', 'hit.read']);
  const [issued, setIssued] = useState<AnswerOf<'issueToken'> | null>(null);
  if (issued !== null) return <Issued token={issued} />;
  return (
    <KeptForm
      keep={async (field) =>
        setIssued(
          await call('issueToken', {
            body: {
              person,
              title: field('title'),
              scopes: [...scopes],
              until: inDays(Number(field('days'))),
            },
          }),
        )
      }
    >
      <p>{say('systems.issue.words')}</p>
      <Field name="title" label={say('systems.system')} isRequired autoFocus />
      <Picker
        label={say('systems.person')}
        value={person}
        onChange={setPerson}
        options={people.map(({ id, title }) => ({ id, title: `${title} (${id})` }))}
      />
      <Ticks
        label={say('systems.scopes')}
        value={scopes}
        onChange={(value) => setScopes(value as Action[])}
        options={forSystems.map((id) => ({ id, title: name('action', id) }))}
      />
      <Field
        name="days"
        label={say('systems.days')}
        words={say('systems.days.words', { most: daysOfYear })}
        defaultValue="90"
        inputMode="numeric"
        pattern="[1-9][0-9]{0,2}"
        isRequired
      />
    </KeptForm>
  );
}

const millisecondsOfDay = 86_400_000;

function inDays(days: number): string {
  return new Date(Date.now() + Math.min(days, daysOfYear) * millisecondsOfDay).toISOString();
}

/** It has the focus: the form that had it is gone. */
function Issued({ token: { token, until } }: { readonly token: AnswerOf<'issueToken'> }) {
  const { say, moment } = useWords();
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => shown.current?.focus(), []);
  return (
    <div role="status" className="notice good" tabIndex={-1} ref={shown}>
      <Sign of="done" />
      <div>
        <p>{say('people.oneTime', { until: moment(until) })}</p>
        <p className="breaks">
          <code className="one-time">{token}</code>
        </p>
      </div>
    </div>
  );
}
