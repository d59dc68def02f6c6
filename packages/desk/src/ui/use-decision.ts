import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { forgetAll } from '../api/use-asked.ts';
import { type Doing, useDoing } from './use-doing.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface DecisionAsked<Verdict extends string> {
  /** The key of each verdict. */
  readonly keys: Readonly<Record<Verdict, string>>;
  /** Keeps it for good. */
  readonly keep: (verdict: Verdict, reason: string) => Promise<unknown>;
  /** What holds again when the last decision is undone, and what is given as the reason. */
  readonly undo: () => { readonly verdict: Verdict; readonly reason: string };
}

/** A decision by keyboard: chosen, given a reason, recorded, and undone by another. */
export interface Decision<Verdict extends string> {
  readonly keys: Readonly<Record<Verdict, string>>;
  readonly verdict: Verdict | null;
  /** What was just recorded; it can be decided otherwise, because the last word counts. */
  readonly recorded: Verdict | null;
  readonly isUndone: boolean;
  readonly reason: RefObject<HTMLTextAreaElement | null>;
  readonly doing: Doing;
  choose(verdict: Verdict): void;
  record(reason: string): void;
  undo(): void;
}

export function useDecision<Verdict extends string>(asked: DecisionAsked<Verdict>): Decision<Verdict> {
  const { keys, keep } = asked;
  const client = useQueryClient();
  const doing = useDoing();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [recorded, setRecorded] = useState<Verdict | null>(null);
  const [isUndone, setUndone] = useState(false);
  const reason = useRef<HTMLTextAreaElement>(null);
  const choose = (chosen: Verdict) => {
    // The field is there and has the focus before the next key: what is typed at once is the reason, not shortcuts.
    flushSync(() => {
      setRecorded(null);
      setUndone(false);
      setVerdict(chosen);
    });
    reason.current?.focus();
  };
  const record = (words: string) => {
    if (verdict === null) return;
    doing.run(async () => {
      await keep(verdict, words);
      // It is said when it can be undone: what was said before it is known by then.
      await forgetAll(client);
      setRecorded(verdict);
      setVerdict(null);
    });
  };
  const undo = () => {
    const before = asked.undo();
    doing.run(async () => {
      await keep(before.verdict, before.reason);
      setRecorded(null);
      setUndone(true);
      await forgetAll(client);
    });
  };
  useShortcuts({
    ...Object.fromEntries(
      Object.entries<string>(keys).map(([each, key]) => [key, () => choose(each as Verdict)]),
    ),
    ...(recorded === null || doing.isBusy ? {} : { z: undo }),
  });
  return { keys, verdict, recorded, isUndone, reason, doing, choose, record, undo };
}
