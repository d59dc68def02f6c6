import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { show, useAddress } from '../../address/use-address.ts';
import { sitting } from '../../api/call.ts';
import { Answered } from '../../ui/answered.tsx';
import { useWords } from '../../words/words.tsx';
import { askAnew } from './ask-network.ts';
import type { ToldNetwork } from './content-from.ts';
import { addressedNetwork, chosenFrom, chosenQuery, leftOutOf, networkQuery } from './network-address.ts';
import { NetworkDesk } from './network-desk.tsx';
import { withoutMembers } from './network-document.ts';
import { reopened } from './reopen.ts';
import { createNetworkStore, type NetworkStore, useNetworkState } from './selection.ts';

interface AddressedProps {
  /** What stands at its beginning, and around which things that is. */
  readonly begin: (signal: AbortSignal) => Promise<ToldNetwork>;
  readonly around: readonly string[];
  /** By how many things it began with. */
  readonly titleOf: (count: number) => string;
  readonly actions?: ReactNode;
}

/** The address tells what was made of the network since it began: a link shows the same to whoever may see it. */
export function AddressedDesk({ begin, around, titleOf, actions }: AddressedProps) {
  const { say } = useWords();
  const { path, query } = useAddress();
  // What the address says later is what was done here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once
  const [addressed, chosen] = useMemo(() => [addressedNetwork(query), chosenFrom(query, around)], []);
  const { unfolded, broughtIn } = addressed;
  const answer = useQuery({
    queryKey: ['addressedNetwork', path, query.finding, { unfolded, broughtIn }, sitting.ground],
    queryFn: ({ signal }) => reopened(askAnew(begin, signal), { around, addressed }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it begins with is one with the answer
  const store = useMemo(() => {
    if (answer.data === undefined) return null;
    const { content } = answer.data;
    const { filters, colouring, folded, takenOut } = addressed;
    const document = withoutMembers(answer.data.document, takenOut);
    const places = new Map([...addressed.pinned].filter(([id]) => document.members.has(id)));
    const made = createNetworkStore();
    const { acts } = made.state();
    acts.open(
      {
        ...{ ...document, filters, colouring, places },
        folded: new Set(folded),
        pinned: new Set(places.keys()),
      },
      content,
    );
    acts.select(chosen.filter((id) => document.members.has(id)));
    return made;
  }, [answer.data]);
  return (
    <Answered of={answer} lines={8} heading={say('network.title')}>
      {({ begun }) =>
        store !== null && (
          <>
            <AddressKept store={store} around={around} />
            <NetworkDesk
              store={store}
              title={titleOf(begun)}
              link={{ leavesOut: (document) => leftOutOf(document, around) }}
              actions={actions}
            />
          </>
        )
      }
    </Answered>
  );
}

interface KeptProps {
  readonly store: NetworkStore;
  readonly around: readonly string[];
}

/** Writes into the address what was made of the network. */
function AddressKept({ store, around }: KeptProps) {
  const { document, selected } = useNetworkState(store);
  const kept = () => show({ ...networkQuery(document, around), ...chosenQuery(selected, around) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it begins around is one with the store
  useEffect(kept, [document, selected, store]);
  return null;
}
