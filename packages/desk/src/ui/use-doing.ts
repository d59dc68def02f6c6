import { useCallback, useState } from 'react';

/** Something that somebody set going: whether it runs, and how it failed. */
export interface Doing {
  readonly isBusy: boolean;
  readonly error: Error | null;
  run(work: () => Promise<unknown>): void;
  clear(): void;
}

export function useDoing(): Doing {
  const [state, setState] = useState<Pick<Doing, 'isBusy' | 'error'>>({ isBusy: false, error: null });
  const run = useCallback((work: () => Promise<unknown>) => {
    setState({ isBusy: true, error: null });
    work().then(
      () => setState({ isBusy: false, error: null }),
      (error: Error) => setState({ isBusy: false, error: error.name === 'AbortError' ? null : error }),
    );
  }, []);
  const clear = useCallback(() => setState({ isBusy: false, error: null }), []);
  return { ...state, run, clear };
}
