import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addressText } from '../../address/address.ts';
import { useAddress } from '../../address/use-address.ts';
import { call, sitting } from '../../api/call.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Answered } from '../../ui/answered.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Go } from '../../ui/go.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import { useWords } from '../../words/words.tsx';
import { AddressedDesk } from './addressed-network.tsx';
import { contentFrom } from './content-from.ts';
import { idsFrom } from './network-address.ts';
import { NetworkDesk } from './network-desk.tsx';
import { NetworkOf } from './network-of.tsx';
import { fromSaved } from './saved-document.ts';
import { SavedList } from './saved-panel.tsx';
import { createNetworkStore } from './selection.ts';

/** As many as the hub takes in one question. */
const mostNamed = 1000;

/** How things hang together: around one of them, or as somebody saved it. */
export function Network() {
  const { path, query } = useAddress();
  const [, what, view] = path;
  if (what === undefined) return <Start />;
  if (what === 'of') {
    const { finding } = query;
    return <NetworkOf key={`${view} ${finding}`} ids={idsFrom(view, mostNamed)} finding={finding} />;
  }
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
    <Answered of={dossier} heading={say('network.title')}>
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

function AroundOpen({ center, caption }: AroundOpenProps) {
  const { say } = useWords();
  return (
    <AddressedDesk
      begin={(signal) => call('expandNetwork', { body: { entities: [center] } }, signal)}
      around={[center]}
      titleOf={() => say('network.of', { name: caption })}
      actions={
        <Go to={addressText(['entities', center])} className="button plain">
          {say('dossier.title')}
        </Go>
      }
    />
  );
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
    <Answered of={answer} lines={8} heading={say('network.title')}>
      {({ title }) =>
        store !== null && <NetworkDesk store={store} title={title ?? say('network.untitled')} link="saved" />
      }
    </Answered>
  );
}
