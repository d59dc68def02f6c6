import {
  answerBreakGlass,
  answerNecessity,
  askBreakGlass,
  changeMember,
  endNecessity,
  listBreakGlass,
  listNecessities,
  listProjects,
  openProject,
  recordNecessity,
} from '@clew/model/contract/projects.ts';
import { answerBreakGlassOf } from '../../hub/people/answer-break-glass.ts';
import { answerNecessityOf, endNecessityNow } from '../../hub/people/answer-necessity.ts';
import { askForBreakGlass } from '../../hub/people/ask-break-glass.ts';
import { changeMemberOf } from '../../hub/people/change-member.ts';
import { listBreakGlass as breakGlassesFor } from '../../hub/people/list-break-glass.ts';
import { listNecessities as necessitiesFor } from '../../hub/people/list-necessities.ts';
import { listProjects as projectsFor } from '../../hub/people/list-projects.ts';
import { openProject as open } from '../../hub/people/open-project.ts';
import { recordNecessity as record } from '../../hub/people/record-necessity.ts';
import { type Wired, wire } from '../asked.ts';
import { pageOfList } from '../page-of-list.ts';

export const projectRoutes: readonly Wired[] = [
  wire(listProjects, async ({ hub, caller, page }) =>
    pageOfList(page(), await projectsFor(hub, caller), ({ id }) => id),
  ),
  wire(openProject, ({ hub, caller, body }) => open(hub, caller, body)),
  wire(changeMember, ({ hub, caller, parameters, body }) =>
    changeMemberOf(hub, caller, { ...parameters, ...body }),
  ),
  wire(listNecessities, async ({ hub, caller, query, page }) => {
    const all = await necessitiesFor(hub, caller, { project: query.project });
    return pageOfList(page(), all, ({ id }) => id);
  }),
  wire(recordNecessity, async ({ hub, caller, parameters, body }) => {
    const { id } = await record(hub, caller, { ...parameters, ...body });
    return { id };
  }),
  wire(answerNecessity, async ({ hub, caller, parameters, body }) => {
    await answerNecessityOf(hub, caller, { id: parameters.necessity, ...body });
    return undefined;
  }),
  wire(endNecessity, async ({ hub, caller, parameters }) => {
    await endNecessityNow(hub, caller, { id: parameters.necessity });
    return undefined;
  }),
  wire(listBreakGlass, async ({ hub, caller, query, page }) => {
    const all = await breakGlassesFor(hub, caller, { all: query.all === 'true' });
    return pageOfList(page(), all, ({ id }) => id);
  }),
  wire(askBreakGlass, async ({ hub, caller, body }) => {
    const { id } = await askForBreakGlass(hub, caller, body);
    return { id };
  }),
  wire(answerBreakGlass, async ({ hub, caller, parameters, body }) => {
    const { until } = await answerBreakGlassOf(hub, caller, { id: parameters.request, ...body });
    return { until };
  }),
];
