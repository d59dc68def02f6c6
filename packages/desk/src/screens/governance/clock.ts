import type { ItemOf } from '../../api/contract.ts';

export type Clock = ItemOf<'listClocks'>;
