import { contributionRoutes } from './contributions.ts';
import type { AnyRoute } from './route.ts';

/** Every route of the API. What is not here does not exist. */
export const routes: readonly AnyRoute[] = [...contributionRoutes];
