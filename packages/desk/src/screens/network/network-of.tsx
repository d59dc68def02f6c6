import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { askTogether } from '../../api/ask-together.ts';
import { sitting } from '../../api/call.ts';
import { Answered } from '../../ui/answered.tsx';
import { useWords } from '../../words/words.tsx';
import { contentFrom } from './content-from.ts';
import { NetworkDesk } from './network-desk.tsx';
import { emptyDocument, withMembers } from './network-document.ts';
import { createNetworkStore } from './selection.ts';

interface NetworkOfProps {
  readonly ids: readonly string[];
  /** The finding that names them: what its statements are of is between them. */
  readonly finding: string | undefined;
}

/** Some things, and what links them with one another as far as a finding goes: nothing is unfolded yet. */
export function NetworkOf({ ids, finding }: NetworkOfProps) {
  const { say } = useWords();
  const answer = useQuery({
    queryKey: ['expandNetwork', 'of', ids, finding, sitting.ground],
    queryFn: ({ signal }) => askTogether({ ids, finding }, signal),
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
