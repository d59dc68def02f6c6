import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { addressText } from '../../address/address.ts';
import { go, show, useAddress } from '../../address/use-address.ts';
import { call, sitting } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Go } from '../../ui/go.tsx';
import { Name } from '../../ui/name.tsx';
import { PressButton } from '../../ui/press-button.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Table } from '../../ui/table.tsx';
import { Ticks } from '../../ui/ticks.tsx';
import { useWords } from '../../words/words.tsx';
import { type Network as NetworkModel, networkFrom } from './network-model.ts';
import { NetworkPicture } from './network-picture.tsx';
import { OtherView, useViewShown, ViewSwitch } from './network-views.tsx';
import { createNetworkStore, useNetworkState } from './selection.ts';

/** How many links of one thing are shown at most: a hub of thousands says nothing in a picture. */
const most = 300;

/** What is around one person or thing. What is unfolded is in the address: the link shows the same to whoever may see it. */
export function Network() {
  const { say } = useWords();
  const { path } = useAddress();
  const entity = path[1] ?? '';
  const dossier = useAsked('readEntity', { parameters: { entity } });
  return (
    <Answered of={dossier}>
      {({ id, type, caption, protected: isProtected }) =>
        isProtected ? (
          <Screen title={say('network.of', { name: caption })}>
            <Empty title={say('network.protected')} />
          </Screen>
        ) : (
          <Around key={id} center={{ id, type, caption }} />
        )
      }
    </Answered>
  );
}

interface AroundProps {
  readonly center: NetworkModel['nodes'][number];
}

function Around({ center }: AroundProps) {
  const { say, name } = useWords();
  const { query } = useAddress();
  const unfolded = useMemo(() => [center.id, ...(query.open?.split(',') ?? [])], [center.id, query.open]);
  const hidden = query.without?.split(',') ?? [];
  const [selected, setSelected] = useState<string>(center.id);
  const answers = useQueries({
    queries: unfolded.map((entity) => ({
      queryKey: ['listEntityLinks', entity, sitting.ground],
      queryFn: () => call('listEntityLinks', { parameters: { entity }, query: { limit: most } }),
    })),
  });
  const loaded = answers.map(({ data }) => data);
  const key = loaded.map((data) => data?.items.length ?? 0).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers are new objects each time; their sizes are not
  const network = useMemo(
    () =>
      networkFrom({
        center,
        hidden,
        links: unfolded.map((entity, place) => ({ entity, linked: loaded[place]?.items ?? [] })),
      }),
    [center, key, query.without, query.open],
  );
  const view = useViewShown();
  const [store] = useState(createNetworkStore);
  const state = useNetworkState(store);
  useEffect(() => {
    const { acts } = store.state();
    acts.learn({
      nodes: network.nodes.map((each) => ({
        ...each,
        owners: [],
        statements: 0,
        degree: 0,
        firstSeen: null,
        lastSeen: null,
        source: 'A',
        information: '1',
        areas: [],
        handling: [],
      })),
      links: network.links.map((each) => ({
        ...each,
        id: `${each.source} ${each.kind} ${each.target}`,
        firstSeen: null,
        lastSeen: null,
        grade: { source: 'A', information: '1' },
        handling: [],
      })),
    });
    acts.show(network.nodes.map(({ id }) => id));
  }, [network, store]);
  const node = network.nodes.find(({ id }) => id === selected) ?? center;
  const unfold = (id: string) => show({ open: [...unfolded.slice(1), id].join(',') });
  return (
    <Screen
      title={say('network.of', { name: center.caption })}
      lead={say('network.count', { nodes: network.nodes.length, links: network.links.length })}
      actions={
        <>
          <ViewSwitch />
          <Go to={addressText(['entities', center.id])} className="button plain">
            {say('dossier.title')}
          </Go>
        </>
      }
    >
      <div className="network">
        {view === 'picture' ? (
          <NetworkPicture network={network} selected={node.id} onSelect={setSelected} onUnfold={unfold} />
        ) : (
          <OtherView state={state} view={view} />
        )}
        <div className="stack network-side">
          <div className="boxed stack tight" aria-live="polite">
            <strong>
              <Name>{node.caption}</Name>
            </strong>
            <span className="quiet small">{name('type', node.type)}</span>
            <div className="row wrap">
              <PressButton isDisabled={unfolded.includes(node.id)} onPress={() => unfold(node.id)}>
                {say('network.unfold')}
              </PressButton>
              <PressButton onPress={() => go(addressText(['entities', node.id]))}>
                {say('network.dossier')}
              </PressButton>
              {unfolded.length > 1 && (
                <PressButton onPress={() => show({ open: unfolded.slice(1, -1).join(',') || undefined })}>
                  {say('network.undo')}
                </PressButton>
              )}
            </div>
          </div>
          {network.leftOut > 0 && (
            <p className="quiet small">{say('network.leftOut', { count: network.leftOut })}</p>
          )}
          <Ticks
            label={say('network.kinds')}
            value={network.kinds.filter((kind) => !hidden.includes(kind))}
            onChange={(kept) => {
              const without = network.kinds.filter((kind) => !kept.includes(kind)).join(',');
              show({ without: without || undefined });
            }}
            options={network.kinds.map((kind) => ({ id: kind, title: name('type', kind) }))}
          />
          <Table label={say('network.list')} heads={[say('head.name'), say('head.type')]}>
            {network.nodes.map(({ id, type, caption }) => (
              <tr key={id}>
                <td>
                  <button
                    type="button"
                    className="link-button"
                    aria-pressed={id === node.id}
                    onClick={() => setSelected(id)}
                  >
                    <Name>{caption}</Name>
                  </button>
                </td>
                <td>{name('type', type)}</td>
              </tr>
            ))}
          </Table>
        </div>
      </div>
    </Screen>
  );
}
