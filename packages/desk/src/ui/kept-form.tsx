import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { forgetAll } from '../api/use-asked.ts';
import { RecordRow } from './record-row.tsx';
import { Said } from './said.tsx';
import { useDoing } from './use-doing.ts';

interface KeptFormProps {
  /** Keeps what was filled in for good; fields by their names. */
  readonly keep: (field: (name: string) => string) => Promise<unknown>;
  readonly onDone?: () => void;
  readonly children: ReactNode;
}

/** A form whose answer is kept for good; then everything that was read is asked for anew. */
export function KeptForm({ keep, onDone, children }: KeptFormProps) {
  const client = useQueryClient();
  const doing = useDoing();
  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        doing.run(async () => {
          await keep((name) => String(data.get(name) ?? '').trim());
          await forgetAll(client);
          onDone?.();
        });
      }}
    >
      {children}
      <Said doing={doing} />
      <RecordRow isBusy={doing.isBusy} />
    </Form>
  );
}
