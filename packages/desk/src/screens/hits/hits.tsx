import { addressText } from '../../address/address.ts';
import { go, show, useAddress } from '../../address/use-address.ts';
import { usePages } from '../../api/use-asked.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Filter } from '../../ui/filter.tsx';
import { Go } from '../../ui/go.tsx';
import { Master } from '../../ui/master.tsx';
import { Name } from '../../ui/name.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Segments } from '../../ui/segments.tsx';
import { TakeAlong } from '../../ui/take-along.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { inARow } from '../../words/isolated.ts';
import { useWords } from '../../words/words.tsx';
import { AnswerTimes } from './answer-times.tsx';
import { HitPanel } from './hit-panel.tsx';

const states = ['requested', 'answered', 'told', 'withdrawn'] as const;
const tones: Readonly<Record<string, Tone>> = { requested: 'warn', answered: 'good', withdrawn: 'bad' };

/** Who holds the same: what was told to this partner, and what others ask of it. */
export function Hits() {
  const { say, name, moment } = useWords();
  const { path, query } = useAddress();
  const side = query.side === 'asked' ? 'asked' : 'told';
  const state = states.find((each) => each === query.state);
  const { items, answer } = usePages('listHits', {
    query: { side, limit: 50, ...(state === undefined ? {} : { state }) },
  });
  const list = useListKeys();
  const current = path[1];
  return (
    <Screen
      title={say('hits.title')}
      lead={say('hits.lead')}
      actions={
        <>
          <AnswerTimes />
          <Go to={addressText(['return'])} className="button plain">
            {say('return.title')}
          </Go>
          <TakeAlong
            name="hits"
            heads={[
              say('hits.one'),
              say('head.partner'),
              say('head.type'),
              say('hits.state'),
              say('hits.since'),
              say('hits.own'),
              say('head.file'),
              say('head.row'),
            ]}
            rows={items.map((hit) => [
              hit.id,
              hit.otherTitle,
              name('type', hit.type),
              name('hit.state', hit.state),
              hit.since,
              hit.own.join(' '),
              hit.file,
              hit.row,
            ])}
          />
        </>
      }
    >
      <div className="row wrap no-print">
        <Segments
          label={say('hits.side')}
          value={side}
          onChange={(chosen) => go(addressText(['hits'], { ...query, side: chosen }))}
          options={[
            { id: 'told', title: say('hits.told') },
            { id: 'asked', title: say('hits.asked') },
          ]}
        />
        <Filter
          label={say('hits.state')}
          value={state}
          onChange={(value) => show({ state: value })}
          all={say('hits.state.all')}
          options={states.map((id) => ({ id, title: name('hit.state', id) }))}
        />
      </div>
      <Master
        answer={answer}
        none={items.length === 0 ? { title: say('hits.none'), words: say('hits.none.words') } : null}
        list={
          <ul className="lines" ref={list}>
            {items.map((hit) => (
              <li key={hit.id}>
                <a
                  href={addressText(['hits', hit.id], query)}
                  className="line-link"
                  {...(hit.id === current ? { 'aria-current': 'true' as const } : {})}
                >
                  <span className="stack none">
                    <Name>{hit.otherTitle}</Name>
                    <span className="quiet small">{inARow([name('type', hit.type), moment(hit.since)])}</span>
                  </span>
                  <Chip tone={tones[hit.state] ?? 'plain'}>{name('hit.state', hit.state)}</Chip>
                </a>
              </li>
            ))}
          </ul>
        }
        detail={
          current === undefined ? (
            <Empty title={say('hits.choose')}>{say('keys.jk')}</Empty>
          ) : (
            <HitPanel key={current} id={current} />
          )
        }
      />
    </Screen>
  );
}
