import type { ReactNode } from 'react';
import { Sign } from './sign.tsx';

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Shown where there is nothing, with why that is and what one can do. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <div className="state">
      <Sign of="empty" />
      <div className="stack tight">
        <strong>{title}</strong>
        {children !== undefined && <div className="quiet">{children}</div>}
      </div>
    </div>
  );
}
