import type { ItemOf } from '../../api/contract.ts';

export type Project = ItemOf<'listProjects'>;
