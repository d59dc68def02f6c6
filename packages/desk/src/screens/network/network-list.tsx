import { memo, useMemo, useState } from 'react';
import { GridList, GridListItem, type Selection } from 'react-aria-components';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { Name } from '../../ui/name.tsx';
import { Picker } from '../../ui/picker.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { inARow } from '../../words/isolated.ts';
import { useWords } from '../../words/words.tsx';
import type { NetworkLink, NetworkNode } from './network-content.ts';
import type { Colouring, NetworkDocument } from './network-document.ts';
import type { NetworkActs } from './selection.ts';
import { TypeSign } from './type-sign.tsx';
import type { Numbers } from './use-measured.ts';

interface NetworkListProps {
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
  readonly selected: ReadonlySet<string>;
  readonly document: NetworkDocument;
  readonly numbers: Numbers;
  readonly acts: NetworkActs;
  readonly onUnfold: (id: string) => void;
}

const atOnce = 100;
const orders = ['links', 'name', 'type', 'measured'] as const;
type Order = (typeof orders)[number];

/** All that the picture shows, in words: chosen, found and unfolded by keyboard. */
export const NetworkList = memo(function NetworkList(props: NetworkListProps) {
  const { nodes, links, selected, document, numbers, acts, onUnfold } = props;
  const { say, name, number, locale } = useWords();
  const [wanted, setWanted] = useState('');
  const [order, setOrder] = useState<Order>('links');
  const [most, setMost] = useState(atOnce);
  const sorted = useMemo(() => {
    const words = wanted.trim().toLocaleLowerCase(locale);
    const found =
      words === '' ? nodes : nodes.filter(({ caption }) => caption.toLocaleLowerCase(locale).includes(words));
    return found.toSorted(comparing(order, { numbers, words: new Intl.Collator(locale) }));
  }, [nodes, wanted, order, numbers, locale]);
  const shown = sorted.slice(0, most);
  const inPicture = useMemo(() => linksOfEach(links), [links]);
  const choose = (keys: Selection) => {
    if (keys === 'all') return acts.select(sorted.map(({ id }) => id));
    // What is chosen and not in this part of the list stays chosen.
    const here = new Set(shown.map(({ id }) => id));
    acts.select([...[...selected].filter((id) => !here.has(id)), ...[...keys].map(String)]);
  };
  /** What is not in the picture yet is what unfolding may bring. */
  const linkWords = (count: number, here: number) =>
    here < count ? say('network.linksShown', { count, shown: here }) : say('network.linkCount', { count });
  const offered = orders.filter((each) => each !== 'measured' || document.colouring !== 'type');
  return (
    <div className="stack tight network-list">
      <div className="network-list-head">
        <Field label={say('network.list.find')} value={wanted} onChange={setWanted} />
        <Picker
          label={say('network.list.order')}
          value={order}
          onChange={(chosen) => setOrder(chosen as Order)}
          options={offered.map((id) => ({ id, title: say(`network.order.${id}`) }))}
        />
      </div>
      <GridList
        aria-label={say('network.list')}
        className="thing-list"
        items={shown.map((node) => ({ id: node.id, node }))}
        dependencies={[document, numbers, inPicture]}
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={new Set(shown.filter(({ id }) => selected.has(id)).map(({ id }) => id))}
        onSelectionChange={choose}
        onAction={(key) => onUnfold(String(key))}
        renderEmptyState={() => <Empty title={say('network.list.none')} />}
      >
        {({ id, node }) => (
          <GridListItem
            id={id}
            textValue={node.caption}
            className="thing"
            onHoverStart={() => acts.hover(id)}
            onHoverEnd={() => acts.hover(null)}
          >
            <TypeSign type={node.type} />
            <span className="thing-name">
              <Name>{node.caption}</Name>
              <span className="quiet small">
                {inARow([
                  name('type', node.type),
                  linkWords(node.degree, inPicture.get(id) ?? 0),
                  ...(document.pinned.has(id) ? [say('network.pinned')] : []),
                  ...(document.notes.has(id) ? [say('network.noted')] : []),
                ])}
              </span>
            </span>
            <Measure colouring={document.colouring} value={numbers.get(id)} />
          </GridListItem>
        )}
      </GridList>
      {sorted.length > most && (
        <div className="row">
          <PressButton onPress={() => setMost(most + atOnce)}>{say('state.more')}</PressButton>
          <span className="quiet small">
            {say('network.list.of', { shown: number(most), all: number(sorted.length) })}
          </span>
        </div>
      )}
    </div>
  );
});

function linksOfEach(links: readonly NetworkLink[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const end of links.flatMap(({ source, target }) => [source, target]))
    counts.set(end, (counts.get(end) ?? 0) + 1);
  return counts;
}

/** The number that the picture writes into a node. */
function Measure({
  colouring,
  value,
}: {
  readonly colouring: Colouring;
  readonly value: number | undefined;
}) {
  const { say } = useWords();
  if (value === undefined || colouring === 'type') return null;
  return <span className="small figure">{say(`network.number.${colouring}`, { number: value })}</span>;
}

interface Comparing {
  readonly numbers: Numbers;
  readonly words: Intl.Collator;
}

function comparing(order: Order, { numbers, words }: Comparing) {
  const byName = (one: NetworkNode, other: NetworkNode) =>
    words.compare(one.caption, other.caption) || (one.id < other.id ? -1 : 1);
  const numberOf = ({ id }: NetworkNode) => numbers.get(id) ?? Number.MAX_SAFE_INTEGER;
  const by: Readonly<Record<Order, typeof byName>> = {
    name: byName,
    links: (one, other) => other.degree - one.degree || byName(one, other),
    type: (one, other) => (one.type === other.type ? byName(one, other) : one.type < other.type ? -1 : 1),
    measured: (one, other) => numberOf(one) - numberOf(other) || byName(one, other),
  };
  return by[order];
}
