import { type ReactNode, useId } from 'react';
import { Go } from '../../ui/go.tsx';
import { Sign, type SignName } from '../../ui/sign.tsx';

interface CardProps {
  readonly title: string;
  readonly sign: SignName;
  readonly children: ReactNode;
  /** Where all of it is, and what that link says. */
  readonly all?: { readonly to: string; readonly words: string };
}

/** One kind of work that waits. */
export function Card({ title, sign, all, children }: CardProps) {
  const heading = useId();
  return (
    <section className="card" aria-labelledby={heading}>
      <header className="row between">
        <h2 id={heading} className="row">
          <Sign of={sign} />
          {title}
        </h2>
        {all !== undefined && <Go to={all.to}>{all.words}</Go>}
      </header>
      {children}
    </section>
  );
}
