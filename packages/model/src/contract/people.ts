import { z } from 'zod';
import { type Action, actions } from '../access/actions.ts';
import { type Role, roles } from '../access/roles.ts';
import { hexId, instant, personId, reason, slug } from './ids.ts';
import { pageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const role = z.enum(Object.keys(roles) as [Role]);
const scope = z.enum(Object.keys(actions) as [Action]);
const title = z.string().trim().min(1).max(200);
const parameters = z.strictObject({ person: personId });
const noun = 'people';

const person = z
  .object({
    id: personId,
    title: z.string(),
    partner: slug.nullable().describe('Null: works at the hub itself'),
    roles: z.array(role),
    account: z
      .enum(['none', 'one-time-password', 'no-second-factor', 'open', 'disabled'])
      .nullable()
      .describe('Null for who may not manage people'),
  })
  .meta({ id: 'Person', description: 'Somebody who works with the hub, or a partner’s system' });

export const listPeople = defineRoute({
  id: 'listPeople',
  noun,
  method: 'GET',
  path: '/people',
  action: 'person.list',
  summary: 'Who works with the hub, as far as one may know',
  query: pageQuery,
  response: pageOf(person),
});

export const registerPerson = defineRoute({
  id: 'registerPerson',
  noun,
  method: 'POST',
  path: '/people',
  action: 'person.manage',
  summary: 'Register somebody, or a partner’s system',
  description: 'Without a role they may do nothing yet.',
  body: z.strictObject({ id: personId, title, partner: slug.nullable() }),
  response: z.object({ id: personId }),
  status: 201,
  refusals: ['already-there', 'not-found'],
});

export const changeRole = defineRoute({
  id: 'changeRole',
  noun,
  method: 'POST',
  path: '/people/{person}/roles',
  action: 'person.manage',
  summary: 'Give or take a role',
  description: 'Whoever it concerns signs in anew.',
  parameters,
  body: z.strictObject({ role, granted: z.boolean(), reason }),
  response: z.object({ person: personId, roles: z.array(role) }),
  refusals: ['not-found', 'second-person'],
});

const oneTime = z.object({
  person: personId,
  oneTimePassword: z.string().describe('Shown once and kept nowhere'),
  until: instant,
});

export const openAccount = defineRoute({
  id: 'openAccount',
  noun,
  method: 'POST',
  path: '/people/{person}/account',
  action: 'person.manage',
  summary: 'Give somebody a local account',
  parameters,
  response: oneTime,
  status: 201,
  refusals: ['not-found', 'already-there'],
  secret: true,
});

export const resetAccount = defineRoute({
  id: 'resetAccount',
  noun,
  method: 'POST',
  path: '/people/{person}/account/reset',
  action: 'person.manage',
  summary: 'Give a new one-time password; forget the second factor if it is lost',
  description: 'It also lets in again whoever was shut out. All sessions end.',
  parameters,
  body: z.strictObject({ forgetSecondFactor: z.boolean().default(false) }),
  response: oneTime,
  refusals: ['not-found'],
  secret: true,
});

export const disableAccount = defineRoute({
  id: 'disableAccount',
  noun,
  method: 'DELETE',
  path: '/people/{person}/account',
  action: 'person.manage',
  summary: 'Let nobody in under this name any more',
  parameters,
  refusals: ['not-found', 'second-person'],
});

const identity = z.strictObject({
  issuer: z.string().min(1).max(500).describe('To the letter as the provider gives it'),
  subject: z.string().min(1).max(255).describe('The claim `sub`'),
});

export const linkIdentity = defineRoute({
  id: 'linkIdentity',
  noun,
  method: 'POST',
  path: '/people/{person}/identities',
  action: 'person.manage',
  summary: 'Say who it is that an identity provider knows by a subject',
  parameters,
  body: identity,
  refusals: ['not-found', 'already-there'],
});

export const unlinkIdentity = defineRoute({
  id: 'unlinkIdentity',
  noun,
  method: 'POST',
  path: '/people/{person}/identities/unlink',
  action: 'person.manage',
  summary: 'Undo that; all sessions of the person end',
  parameters,
  body: identity,
  refusals: ['not-found'],
});

export const issueToken = defineRoute({
  id: 'issueToken',
  noun,
  method: 'POST',
  path: '/tokens',
  action: 'person.manage',
  summary: 'Give a partner’s system a token',
  body: z.strictObject({
    person: personId.describe('In whose name the system acts'),
    title: title.describe('Which system holds it'),
    scopes: z.array(scope).min(1).describe('The only actions that it opens'),
    until: instant.describe('A year from now at most'),
  }),
  response: z.object({
    id: hexId,
    token: z.string().describe('Shown once and kept nowhere'),
    until: instant,
  }),
  status: 201,
  refusals: ['not-found'],
  secret: true,
});

export const listTokens = defineRoute({
  id: 'listTokens',
  noun,
  method: 'GET',
  path: '/tokens',
  action: 'person.manage',
  summary: 'Every token ever issued, the newest first',
  query: pageQuery,
  response: pageOf(
    z.object({
      id: hexId,
      title: z.string(),
      person: personId,
      scopes: z.array(z.string()),
      by: z.string(),
      at: instant,
      until: instant,
      endedAt: instant.nullable(),
    }),
  ),
});

export const endToken = defineRoute({
  id: 'endToken',
  noun,
  method: 'DELETE',
  path: '/tokens/{token}',
  action: 'person.manage',
  summary: 'End a token',
  parameters: z.strictObject({ token: hexId }),
  refusals: ['not-found', 'already-done'],
});

export const peopleRoutes = [
  listPeople,
  registerPerson,
  changeRole,
  openAccount,
  resetAccount,
  disableAccount,
  linkIdentity,
  unlinkIdentity,
  listTokens,
  issueToken,
  endToken,
];
