import { RefusalWords } from './refusal-words.tsx';
import { Sign } from './sign.tsx';
import type { Doing } from './use-doing.ts';

/** How something failed that was set going, beside what set it going. */
export function Said({ doing }: { readonly doing: Pick<Doing, 'error'> }) {
  if (doing.error === null) return null;
  return (
    <div role="alert" className="notice bad">
      <Sign of="alert" />
      <div>
        <RefusalWords error={doing.error} />
      </div>
    </div>
  );
}
