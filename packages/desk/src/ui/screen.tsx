import { type ReactNode, useEffect, useRef } from 'react';
import { PrintedTerms } from './printed-terms.tsx';

interface ScreenProps {
  readonly title: string;
  /** Beside the title: what one can do here. */
  readonly actions?: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** A screen under its heading, which gets the focus so that it is read out. */
export function Screen({ title, actions, lead, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Clew`;
  }, [title]);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="screen">
      <header className="screen-head">
        <div className="stack tight">
          <h1 ref={heading} tabIndex={-1} dir="auto">
            {title}
          </h1>
          {lead !== undefined && <div className="quiet">{lead}</div>}
        </div>
        {actions !== undefined && <div className="row wrap no-print">{actions}</div>}
      </header>
      <PrintedTerms />
      {children}
    </div>
  );
}
