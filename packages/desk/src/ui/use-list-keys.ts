import { type RefObject, useRef } from 'react';
import { useShortcuts } from './use-shortcuts.ts';

/** Lets `j` and `k` go down and up the links of a list. */
export function useListKeys(): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  const move = (by: number) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const focused = document.activeElement;
    const now = focused instanceof HTMLAnchorElement ? links.indexOf(focused) : -1;
    const current = now >= 0 ? now : links.findIndex((link) => link.getAttribute('aria-current') !== null);
    links[Math.min(links.length - 1, Math.max(0, current + by))]?.focus();
  };
  useShortcuts({ j: () => move(1), k: () => move(-1) });
  return list;
}
