import type { Wired } from '../asked.ts';
import { contributionRoutes } from './contribution-routes.ts';

/** Every route of the contract with what carries it out. */
export const allRoutes: readonly Wired[] = [...contributionRoutes];
