import { useState } from 'react';
import { show, useAddress } from '../../address/use-address.ts';
import { call } from '../../api/call.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { usePages } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Field } from '../../ui/field.tsx';
import { Listed } from '../../ui/listed.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Said } from '../../ui/said.tsx';
import { Sign } from '../../ui/sign.tsx';
import { TakeAlong } from '../../ui/take-along.tsx';
import { useDoing } from '../../ui/use-doing.ts';
import { useWords } from '../../words/words.tsx';
import { Checkpoints } from './checkpoints.tsx';

/** Who did what, for which purpose, and how it ended; the newest first. Reading it is logged too. */
export function AuditLog() {
  const { say, name, moment, number } = useWords();
  const { offered } = useSitting();
  const { person = '' } = useAddress().query;
  const { items, answer } = usePages('listAudit', {
    query: { limit: 100, ...(person === '' ? {} : { person }) },
  });
  const heads = [
    say('audit.number'),
    say('audit.at'),
    say('audit.person'),
    say('audit.action'),
    say('audit.what'),
    say('audit.purpose'),
    say('audit.outcome'),
  ];
  return (
    <div className="stack">
      <div className="row wrap bottom no-print">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            show({ person: String(new FormData(event.currentTarget).get('person') ?? '').trim() });
          }}
        >
          <Field key={person} name="person" label={say('audit.person')} defaultValue={person} />
        </form>
        {offered.verifies && <Verification />}
        {offered.verifies && <Checkpoints />}
        <TakeAlong
          name="audit"
          heads={heads}
          rows={items.map((entry) => [
            entry.number,
            entry.at,
            entry.person,
            entry.action,
            entry.what,
            entry.purpose === null ? null : name('purpose', entry.purpose),
            name('audit.outcome', entry.outcome),
          ])}
        />
      </div>
      <Listed
        answer={answer}
        items={items}
        none={{ title: say('audit.none') }}
        label={say('audit.title')}
        heads={heads}
      >
        {(entry) => (
          <tr key={entry.number}>
            <td className="figure">{number(entry.number)}</td>
            <td>{moment(entry.at)}</td>
            <td>{entry.person}</td>
            <td>
              <code>{entry.action}</code>
            </td>
            <td className="breaks">
              <code>{entry.what}</code>
            </td>
            <td>{entry.purpose === null ? '–' : name('purpose', entry.purpose)}</td>
            <td>
              <Chip tone={entry.outcome === 'refused' ? 'bad' : 'plain'}>
                {name('audit.outcome', entry.outcome)}
              </Chip>
            </td>
          </tr>
        )}
      </Listed>
    </div>
  );
}

/** Proves the log unbroken, or names its first break. */
function Verification() {
  const { say, number } = useWords();
  const doing = useDoing();
  const [proof, setProof] = useState<AnswerOf<'verifyAudit'> | null>(null);
  const verify = () => doing.run(async () => setProof(await call('verifyAudit', { body: {} })));
  return (
    <div className="stack tight">
      <PressButton isDisabled={doing.isBusy} onPress={verify}>
        {say(doing.isBusy ? 'audit.verifying' : 'audit.verify')}
      </PressButton>
      <Said doing={doing} />
      {proof !== null && (
        <div role="status" className={`notice ${proof.broken === null ? 'good' : 'bad'}`}>
          <Sign of={proof.broken === null ? 'done' : 'alert'} />
          <p>
            {proof.broken === null
              ? say('audit.unbroken', { entries: number(proof.entries), signed: number(proof.signedUpTo) })
              : say('audit.broken', { number: number(proof.broken.number), kind: proof.broken.kind })}
          </p>
        </div>
      )}
    </div>
  );
}
