import { type FormEvent, useEffect, useRef } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { addressText } from '../../address/address.ts';
import { go, show, useAddress } from '../../address/use-address.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Caption } from '../../ui/caption.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Filter } from '../../ui/filter.tsx';
import { Name } from '../../ui/name.tsx';
import { Screen } from '../../ui/screen.tsx';
import { TakeAlong } from '../../ui/take-along.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { useWords } from '../../words/words.tsx';

const types = [
  'person',
  'organization',
  'phone',
  'account',
  'handle',
  'document',
  'vehicle',
  'address',
  'case',
  'source',
];
const idPattern = /^[a-z]+(?:-[a-z]+)*-[0-9a-f]{16}$/;

/** One box for whatever somebody has in hand: a name in any script, a number, a plate, a handle, an id. */
export function Search() {
  const { say, name } = useWords();
  const { q = '', type = '' } = useAddress().query;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  const found = useAsked(
    'searchEntities',
    { body: { text: q, limit: 50, ...(type === '' ? {} : { type }) } },
    { when: q.trim() !== '', keep: true },
  );
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    if (idPattern.test(text)) go(addressText(['entities', text]));
    else show({ q: text });
  };
  return (
    <Screen title={say('search.title')} lead={say('search.lead')}>
      <search>
        <form onSubmit={send} className="search-bar">
          <SearchField key={q} name="q" defaultValue={q} className="search-field">
            <Label className="unseen">{say('search.label')}</Label>
            <Input ref={box} className="input large" placeholder={say('search.hint')} dir="auto" />
          </SearchField>
          <Filter
            label={say('search.type')}
            value={type === '' ? undefined : type}
            onChange={(value) => show({ type: value })}
            all={say('search.all')}
            options={types.map((id) => ({ id, title: name('type', id) }))}
          />
          <button type="submit" className="button primary">
            {say('search.submit')}
          </button>
        </form>
      </search>
      {q.trim() === '' ? (
        <Empty title={say('search.begin')}>{say('search.begin.words')}</Empty>
      ) : (
        <Answered of={found}>{({ items }) => <Found items={items} />}</Answered>
      )}
    </Screen>
  );
}

type FoundEntity = NonNullable<ReturnType<typeof useAsked<'searchEntities'>>['data']>['items'][number];

function Found({ items }: { readonly items: readonly FoundEntity[] }) {
  const { say, name, span } = useWords();
  const list = useListKeys();
  if (items.length === 0) return <Empty title={say('search.none')}>{say('search.none.words')}</Empty>;
  return (
    <>
      <div className="row between wrap">
        <p role="status" className="quiet">
          {say('search.count', { count: items.length })}
        </p>
        <TakeAlong
          name="search"
          heads={[
            'Id',
            say('head.name'),
            say('head.type'),
            say('search.matched'),
            say('head.owners'),
            say('head.seen'),
          ]}
          rows={items.map((each) => [
            each.id,
            each.caption,
            name('type', each.type),
            each.matched,
            each.owners.join(', '),
            span(each.firstSeen, each.lastSeen),
          ])}
        />
      </div>
      <ul className="results" ref={list}>
        {items.map((each) => (
          <li key={each.id}>
            <a href={addressText(['entities', each.id])} className="result">
              <span className="stack none">
                <strong>
                  <Caption type={each.type}>{each.caption}</Caption>
                </strong>
                {each.type !== 'advert' && each.matched !== each.caption && (
                  <span className="quiet small">
                    {say('search.matched')} <Matched text={each.matched} />
                  </span>
                )}
              </span>
              <Chip>{name('type', each.type)}</Chip>
              <span className="quiet small">{each.owners.join(', ')}</span>
              <span className="quiet small end">{span(each.firstSeen, each.lastSeen)}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What fitted: the property by its name, and the value as it is. */
function Matched({ text }: { readonly text: string }) {
  const { name } = useWords();
  const [, property = '', value = text] = /^([a-z][a-zA-Z]*) (.+)$/.exec(text) ?? [];
  return (
    <>
      {property !== '' && `${name('property', property)}: `}
      <Name>{value}</Name>
    </>
  );
}
