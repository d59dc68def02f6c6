import type { AnswerOf } from '../../api/contract.ts';

export type HitStory = AnswerOf<'readHit'>;
