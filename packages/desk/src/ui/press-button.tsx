import type { ReactNode } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';

interface PressButtonProps extends Omit<ButtonProps, 'className' | 'children'> {
  readonly kind?: 'plain' | 'primary' | 'danger' | 'bare';
  readonly children: ReactNode;
}

export function PressButton({ kind = 'plain', children, ...rest }: PressButtonProps) {
  return (
    <Button {...rest} className={`button ${kind}`}>
      {children}
    </Button>
  );
}
