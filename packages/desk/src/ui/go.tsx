import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';

interface GoProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A link to a view. */
export function Go({ to, children, className = 'link' }: GoProps) {
  return (
    <Link href={to} className={className}>
      {children}
    </Link>
  );
}
