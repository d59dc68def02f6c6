import type { ItemOf } from '../../api/contract.ts';

export type FindingShown = ItemOf<'listFindings'>;
