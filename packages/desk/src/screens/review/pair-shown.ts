import type { AnswerOf } from '../../api/contract.ts';

export type PairShown = AnswerOf<'readReviewPair'>;
