const drawings = {
  today: 'M4 5h16v15H4zM4 10h16M9 3v4M15 3v4',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  hits: 'M4 12h6M14 12h6M7 8l-4 4 4 4M17 8l4 4-4 4',
  review: 'M4 5h7v14H4zM13 5h7v14h-7z',
  findings: 'M12 4v3M5 7l2 2M19 7l-2 2M8 14a4 4 0 1 1 8 0c0 2-2 2-2 4h-4c0-2-2-2-2-4zM10 21h4',
  intake: 'M12 4v10M8 10l4 4 4-4M4 16v4h16v-4',
  governance: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.5',
  empty: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c1-5 4-7 8-7s7 2 8 7',
  shield: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM9 12l2 2 4-4',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2',
  done: 'M5 12l5 5 9-10',
  keys: 'M3 6h18v12H3zM6 10h1M10 10h1M14 10h1M18 10h.5M7 14h10',
  moon: 'M20 14A8 8 0 1 1 10 4a6 6 0 0 0 10 10z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2',
  network:
    'M3 6a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0M16 5a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0M10 18.500a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0M8 6h8M6.500 8.200l4.800 8.200M17.500 7.200l-4 9',
} as const;

export type SignName = keyof typeof drawings;

/** A small drawing beside words; never without them. */
export function Sign({ of }: { readonly of: SignName }) {
  return (
    <svg className="sign" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[of]} />
    </svg>
  );
}
