import { addressText } from '../../address/address.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { ClockTitle } from '../../ui/clock-title.tsx';
import { DaysLeft } from '../../ui/days-left.tsx';
import { useWords } from '../../words/words.tsx';
import { Card } from './card.tsx';

/** Days: what is due later than that is not about to run out. */
const soon = 90;

/** What the law makes due next. */
export function ClocksSoon() {
  const { say } = useWords();
  const clocks = useAsked('listClocks', { query: { limit: 5 } });
  return (
    <Card
      title={say('today.clocks')}
      sign="governance"
      all={{ to: addressText(['governance'], { part: 'clocks' }), words: say('today.all') }}
    >
      <Answered of={clocks}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say('clocks.none')}</p>
          ) : (
            <>
              {items.every(({ daysLeft }) => daysLeft > soon) && (
                <p className="quiet">{say('clocks.notSoon', { days: soon })}</p>
              )}
              <ul className="lines">
                {items.map((clock) => (
                  <li key={`${clock.contribution} ${clock.clock}`}>
                    <a
                      href={addressText(['governance'], { part: 'clocks', contribution: clock.contribution })}
                      className="line-link"
                    >
                      <span>
                        <ClockTitle clock={clock.clock} title={clock.title} />
                        <span className="quiet small"> {clock.owner}</span>
                      </span>
                      <DaysLeft days={clock.daysLeft} />
                    </a>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Answered>
    </Card>
  );
}
