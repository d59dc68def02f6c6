/** The share of texts whose group has exactly the texts of their true group (Zhu and others, ICSE-SEIP 2019), 0 to 1. */
export function groupingAccuracy<Found, Truth>(found: ArrayLike<Found>, truth: ArrayLike<Truth>): number {
  const groups = new Map<Found, { size: number; readonly truth: Truth; isOfOne: boolean }>();
  const trueSizes = new Map<Truth, number>();
  for (let at = 0; at < found.length; at++) {
    const [group, ofTruth] = [found[at] as Found, truth[at] as Truth];
    trueSizes.set(ofTruth, (trueSizes.get(ofTruth) ?? 0) + 1);
    const known = groups.get(group);
    if (known === undefined) groups.set(group, { size: 1, truth: ofTruth, isOfOne: true });
    else {
      known.size++;
      known.isOfOne &&= known.truth === ofTruth;
    }
  }
  let right = 0;
  for (const { size, truth: ofTruth, isOfOne } of groups.values())
    if (isOfOne && size === trueSizes.get(ofTruth)) right += size;
  return right / found.length;
}
