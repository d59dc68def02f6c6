import type { AnswerOf } from '../../api/contract.ts';

export type DossierOf = AnswerOf<'readEntity'>;
