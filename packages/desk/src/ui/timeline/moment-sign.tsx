const shapes = [
  'M8 3a5 5 0 1 0 0 10 5 5 0 0 0 0-10z',
  'M3.5 3.500h9v9h-9z',
  'M8 2.500l6 10.500h-12z',
  'M8 2l6 6-6 6-6-6z',
  'M2 3.500h12l-6 10.500z',
  'M6 2h4v4h4v4h-4v4h-4v-4h-4v-4h4z',
  'M3 3l5 2.5 5-2.500v7l-5 3.5-5-3.500z',
  'M6.5 2h3v12h-3z',
] as const;

interface MomentSignProps {
  /** All kinds that there are, in the order in which they get their signs. */
  readonly kinds: readonly string[];
  readonly kind: string;
}

/** The shape of a kind of moment: shapes tell kinds apart, not colours. */
export function MomentSign({ kinds, kind }: MomentSignProps) {
  return (
    <svg className="moment-sign" viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[Math.max(0, kinds.indexOf(kind)) % shapes.length]} />
    </svg>
  );
}
