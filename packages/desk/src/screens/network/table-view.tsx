import { useState } from 'react';
import { Grid, type GridColumn } from '../../ui/grid/grid.tsx';
import { Name } from '../../ui/name.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords, type Words } from '../../words/words.tsx';
import type { NetworkLink, NetworkNode } from './network-content.ts';
import type { NetworkState } from './selection.ts';

/** The things and the links that are shown, as rows. */
export function TableView({ state }: { readonly state: NetworkState }) {
  const { say } = useWords();
  const [part, setPart] = useState('things');
  const parts = (['things', 'links'] as const).map((id) => ({ id, title: say(`grid.${id}`) }));
  const choice = <Segments label={say('grid.part')} value={part} onChange={setPart} options={parts} />;
  return part === 'links' ? (
    <LinkTable state={state} choice={choice} />
  ) : (
    <ThingTable state={state} choice={choice} />
  );
}

interface PartProps {
  readonly state: NetworkState;
  readonly choice: React.ReactNode;
}

function ThingTable({ state, choice }: PartProps) {
  const words = useWords();
  const columns = thingColumns(words);
  return (
    <div className="stack">
      <div>{choice}</div>
      <Grid
        label={words.say('grid.things')}
        columns={columns}
        items={state.nodes}
        idOf={({ id }) => id}
        chosen={state.selected}
        onChoose={state.acts.select}
      />
    </div>
  );
}

/** A link is chosen when both of its ends are. */
function LinkTable({ state, choice }: PartProps) {
  const words = useWords();
  const captions = new Map(state.nodes.map(({ id, caption }) => [id, caption]));
  const columns = linkColumns(words, captions);
  const { links, selected } = state;
  const chosen = links.filter(({ source, target }) => selected.has(source) && selected.has(target));
  const choose = (ids: ReadonlySet<string>) =>
    state.acts.select(
      links.filter(({ id }) => ids.has(id)).flatMap(({ source, target }) => [source, target]),
    );
  return (
    <div className="stack">
      <div>{choice}</div>
      <Grid
        label={words.say('grid.links')}
        columns={columns}
        items={links}
        idOf={({ id }) => id}
        chosen={new Set(chosen.map(({ id }) => id))}
        onChoose={choose}
      />
    </div>
  );
}

function thingColumns({ say, name, date }: Words): GridColumn<NetworkNode>[] {
  return [
    {
      ...{ id: 'name', title: say('head.name'), width: 150 },
      valueOf: ({ caption }) => caption,
      shown: ({ caption }) => <Name>{caption}</Name>,
    },
    { id: 'type', title: say('head.type'), width: 80, valueOf: ({ type }) => name('type', type) },
    ...[
      { id: 'degree', title: say('grid.degree'), width: 56, valueOf: ({ degree }: NetworkNode) => degree },
      {
        ...{ id: 'statements', title: say('head.statements'), width: 84 },
        valueOf: ({ statements }: NetworkNode) => statements,
      },
    ].map((column) => ({ ...column, isFigure: true })),
    { id: 'owners', title: say('head.owners'), width: 96, valueOf: ({ owners }) => owners.join(', ') },
    {
      ...{ id: 'first', title: say('grid.first'), width: 124 },
      valueOf: ({ firstSeen }) => firstSeen,
      shown: ({ firstSeen }) => <span>{date(firstSeen)}</span>,
    },
    {
      ...{ id: 'last', title: say('grid.last'), width: 124 },
      valueOf: ({ lastSeen }) => lastSeen,
      shown: ({ lastSeen }) => <span>{date(lastSeen)}</span>,
    },
    {
      ...{ id: 'grade', title: say('head.grade'), width: 52 },
      valueOf: ({ source, information }) => `${source}${information}`,
    },
  ];
}

function linkColumns(
  { say, name, date }: Words,
  captions: ReadonlyMap<string, string>,
): GridColumn<NetworkLink>[] {
  const end = (id: 'source' | 'target', title: string): GridColumn<NetworkLink> => ({
    ...{ id, title, width: 120 },
    valueOf: (link) => captions.get(link[id]) ?? '',
    shown: (link) => <Name>{captions.get(link[id]) ?? ''}</Name>,
  });
  const day = (id: 'firstSeen' | 'lastSeen', title: string): GridColumn<NetworkLink> => ({
    ...{ id, title, width: 124 },
    valueOf: (link) => link[id],
    shown: (link) => <span>{date(link[id])}</span>,
  });
  return [
    end('source', say('grid.source')),
    { id: 'kind', title: say('grid.kind'), width: 110, valueOf: ({ kind }) => name('link', kind) },
    end('target', say('grid.target')),
    {
      ...{ id: 'statements', title: say('head.statements'), width: 100, isFigure: true },
      valueOf: ({ statements }) => statements,
    },
    day('firstSeen', say('grid.first')),
    day('lastSeen', say('grid.last')),
    {
      ...{ id: 'grade', title: say('head.grade'), width: 52 },
      valueOf: ({ grade }) => `${grade.source}${grade.information}`,
    },
  ];
}
