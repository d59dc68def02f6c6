import { z } from 'zod';
import { type AccessPurpose, accessPurposes } from '../access/actor.ts';
import { purposes, type SubjectCategory, subjectCategories } from '../terms/codes.ts';
import { day, hexId, instant, personId, reason, slug } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const purpose = z.enum([...Object.keys(purposes), ...Object.keys(accessPurposes)] as [AccessPurpose]);
const category = z.enum(Object.keys(subjectCategories) as [SubjectCategory]);
const parameters = z.strictObject({ project: slug });

export const listProjects = defineRoute({
  id: 'listProjects',
  noun: 'projects',
  method: 'GET',
  path: '/projects',
  action: 'project.list',
  summary: 'The projects that one is a member of; all of them for who manages them',
  query: pageQuery,
  response: pageOf(
    z.object({
      id: slug,
      title: z.string(),
      purpose,
      at: instant,
      until: z.string().nullable().describe('The last day'),
      members: z.array(personId),
    }),
  ),
});

export const openProject = defineRoute({
  id: 'openProject',
  noun: 'projects',
  method: 'POST',
  path: '/projects',
  action: 'project.manage',
  summary: 'Open a named project with a purpose',
  body: z.strictObject({
    id: slug,
    title: z.string().trim().min(1).max(200),
    purpose,
    until: day.nullable().default(null),
  }),
  response: z.object({ id: slug }),
  status: 201,
  refusals: ['already-there'],
});

export const changeMember = defineRoute({
  id: 'changeMember',
  noun: 'projects',
  method: 'POST',
  path: '/projects/{project}/members',
  action: 'project.manage',
  summary: 'Take somebody into a project or out of it',
  parameters,
  body: z.strictObject({ person: personId, joined: z.boolean() }),
  response: z.object({ project: slug, members: z.array(personId) }),
  refusals: ['not-found'],
});

const necessity = z
  .object({
    id: hexId,
    project: slug,
    categories: z.array(category),
    minors: z.boolean(),
    reason: z.string(),
    by: z.string(),
    approvedBy: z.string().nullable(),
    state: z.enum(['asked', 'approved', 'refused', 'ended']),
    at: instant,
    until: instant,
  })
  .meta({
    id: 'Necessity',
    description: 'That protected persons of some categories are needed in a project',
  });

export const listNecessities = defineRoute({
  id: 'listNecessities',
  noun: 'projects',
  method: 'GET',
  path: '/necessities',
  action: 'project.list',
  summary: 'Strict necessities: of one project, or all for who approves them',
  query: pageQuery.extend({ project: slug.optional() }),
  response: pageOf(necessity),
});

export const recordNecessity = defineRoute({
  id: 'recordNecessity',
  noun: 'projects',
  method: 'POST',
  path: '/projects/{project}/necessities',
  action: 'necessity.record',
  summary: 'Record a strict necessity',
  description: 'It has no effect before another person approves it.',
  parameters,
  body: z.strictObject({
    categories: z.array(category).min(1),
    minors: z.boolean().default(false),
    reason,
    until: instant,
  }),
  response: z.object({ id: hexId }),
  status: 201,
  refusals: ['not-found'],
});

export const answerNecessity = defineRoute({
  id: 'answerNecessity',
  noun: 'projects',
  method: 'POST',
  path: '/necessities/{necessity}/answer',
  action: 'necessity.approve',
  summary: 'Approve or refuse a strict necessity that another person recorded',
  parameters: z.strictObject({ necessity: hexId }),
  body: z.strictObject({ approved: z.boolean(), reason }),
  refusals: ['not-found', 'already-done', 'second-person'],
});

export const endNecessity = defineRoute({
  id: 'endNecessity',
  noun: 'projects',
  method: 'DELETE',
  path: '/necessities/{necessity}',
  action: 'necessity.record',
  summary: 'End a strict necessity before its time',
  parameters: z.strictObject({ necessity: hexId }),
  refusals: ['not-found', 'already-done'],
});

const breakGlass = z
  .object({
    id: hexId,
    person: personId,
    purpose,
    project: slug.nullable(),
    reason: z.string(),
    at: instant,
    state: z.enum(['asked', 'approved', 'refused']),
    answeredBy: z.string().nullable(),
    until: instant.nullable(),
  })
  .meta({
    id: 'BreakGlass',
    description: 'Access beyond the rules: asked by one, approved by another, for a time',
  });

export const askBreakGlass = defineRoute({
  id: 'askBreakGlass',
  noun: 'break-glass',
  method: 'POST',
  path: '/break-glass',
  action: 'break-glass.ask',
  summary: 'Ask for access beyond the rules, for the purpose and project of the headers',
  description: 'Another person must approve it; the data protection officer is told.',
  body: z.strictObject({ reason }),
  response: z.object({ id: hexId }),
  status: 201,
  refusals: ['not-found'],
});

export const answerBreakGlass = defineRoute({
  id: 'answerBreakGlass',
  noun: 'break-glass',
  method: 'POST',
  path: '/break-glass/{request}/answer',
  action: 'break-glass.answer',
  summary: 'Approve or refuse, as somebody other than who asked',
  parameters: z.strictObject({ request: hexId }),
  body: z.strictObject({
    approved: z.boolean(),
    reason,
    minutes: z.int().min(1).max(240).default(60).describe('From now on'),
  }),
  response: z.object({ until: instant.nullable() }),
  refusals: ['not-found', 'already-done', 'second-person'],
});

export const listBreakGlass = defineRoute({
  id: 'listBreakGlass',
  noun: 'break-glass',
  method: 'GET',
  path: '/break-glass',
  action: 'break-glass.ask',
  summary: 'What oneself asked for; with `all=true` what everybody did, for who answers',
  query: pageQuery.extend({ all: z.enum(['true', 'false']).default('false') }),
  response: pageOf(breakGlass),
});

export const projectRoutes = [
  listProjects,
  openProject,
  changeMember,
  listNecessities,
  recordNecessity,
  answerNecessity,
  endNecessity,
  listBreakGlass,
  askBreakGlass,
  answerBreakGlass,
];
