import { addressText } from '../../address/address.ts';
import { go, useAddress } from '../../address/use-address.ts';
import { usePages } from '../../api/use-asked.ts';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FindingName } from '../../ui/finding-name.tsx';
import { Master } from '../../ui/master.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TakeAlong } from '../../ui/take-along.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { useWords } from '../../words/words.tsx';
import { FindingFilters, findingQuery } from './finding-filters.tsx';
import { findingKind } from './finding-kind.ts';
import { FindingPanel } from './finding-panel.tsx';
import type { FindingShown } from './finding-shown.ts';

/** Leads, the least likely by chance first. */
export function Findings() {
  const words = useWords();
  const { say, name, number } = words;
  const { path, query } = useAddress();
  const chosen = findingQuery(query);
  const { items, answer } = usePages('listFindings', { query: { limit: 100, ...chosen } });
  const list = useListKeys();
  const place = items.findIndex(({ id }) => id === path[1]);
  const current = items[place];
  const toNext = () => {
    const next = items[place + 1] ?? items[0];
    if (next !== undefined) go(addressText(['findings', next.id], query));
  };
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
      <FindingFilters query={chosen} detectors={items.map(({ detector }) => detector)} />
      <Master
        answer={answer}
        none={items.length === 0 ? { title: say('findings.none'), words: say('findings.none.words') } : null}
        list={
          <ul className="lines" ref={list}>
            {items.map((finding) => (
              <li key={finding.id}>
                <a
                  href={addressText(['findings', finding.id], query)}
                  className="line-link"
                  {...(finding.id === path[1] ? { 'aria-current': 'true' as const } : {})}
                >
                  <span className="stack none">
                    <FindingName finding={finding} />
                    <span className="quiet small">{findingKind(words, finding)}</span>
                  </span>
                  <span className="quiet small line-end">
                    <ReviewChip finding={finding} />
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
            {current !== undefined && <FindingPanel key={current.id} finding={current} onNext={toNext} />}
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

/** What was said of it last. */
function ReviewChip({ finding }: { readonly finding: FindingShown }) {
  const { name } = useWords();
  const last = finding.reviews.at(-1);
  if (last === undefined) return null;
  return (
    <Chip tone={last.verdict === 'confirmed' ? 'good' : 'plain'}>
      {name('finding.verdict', last.verdict)}
    </Chip>
  );
}
