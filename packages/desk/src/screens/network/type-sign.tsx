import { colourOf, drawingOf } from './type-signs.ts';

/** The sign of a type, as in the picture; never without words. */
export function TypeSign({ type }: { readonly type: string }) {
  return (
    <svg className={`type-sign kind-${colourOf(type)}`} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="12" />
      <path d={drawingOf(type)} />
    </svg>
  );
}
