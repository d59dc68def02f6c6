import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { call, sitting } from '../../api/call.ts';
import { Answered } from '../../ui/answered.tsx';
import { useWords } from '../../words/words.tsx';
import { contentFrom } from './content-from.ts';
import { NetworkDesk } from './network-desk.tsx';
import { emptyDocument, withMembers } from './network-document.ts';
import { createNetworkStore } from './selection.ts';

/** No link is of this kind: what is asked for is told, and nothing around it. */
const noKind = ['none'];

/** Some things and what links them with one another, as a finding or a list names them: nothing is unfolded yet. */
export function NetworkOf({ ids }: { readonly ids: readonly string[] }) {
  const { say } = useWords();
  const answer = useQuery({
    queryKey: ['expandNetwork', 'of', ids, sitting.ground],
    queryFn: ({ signal }) =>
      call('expandNetwork', { body: { entities: [...ids], kinds: noKind, limit: 1 } }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const store = useMemo(() => {
    if (answer.data === undefined) return null;
    const made = createNetworkStore();
    made.state().acts.open(withMembers(emptyDocument, answer.data.nodes.id), contentFrom(answer.data));
    return made;
  }, [answer.data]);
  return (
    <Answered of={answer} lines={8}>
      {({ nodes }) =>
        store !== null && (
          <NetworkDesk store={store} title={say('network.between', { count: nodes.id.length })} />
        )
      }
    </Answered>
  );
}
