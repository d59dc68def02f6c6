// In: a finding as the contract gives it. Out: the picture of its detector, loaded when the first of its kind is shown.
// Invariant: what a picture shows is said in words too, by the picture's own list or by the panel around it.

import type { FindingPicture } from '@clew/model/finding-picture.ts';
import { type ComponentType, lazy } from 'react';
import type { FindingShown } from '../finding-shown.ts';

export interface PictureProps {
  readonly finding: FindingShown;
}

/** A detector's own picture: one file here, exporting a component of these props, and a line in `pictures`. */
export type Picture = ComponentType<PictureProps>;

/** Pictures by the detector's id. A detector that is not here has none. */
export const pictures: Readonly<Record<string, Picture>> = {
  'shared-facilitators': lazy(async () => ({
    default: (await import('./between-networks.tsx')).BetweenNetworks,
  })),
};

/** What a finding holds for a picture of this kind, or undefined. */
export function pictureOf<Kind extends FindingPicture['kind']>(
  { reason }: FindingShown,
  kind: Kind,
): Extract<FindingPicture, { kind: Kind }> | undefined {
  const { picture } = reason;
  return picture?.kind === kind ? (picture as Extract<FindingPicture, { kind: Kind }>) : undefined;
}
