import { addressText } from '../../address/address.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Name } from '../../ui/name.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useWords } from '../../words/words.tsx';

/** What this partner handed in, the newest first. */
export function HandedIn() {
  const { say, moment, number } = useWords();
  const contributions = useAsked('listContributions', { query: { limit: 1000 } });
  return (
    <Panel title={say('intake.handedIn')}>
      <Answered of={contributions}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('intake.none')}>{say('intake.none.words')}</Empty>
          ) : (
            <ul className="lines">
              {[...items].reverse().map((each) => (
                <li key={each.id}>
                  <a href={addressText(['intake', each.id])} className="line-link">
                    <span className="stack none">
                      <Name>{each.fileName}</Name>
                      <span className="quiet small">
                        {moment(each.receivedAt)} ·{' '}
                        {number(Math.max(1, Math.round(each.bytes / 1024)), {
                          style: 'unit',
                          unit: 'kilobyte',
                        })}
                      </span>
                    </span>
                    {each.setAside !== null && <Chip tone="bad">{say('intake.setAside')}</Chip>}
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Panel>
  );
}
