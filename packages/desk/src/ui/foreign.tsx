import type { ReactNode } from 'react';

/** Words that the hub itself writes: in English, whatever the language of the desk. */
export function Foreign({ children }: { readonly children: ReactNode }) {
  return (
    <span lang="en" dir="ltr" className="foreign">
      {children}
    </span>
  );
}
