import type { FindingPicture } from '@clew/model/finding-picture.ts';
import type { ComponentType } from 'react';
import type { FindingShown } from '../finding-shown.ts';

/** A detector's own picture: one file here, exporting a component of these props, and a line in `pictures.ts`. */
export type Picture = ComponentType<PictureProps>;

export interface PictureProps {
  readonly finding: FindingShown;
}

/** What a finding holds for a picture of this kind, or undefined. */
export function pictureOf<Kind extends FindingPicture['kind']>(
  { reason }: FindingShown,
  kind: Kind,
): Extract<FindingPicture, { kind: Kind }> | undefined {
  const { picture } = reason;
  return picture?.kind === kind ? (picture as Extract<FindingPicture, { kind: Kind }>) : undefined;
}
