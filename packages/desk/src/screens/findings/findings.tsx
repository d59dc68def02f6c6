import { addressText } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { usePages } from '../../api/use-asked.ts';
import { Empty } from '../../ui/empty.tsx';
import { Master } from '../../ui/master.tsx';
import { Name } from '../../ui/name.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TakeAlong } from '../../ui/take-along.tsx';
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
    <Screen
      title={say('findings.title')}
      lead={say('findings.lead')}
      actions={
        <TakeAlong
          name="findings"
          heads={[
            'Id',
            say('findings.title'),
            say('head.type'),
            say('head.name'),
            say('findings.chance'),
            say('findings.corrected'),
            say('head.statements'),
          ]}
          rows={items.map((finding) => [
            finding.id,
            name('detector', finding.detector),
            name('finding', finding.kind),
            finding.subjects[0]?.caption ?? null,
            finding.chance,
            finding.chanceCorrected,
            finding.statements,
          ])}
        />
      }
    >
      <Master
        answer={answer}
        none={items.length === 0 ? { title: say('findings.none'), words: say('findings.none.words') } : null}
        list={
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
        }
        detail={
          <>
            {current !== undefined && <FindingPanel key={current.id} finding={current} />}
            {current === undefined && path[1] !== undefined && answer.isSuccess && (
              <Empty title={say('findings.gone')}>{say('findings.gone.words')}</Empty>
            )}
            {path[1] === undefined && <Empty title={say('findings.choose')}>{say('keys.jk')}</Empty>}
          </>
        }
      />
    </Screen>
  );
}
