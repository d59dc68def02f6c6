import { ageRoutes } from './ages.ts';
import { assessmentRoutes } from './assessments.ts';
import { auditRoutes } from './audit.ts';
import { clockRoutes } from './clocks.ts';
import { contributionRoutes } from './contributions.ts';
import { entityRoutes } from './entities.ts';
import { evidenceRoutes } from './evidence.ts';
import { findingRoutes } from './findings.ts';
import { hitRoutes } from './hits.ts';
import { mappingRoutes } from './mappings.ts';
import { modelRoutes } from './models.ts';
import { networkRoutes } from './networks.ts';
import { partnerRoutes } from './partners.ts';
import { peopleRoutes } from './people.ts';
import { projectRoutes } from './projects.ts';
import { releaseRoutes } from './releases.ts';
import { resultRoutes } from './results.ts';
import { reviewRoutes } from './review.ts';
import type { AnyRoute } from './route.ts';
import { sessionRoutes } from './session.ts';
import { statusRoutes } from './status.ts';

/** Every route of the API. What is not here does not exist. */
export const routes: readonly AnyRoute[] = [
  ...sessionRoutes,
  ...statusRoutes,
  ...partnerRoutes,
  ...mappingRoutes,
  ...contributionRoutes,
  ...entityRoutes,
  ...assessmentRoutes,
  ...ageRoutes,
  ...evidenceRoutes,
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
