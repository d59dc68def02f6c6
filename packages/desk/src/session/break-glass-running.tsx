import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { addressText } from '../address/address.ts';
import { forgetAll, useAsked } from '../api/use-asked.ts';
import { Sign } from '../ui/sign.tsx';
import { useWords } from '../words/words.tsx';
import { minutesLeft, timeLeft, useNow } from './break-glass-time.ts';
import { useSitting } from './sitting.tsx';

/** How often somebody who waits for an answer is told whether it came. Milliseconds. */
const patience = 60_000;

/** In the frame of every screen, as long as access beyond the rules runs: whose, for what, and how long still. */
export function BreakGlassRunning() {
  const { offered } = useSitting();
  return offered.asksBreakGlass || offered.answersBreakGlass ? <Running /> : null;
}

function Running() {
  const { say, name, moment } = useWords();
  const { offered } = useSitting();
  const client = useQueryClient();
  const now = useNow();
  const { data, refetch } = useAsked('listBreakGlass', {
    query: { limit: 50, all: offered.answersBreakGlass ? 'true' : 'false' },
  });
  const items = data?.items ?? [];
  const running = items.filter((request) => timeLeft(request, now) > 0);
  const isAwaited = items.some(({ state }) => state === 'asked');
  useEffect(() => {
    if (!isAwaited) return undefined;
    const timer = window.setInterval(() => void refetch(), patience);
    return () => window.clearInterval(timer);
  }, [isAwaited, refetch]);
  const ids = running.map(({ id }) => id).join(' ');
  const before = useRef<string | null>(null);
  // What may be seen is another thing from then on.
  useEffect(() => {
    if (before.current !== null && before.current !== ids) void forgetAll(client);
    before.current = ids;
  }, [ids, client]);
  return running.map((request) => (
    <div key={request.id} className="glass-running" role="status">
      <Sign of="alert" />
      <span>
        <strong>{say('glass.frame', { person: request.person })}</strong> {name('purpose', request.purpose)}
        {request.project !== null && ` (${request.project})`}
      </span>
      <a href={addressText(['governance'], { part: 'break-glass' })} className="end">
        {say('glass.until', { at: moment(request.until ?? request.at) })} ·{' '}
        {say('glass.left', { minutes: minutesLeft(request, now) })}
      </a>
    </div>
  ));
}
