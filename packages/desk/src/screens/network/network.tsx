import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { addressText } from '../../address/address.ts';
import { show, useAddress } from '../../address/use-address.ts';
import { call, sitting } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Go } from '../../ui/go.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/words.tsx';
import { askedFilters } from './asked-filters.ts';
import { contentFrom } from './content-from.ts';
import { addressedNetwork, idsFrom, networkQuery } from './network-address.ts';
import { NetworkDesk } from './network-desk.tsx';
import { emptyDocument, withMembers, withoutMembers } from './network-document.ts';
import { NetworkOf } from './network-of.tsx';
import { fromSaved } from './saved-document.ts';
import { SavedList } from './saved-panel.tsx';
import { createNetworkStore, type NetworkStore, useNetworkState } from './selection.ts';

/** As many as the hub takes in one question. */
const mostNamed = 1000;

/** How things hang together: around one of them, or as somebody saved it. */
export function Network() {
  const { path, query } = useAddress();
  const [, what, view] = path;
  if (what === undefined) return <Start />;
  if (what === 'of') return <NetworkOf key={view} ids={idsFrom(view, mostNamed)} finding={query.finding} />;
  return what === 'saved' ? <Saved key={view} view={view ?? ''} /> : <Around key={what} entity={what} />;
}

/** Where nobody said what to look at. */
function Start() {
  const { say } = useWords();
  return (
    <Screen title={say('network.title')} lead={say('network.start')}>
      <Panel title={say('network.saved')}>
        <SavedList />
      </Panel>
      <div className="row">
        <Go to={addressText(['search'])} className="button primary">
          {say('network.start.search')}
        </Go>
      </div>
    </Screen>
  );
}

function Around({ entity }: { readonly entity: string }) {
  const { say } = useWords();
  const dossier = useAsked('readEntity', { parameters: { entity }, query: { limit: 1, sources: 1 } });
  return (
    <Answered of={dossier}>
      {({ id, caption, protected: isProtected }) =>
        isProtected ? (
          <Screen title={say('network.of', { name: caption })}>
            <Empty title={say('network.protected')} />
          </Screen>
        ) : (
          <AroundOpen key={id} center={id} caption={caption} />
        )
      }
    </Answered>
  );
}

interface AroundOpenProps {
  readonly center: string;
  readonly caption: string;
}

/** The address tells around what it was unfolded, what is let through and what is pinned where: a link shows the same to whoever may see it. */
function AroundOpen({ center, caption }: AroundOpenProps) {
  const { say } = useWords();
  const { query } = useAddress();
  // What the address says later is what was done here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once
  const asked = useMemo(() => {
    const { unfolded, ...rest } = addressedNetwork(query);
    return { unfolded: [center, ...unfolded], ...rest };
  }, [center]);
  const answer = useQuery({
    queryKey: ['expandNetwork', asked.unfolded, asked.filters, sitting.ground],
    queryFn: ({ signal }) =>
      call(
        'expandNetwork',
        { body: { entities: asked.unfolded, filters: askedFilters(asked.filters) } },
        signal,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const store = useMemo(() => {
    if (answer.data === undefined) return null;
    const made = createNetworkStore();
    const { acts } = made.state();
    const { filters, colouring, folded, takenOut } = asked;
    const found = withMembers(emptyDocument, answer.data.nodes.id, asked.unfolded);
    const document = withoutMembers(found, takenOut);
    const pinned = new Map([...asked.pinned].filter(([id]) => document.members.has(id)));
    acts.open(
      {
        ...document,
        filters,
        colouring,
        folded: new Set(folded),
        pinned: new Set(pinned.keys()),
        places: pinned,
      },
      contentFrom(answer.data),
    );
    acts.select(document.members.has(center) ? [center] : []);
    return made;
  }, [answer.data, asked, center]);
  return (
    <Answered of={answer} lines={8}>
      {() =>
        store !== null && (
          <>
            <AddressKept store={store} center={center} />
            <NetworkDesk
              store={store}
              title={say('network.of', { name: caption })}
              actions={
                <Go to={addressText(['entities', center])} className="button plain">
                  {say('dossier.title')}
                </Go>
              }
            />
          </>
        )
      }
    </Answered>
  );
}

/** Writes into the address what was made of the network. */
function AddressKept({ store, center }: { readonly store: NetworkStore; readonly center: string }) {
  const { document } = useNetworkState(store);
  useEffect(() => show(networkQuery(document, center)), [document, center]);
  return null;
}

function Saved({ view }: { readonly view: string }) {
  const { say } = useWords();
  const answer = useQuery({
    queryKey: ['readNetworkView', view, sitting.ground],
    queryFn: ({ signal }) => call('readNetworkView', { parameters: { view } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const store = useMemo(() => {
    if (answer.data === undefined) return null;
    const made = createNetworkStore();
    made.state().acts.open(fromSaved(answer.data.document), contentFrom(answer.data));
    return made;
  }, [answer.data]);
  return (
    <Answered of={answer} lines={8}>
      {({ title }) =>
        store !== null && <NetworkDesk store={store} title={title ?? say('network.untitled')} />
      }
    </Answered>
  );
}
