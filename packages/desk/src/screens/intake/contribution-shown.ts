import type { AnswerOf } from '../../api/contract.ts';

export type ContributionShown = AnswerOf<'readContribution'>;
