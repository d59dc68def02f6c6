import { useState } from 'react';
import { show, useAddress } from '../../address/use-address.ts';
import { usePages } from '../../api/use-asked.ts';
import { useSitting } from '../../session/sitting.tsx';
import { ClockTitle } from '../../ui/clock-title.tsx';
import { DaysLeft } from '../../ui/days-left.tsx';
import { Foreign } from '../../ui/foreign.tsx';
import { Listed } from '../../ui/listed.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useWords } from '../../words/words.tsx';
import type { Clock } from './clock.ts';
import { ClockDecision } from './clock-decision.tsx';

/** What is due and will be, the next first. */
export function Clocks() {
  const { say, name, date } = useWords();
  const { offered } = useSitting();
  const { query } = useAddress();
  const { items, answer } = usePages('listClocks', { query: { limit: 100 } });
  const [decided, setDecided] = useState<Clock | null>(null);
  const shown = items.filter(
    ({ contribution }) => query.contribution === undefined || contribution === query.contribution,
  );
  return (
    <>
      {query.contribution !== undefined && (
        <div className="row no-print">
          <PressButton onPress={() => show({ contribution: undefined })}>{say('clocks.all')}</PressButton>
        </div>
      )}
      <Listed
        answer={answer}
        items={shown}
        none={{ title: say('clocks.none') }}
        label={say('clocks.title')}
        heads={[
          say('clocks.what'),
          say('head.owners'),
          say('head.contribution'),
          say('clocks.due'),
          say('clocks.otherwise'),
          ...(offered.decides ? [say('clocks.decide')] : []),
        ]}
      >
        {(clock) => (
          <tr key={`${clock.contribution} ${clock.clock}`}>
            <td>
              <ClockTitle clock={clock.clock} title={clock.title} />
              <span className="quiet small block">
                <Foreign>{clock.source}</Foreign>
              </span>
            </td>
            <td>{clock.owner}</td>
            <td>
              <code>{clock.contribution}</code>
            </td>
            <td>
              <DaysLeft days={clock.daysLeft} />
              <span className="quiet small block">{date(clock.due.slice(0, 10))}</span>
            </td>
            <td>{name('clock.otherwise', clock.otherwise)}</td>
            {offered.decides && (
              <td>
                {clock.decisions.length > 0 && (
                  <PressButton onPress={() => setDecided(clock)}>{say('clocks.decide')}</PressButton>
                )}
              </td>
            )}
          </tr>
        )}
      </Listed>
      <Sheet
        title={say('clocks.decide')}
        isOpen={decided !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) setDecided(null);
        }}
      >
        {decided !== null && <ClockDecision clock={decided} onDone={() => setDecided(null)} />}
      </Sheet>
    </>
  );
}
