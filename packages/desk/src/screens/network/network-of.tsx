import { askTogether } from '../../api/ask-together.ts';
import { useWords } from '../../words/words.tsx';
import { AddressedDesk } from './addressed-network.tsx';

interface NetworkOfProps {
  readonly ids: readonly string[];
  /** The finding that names them: what its statements are of is between them. */
  readonly finding: string | undefined;
}

/** Some things, and what links them with one another as far as a finding goes: nothing is unfolded yet. */
export function NetworkOf({ ids, finding }: NetworkOfProps) {
  const { say } = useWords();
  return (
    <AddressedDesk
      begin={(signal) => askTogether({ ids, finding }, signal)}
      around={[]}
      titleOf={(count) => say('network.between', { count })}
    />
  );
}
