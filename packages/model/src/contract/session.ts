import { z } from 'zod';
import { roles } from '../access/roles.ts';
import { instant, personId, slug } from './ids.ts';
import { defineRoute } from './route.ts';

const stage = z
  .enum(['code', 'password', 'enrolment', 'open'])
  .describe(
    'What is still to be done: enter a code, choose a password, enrol a second factor; `open` is nothing',
  );

const step = z
  .object({
    person: personId,
    stage,
    formToken: z.string().describe('For the header Clew-Form; each step gives another'),
  })
  .meta({
    id: 'SignInStep',
    description: 'A step of signing in that went well; the session is in the cookie',
  });

const password = z.string().min(1).max(512);
const code = z.string().regex(/^\d{6}$/);
const open = { noun: 'session', action: null, signedIn: false } as const;
const refusals = ['not-signed-in', 'forbidden', 'input-invalid'] as const;

export const signInWithPassword = defineRoute({
  ...open,
  id: 'signInWithPassword',
  method: 'POST',
  path: '/session',
  summary: 'Sign in with a local account: name and password',
  description: 'The first step. The cookie that comes back opens nothing before the last one.',
  body: z.strictObject({ person: z.string().min(1).max(128), password }),
  response: step,
  status: 201,
  refusals,
});

export const enterCode = defineRoute({
  ...open,
  id: 'enterCode',
  method: 'POST',
  path: '/session/code',
  summary: 'Enter the code of the second factor',
  body: z.strictObject({ code }),
  response: step,
  refusals,
});

export const choosePassword = defineRoute({
  ...open,
  id: 'choosePassword',
  method: 'POST',
  path: '/session/first-password',
  summary: 'Choose a password in place of the one-time password',
  body: z.strictObject({ password }),
  response: step,
  refusals,
});

export const offerSecondFactor = defineRoute({
  ...open,
  id: 'offerSecondFactor',
  method: 'POST',
  path: '/session/second-factor',
  summary: 'Get a second factor to enrol (TOTP, RFC 6238)',
  description:
    'Each call offers another. It counts once its first code was sent to `/session/second-factor/code`.',
  response: z.object({
    secret: z.string().describe('Base 32, to type'),
    uri: z.string().describe('`otpauth:` address, for a QR code'),
  }),
  refusals,
  secret: true,
});

export const confirmSecondFactor = defineRoute({
  ...open,
  id: 'confirmSecondFactor',
  method: 'POST',
  path: '/session/second-factor/code',
  summary: 'Enrol the second factor on offer with its first code',
  body: z.strictObject({ code }),
  response: step,
  refusals,
});

export const changePassword = defineRoute({
  id: 'changePassword',
  noun: 'session',
  method: 'PUT',
  path: '/session/password',
  action: null,
  summary: 'Change one’s own password',
  description: 'Every other session of the person ends. With a session only, not with a token.',
  body: z.strictObject({ current: password, password }),
  response: step,
  refusals,
  secret: true,
});

export const whoAmI = defineRoute({
  id: 'whoAmI',
  noun: 'session',
  method: 'GET',
  path: '/session',
  action: null,
  summary: 'Who is signed in, with what',
  response: z.object({
    person: personId,
    roles: z.array(z.enum(Object.keys(roles) as [keyof typeof roles])),
    partner: slug.nullable().describe('Null at the hub itself'),
    projects: z.array(slug),
    via: z.enum(['session', 'token', 'terminal']),
    scopes: z.array(z.string()).nullable().describe('With a token: the only actions that it opens'),
    formToken: z.string().nullable().describe('For the header Clew-Form; null with a token'),
    lastVisit: instant
      .nullable()
      .describe('When this person was last at work before this session began; null: long ago, or never'),
  }),
});

export const signOut = defineRoute({
  ...open,
  id: 'signOut',
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out',
  description: 'Also when nobody is signed in any more.',
  query: z.strictObject({
    everywhere: z
      .enum(['true', 'false'])
      .default('false')
      .describe('`true`: end every session of this person'),
  }),
  refusals,
});

export const beginOpenId = defineRoute({
  ...open,
  id: 'beginOpenId',
  method: 'POST',
  path: '/session/open-id',
  summary: 'Begin to sign in at the organisation’s identity provider (OpenID Connect)',
  response: z.object({ url: z.string().describe('Where to send the browser') }),
  refusals: ['not-found', 'not-ready', 'forbidden'],
  secret: true,
});

export const finishOpenId = defineRoute({
  ...open,
  id: 'finishOpenId',
  method: 'GET',
  path: '/session/open-id/callback',
  summary: 'Where the identity provider sends the browser back to',
  description:
    'Sets the cookie of the session and sends the browser on with a `Refresh` header: a redirect would still count as coming from the provider, and the cookie would not be sent.',
  query: z.looseObject({}),
  status: 200,
  refusals: ['not-found', 'not-signed-in', 'not-ready'],
});

export const sessionRoutes = [
  signInWithPassword,
  enterCode,
  choosePassword,
  offerSecondFactor,
  confirmSecondFactor,
  changePassword,
  whoAmI,
  signOut,
  beginOpenId,
  finishOpenId,
];
