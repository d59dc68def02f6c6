import type { ItemOf } from '../api/contract.ts';
import { Caption } from './caption.tsx';

interface FindingNameProps {
  readonly finding: Pick<ItemOf<'listFindings'>, 'subjects' | 'title'>;
}

/** A finding in a list: what it is about first of all. */
export function FindingName({ finding }: FindingNameProps) {
  const [main] = finding.subjects;
  return <Caption type={main?.type ?? ''}>{main?.caption ?? finding.title}</Caption>;
}
