import { addressText } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { usePages } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Empty } from '../../ui/empty.tsx';
import { More } from '../../ui/more.tsx';
import { Name } from '../../ui/name.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { useWords } from '../../words/words.tsx';
import { FindingPanel } from './finding-panel.tsx';

/** Leads, the least likely by chance first. */
export function Findings() {
  const { say, name, number } = useWords();
  const { path } = useAddress();
  const { items, answer } = usePages('listFindings', { query: { limit: 100 } });
  const list = useListKeys();
  const current = items.find(({ id }) => id === path[1]);
  return (
    <Screen title={say('findings.title')} lead={say('findings.lead')}>
      <div className="master">
        <div className="master-list">
          <Answered of={answer} lines={8}>
            {() =>
              items.length === 0 ? (
                <Empty title={say('findings.none')}>{say('findings.none.words')}</Empty>
              ) : (
                <ul className="lines" ref={list}>
                  {items.map((finding) => (
                    <li key={finding.id}>
                      <a
                        href={addressText(['findings', finding.id])}
                        className="line-link"
                        {...(finding.id === path[1] ? { 'aria-current': 'true' as const } : {})}
                      >
                        <span className="stack none">
                          <Name>{finding.subjects[0]?.caption ?? finding.title}</Name>
                          <span className="quiet small">
                            {name('detector', finding.detector)} · {name('finding', finding.kind)}
                          </span>
                        </span>
                        <span className="quiet small">
                          {say('findings.subjects', {
                            count: finding.subjects.length,
                            number: number(finding.subjects.length),
                          })}
                        </span>
                      </a>
                    </li>
                  ))}
                </ul>
              )
            }
          </Answered>
          <More of={answer} />
        </div>
        <div className="master-detail">
          {current !== undefined && <FindingPanel key={current.id} finding={current} />}
          {current === undefined && path[1] !== undefined && answer.isSuccess && (
            <Empty title={say('findings.gone')}>{say('findings.gone.words')}</Empty>
          )}
          {path[1] === undefined && <Empty title={say('findings.choose')}>{say('keys.jk')}</Empty>}
        </div>
      </div>
    </Screen>
  );
}
