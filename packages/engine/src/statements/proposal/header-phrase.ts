import { foldPhrase } from '@clew/model/values/fold.ts';

/** A header as folded words: `PRIMARY_NAME_FULL`, `primaryNameFull` and `Primary name (full)` are the same. */
export function headerPhrase(header: string): string {
  return foldPhrase(
    header
      .slice(0, 200)
      .replace(/[№°º#]/g, ' ')
      .replace(/(\p{Ll}{2})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{L})(\p{N})/gu, '$1 $2'),
  );
}
