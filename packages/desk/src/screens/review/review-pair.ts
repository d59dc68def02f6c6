import type { ItemOf } from '../../api/contract.ts';

export type ReviewPair = ItemOf<'listReviewPairs'>;
