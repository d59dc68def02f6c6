import { BetweenNetworks } from './between-networks.tsx';
import type { PictureProps } from './picture.ts';
import { PlainTable } from './plain-table.tsx';

/** Documents that rest on one thing: of several people row by row, of several networks around it. */
export function SharedPapers({ finding }: PictureProps) {
  return finding.reason.picture?.kind === 'network' ? (
    <BetweenNetworks finding={finding} />
  ) : (
    <PlainTable finding={finding} />
  );
}
