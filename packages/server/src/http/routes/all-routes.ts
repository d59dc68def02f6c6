import type { Wired } from '../asked.ts';
import { auditRoutes } from './audit-routes.ts';
import { clockRoutes } from './clock-routes.ts';
import { contributionRoutes } from './contribution-routes.ts';
import { entityRoutes } from './entity-routes.ts';
import { findingRoutes } from './finding-routes.ts';
import { hitRoutes } from './hit-routes.ts';
import { mappingRoutes } from './mapping-routes.ts';
import { modelRoutes } from './model-routes.ts';
import { networkRoutes } from './network-routes.ts';
import { partnerRoutes } from './partner-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { projectRoutes } from './project-routes.ts';
import { releaseRoutes } from './release-routes.ts';
import { resultRoutes } from './result-routes.ts';
import { reviewRoutes } from './review-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { statusRoutes } from './status-routes.ts';

/** Every route of the contract with what carries it out. */
export const allRoutes: readonly Wired[] = [
  ...sessionRoutes,
  ...statusRoutes,
  ...partnerRoutes,
  ...mappingRoutes,
  ...contributionRoutes,
  ...entityRoutes,
  ...networkRoutes,
  ...findingRoutes,
  ...reviewRoutes,
  ...modelRoutes,
  ...hitRoutes,
  ...clockRoutes,
  ...releaseRoutes,
  ...resultRoutes,
  ...projectRoutes,
  ...peopleRoutes,
  ...auditRoutes,
];
