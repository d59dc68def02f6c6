import { type Action, actions } from '@clew/model/access/actions.ts';
import type { AccessPurpose, Actor, Ground } from '@clew/model/access/actor.ts';
import { type Role, roles } from '@clew/model/access/roles.ts';
import type { Caller } from '../caller.ts';
import type { Resource } from '../resource.ts';

/** The small world that the matrix is about: three partners, two projects, one person who asks. */
export const asker = 'asker';
export const ownPartner = 'alpha';
export const [memberOf, strangerTo] = ['inside', 'outside'];

/** How a resource stands to somebody who works for `alpha` and is a member of `inside`. */
export const resources = {
  hub: { kind: 'hub' },
  'own partner': { kind: 'partner', id: 'alpha' },
  'another partner': { kind: 'partner', id: 'beta' },
  'own contribution': { kind: 'contribution', id: 'c1', owner: 'alpha' },
  "another's contribution": { kind: 'contribution', id: 'c2', owner: 'beta' },
  'hit as recipient': { kind: 'hit', id: 'h1', recipient: 'alpha', other: 'beta' },
  'hit as owner': { kind: 'hit', id: 'h2', recipient: 'beta', other: 'alpha' },
  'hit of others': { kind: 'hit', id: 'h3', recipient: 'beta', other: 'gamma' },
  'own project': { kind: 'project', id: 'inside' },
  "others' project": { kind: 'project', id: 'outside' },
  oneself: { kind: 'person', id: asker, partner: 'alpha' },
  'another person': { kind: 'person', id: 'else', partner: null },
  'own request': { kind: 'break-glass', id: 'b1', person: asker },
  "another's request": { kind: 'break-glass', id: 'b2', person: 'else' },
} as const satisfies Readonly<Record<string, Resource>>;

export type About = keyof typeof resources;

/** What each action can be about. */
export const subjects: Readonly<Record<Action, readonly About[]>> = {
  'contribution.hand-in': ['own partner', 'another partner', 'own contribution', "another's contribution"],
  'contribution.list': [
    'hub',
    'own partner',
    'another partner',
    'own contribution',
    "another's contribution",
  ],
  'contribution.read': ['own contribution', "another's contribution"],
  'contribution.map': ['own contribution', "another's contribution"],
  'contribution.restrict': ['own contribution', "another's contribution"],
  'contribution.erase': ['own contribution', "another's contribution"],
  'view.read': ['hub'],
  'pair.judge': ['hub'],
  'finding.review': ['hub'],
  'hit.read': ['hub', 'own partner', 'another partner', 'hit as recipient', 'hit as owner', 'hit of others'],
  'hit.request': ['hit as recipient', 'hit as owner', 'hit of others'],
  'hit.answer': ['hit as recipient', 'hit as owner', 'hit of others'],
  'shared.read': ['hit as recipient', 'hit as owner', 'hit of others'],
  'hub.status': ['hub'],
  'hub.run': ['hub'],
  'hub.score': ['hub'],
  'report.write': ['hub'],
  'result.record': ['hub', 'own partner', 'another partner'],
  'release.list': ['hub', 'own partner', 'another partner'],
  'partner.manage': ['hub', 'own partner', 'another partner'],
  'person.list': ['hub', 'oneself', 'another person'],
  'person.manage': ['hub', 'oneself', 'another person'],
  'project.list': ['hub', 'own project', "others' project"],
  'project.manage': ['hub', 'own project', "others' project"],
  'necessity.record': ['own project', "others' project"],
  'necessity.approve': ['own project', "others' project"],
  'break-glass.ask': ['hub', 'own project', "others' project"],
  'break-glass.answer': ['hub', 'own request', "another's request"],
  'clock.list': ['hub', 'own partner', 'another partner', 'own contribution', "another's contribution"],
  'clock.decide': ['hub', 'own contribution', "another's contribution"],
  'notice.read': ['hub'],
  'audit.read': ['hub'],
  'audit.verify': ['hub'],
  'key.rotate': ['hub'],
};

export const allRoles = Object.keys(roles) as readonly Role[];
export const allActions = Object.keys(actions) as readonly Action[];

/** No role, each role, each two roles. */
export const roleSets: readonly (readonly Role[])[] = [
  [],
  ...allRoles.map((role) => [role]),
  ...allRoles.flatMap((role, index) => allRoles.slice(index + 1).map((other) => [role, other])),
];

export const partners = [null, ownPartner] as const;

export const allPurposes: readonly AccessPurpose[] = [
  'cross-check',
  'strategic-analysis',
  'operational-analysis',
  'exchange',
  'categorisation',
  'oversight',
];

/** Every purpose without a project, in a project of one's own, in a project of others. */
export const grounds: readonly Ground[] = allPurposes.flatMap((purpose) =>
  [null, memberOf, strangerTo].map((project) => ({ purpose, project })),
);

/** How somebody came in: themself, or with a token that opens the action, another one, or nothing. */
export const tokens = ['none', 'for this', 'for another', 'for nothing', 'without scopes'] as const;

export type Token = (typeof tokens)[number];

export interface Asking {
  readonly roles: readonly Role[];
  readonly partner: string | null;
  readonly ground: Ground;
  readonly token?: Token;
}

/** Somebody who asks, as the gate is told. */
export function callerOf({ roles: own, partner, ground, token = 'none' }: Asking, action: Action): Caller {
  const scopes: Readonly<Record<Token, Actor['scopes']>> = {
    none: null,
    'for this': [action],
    'for another': allActions.filter((each) => each !== action),
    'for nothing': [],
    'without scopes': null,
  };
  const via = token === 'none' ? 'session' : 'token';
  return {
    actor: { person: asker, roles: own, partner, projects: [memberOf], via, scopes: scopes[token] },
    ground,
    request: 'matrix',
  };
}
