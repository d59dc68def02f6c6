import type { Words } from '../../words/words.tsx';

/** What found it and what it is, said once where the kind is called after its detector. */
export function findingKind(
  { name }: Pick<Words, 'name'>,
  finding: { readonly detector: string; readonly kind: string },
): string {
  const [detector, kind] = [name('detector', finding.detector), name('finding', finding.kind)];
  return kind.startsWith(detector) ? kind : `${detector} · ${kind}`;
}
