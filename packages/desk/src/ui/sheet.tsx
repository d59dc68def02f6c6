import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../words/words.tsx';
import { PressButton } from './press-button.tsx';

interface SheetProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** Something over the screen that is looked at or filled in and put away. */
export function Sheet({ title, isOpen, onOpenChange, children }: SheetProps) {
  const { say } = useWords();
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="sheet">
        <Dialog className="stack">
          <div className="row between">
            <Heading slot="title">{title}</Heading>
            <PressButton kind="bare" slot="close">
              {say('app.close')}
            </PressButton>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
