import { type ReactNode, useState } from 'react';
import { PressButton } from './press-button.tsx';
import { Sheet } from './sheet.tsx';

interface SheetButtonProps {
  readonly title: string;
  /** What stands on the button; the title unless told. */
  readonly words?: string;
  /** What is read out in place of it. */
  readonly label?: string;
  readonly kind?: 'plain' | 'primary' | 'danger' | 'bare';
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a sheet. */
export function SheetButton({ title, words = title, label, kind = 'plain', children }: SheetButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <PressButton
        kind={kind}
        {...(label === undefined ? {} : { 'aria-label': label })}
        onPress={() => setOpen(true)}
      >
        {words}
      </PressButton>
      <Sheet title={title} isOpen={isOpen} onOpenChange={setOpen}>
        {isOpen && children(() => setOpen(false))}
      </Sheet>
    </>
  );
}
