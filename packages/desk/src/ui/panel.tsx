import { type ReactNode, useId } from 'react';

interface PanelProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly id?: string;
  readonly children: ReactNode;
}

/** A part of a screen under a heading of its own. */
export function Panel({ title, aside, id, children }: PanelProps) {
  const own = useId();
  const heading = id ?? own;
  return (
    <section className="panel" aria-labelledby={heading}>
      <header className="panel-head">
        <h2 id={heading}>{title}</h2>
        {aside !== undefined && <div className="quiet small">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
