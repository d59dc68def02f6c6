import { useEffect, useState } from 'react';
import type { ItemOf } from '../api/contract.ts';

export type BreakGlass = ItemOf<'listBreakGlass'>;

/** Milliseconds that access beyond the rules still runs; 0: it does not. */
export function timeLeft({ state, until }: Pick<BreakGlass, 'state' | 'until'>, now: number): number {
  return state === 'approved' && until !== null ? Math.max(0, Date.parse(until) - now) : 0;
}

/** The same in whole minutes, one at least while it runs. */
export function minutesLeft(request: Pick<BreakGlass, 'state' | 'until'>, now: number): number {
  return Math.max(1, Math.round(timeLeft(request, now) / 60_000));
}

const tick = 10_000;

/** The time, a little while ago at most. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), tick);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}
