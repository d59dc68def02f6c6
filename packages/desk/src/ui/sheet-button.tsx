import { type ReactNode, useState } from 'react';
import { PressButton } from './press-button.tsx';
import { Sheet } from './sheet.tsx';

interface SheetButtonProps {
  readonly title: string;
  /** What stands on the button; the title unless told. */
  readonly words?: string;
  readonly kind?: 'plain' | 'primary' | 'danger' | 'bare';
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a sheet. */
export function SheetButton({ title, words = title, kind = 'plain', children }: SheetButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <PressButton kind={kind} onPress={() => setOpen(true)}>
        {words}
      </PressButton>
      <Sheet title={title} isOpen={isOpen} onOpenChange={setOpen}>
        {isOpen && children(() => setOpen(false))}
      </Sheet>
    </>
  );
}
