import { useWords } from '../words/words.tsx';
import { PressButton } from './press-button.tsx';

interface MoreProps {
  readonly of: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** The next page of a list, where there is one. */
export function More({ of }: MoreProps) {
  const { say } = useWords();
  if (!of.hasNextPage) return null;
  return (
    <div className="more no-print">
      <PressButton isDisabled={of.isFetchingNextPage} onPress={() => void of.fetchNextPage()}>
        {say(of.isFetchingNextPage ? 'state.loading' : 'state.more')}
      </PressButton>
    </div>
  );
}
