import { useLayoutEffect, useRef } from 'react';

/** What a key does: `s`, or `g s` for one after the other. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const patience = 1000;

/** Listens for keys as long as nobody is typing and no dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  // Before the page is painted: what can be seen can be answered by key.
  useLayoutEffect(() => {
    let before = { key: '', at: 0 };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return;
      const isSoon = event.timeStamp - before.at < patience;
      const pair = isSoon ? current.current[`${before.key} ${event.key}`] : undefined;
      const act = pair ?? current.current[event.key];
      before = { key: event.key, at: event.timeStamp };
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="listbox"]') !== null
  );
}
