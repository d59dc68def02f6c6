// In: dice and ids. Out: a request for a route of the contract. Ids are such that the observer may know of, such that
// are hidden, such that are nowhere, and such that are none.

import type { Dice } from '@clew/engine/world/dice.ts';
import type { Ground } from '@clew/model/access/actor.ts';
import { type AnyRoute, parameterNames } from '@clew/model/contract/route.ts';
import { routes } from '@clew/model/contract/routes.ts';
import { resultKinds } from '@clew/model/results.ts';

export interface Probe {
  readonly route: string;
  readonly method: string;
  /** Below the root of the API, with the query. */
  readonly path: string;
  readonly ground: Partial<Record<keyof Ground, string>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
}

/** Ids by what they are of, each in the order in which they were found. */
export type Ids = Readonly<Record<IdKind, readonly string[]>>;

export const idKinds = [
  'contribution',
  'hit',
  'notice',
  'entity',
  'finding',
  'project',
  'person',
  'partner',
  'necessity',
  'breakGlass',
  'token',
  'upload',
  'networkView',
] as const;

export type IdKind = (typeof idKinds)[number];

export function emptyIds(): Record<IdKind, string[]> {
  return Object.fromEntries(idKinds.map((kind) => [kind, [] as string[]])) as Record<IdKind, string[]>;
}

/** Routes that are not probed, and why. */
export const unprobed: Readonly<Record<string, string>> = {
  signInWithPassword:
    'About the secrets of one account; takes a hash of purpose-made cost. Tried in sign-in.',
  enterCode: 'As above',
  choosePassword: 'As above',
  offerSecondFactor: 'As above',
  confirmSecondFactor: 'As above',
  changePassword: 'As above',
  beginOpenId: 'Talks to an identity provider; knows nothing of the hub',
  finishOpenId: 'As above',
};

export interface Choice {
  readonly dice: Dice;
  /** What the observer was shown. */
  readonly seen: Ids;
  /** What is in one of the two hubs, whoever may know. */
  readonly hidden: Ids;
  readonly projects: readonly string[];
  /** A texts that hidden rows hold, and texts that seen ones do. */
  readonly texts: readonly string[];
}

const kindOf: Readonly<Record<string, IdKind>> = {
  contribution: 'contribution',
  hit: 'hit',
  notice: 'notice',
  entity: 'entity',
  a: 'entity',
  b: 'entity',
  finding: 'finding',
  project: 'project',
  person: 'person',
  necessity: 'necessity',
  request: 'breakGlass',
  token: 'token',
  upload: 'upload',
  view: 'networkView',
};

/** One id: seen, hidden, of nowhere, or none at all. */
export function pickId({ dice, seen, hidden }: Choice, kind: IdKind): string {
  const throwOf = dice.next();
  if (throwOf < 0.35 && seen[kind].length > 0) return dice.pick(seen[kind]);
  if (throwOf < 0.85 && hidden[kind].length > 0) return dice.pick(hidden[kind]);
  if (throwOf < 0.97) return nowhere(dice, kind);
  return dice.pick(['nonsense', '..%2F..', 'ABCDEF', '0', "'%22--"]);
}

function nowhere(dice: Dice, kind: IdKind): string {
  const hex = Array.from({ length: 16 }, () => dice.below(16).toString(16)).join('');
  if (kind === 'entity') return `person-${hex}`;
  if (['project', 'person', 'partner'].includes(kind)) return `z${hex.slice(0, 3)}`;
  return hex;
}

/** A request for one route, every part of it drawn. */
export function probeOf(route: AnyRoute, choice: Choice, ground: Probe['ground']): Probe {
  const { dice } = choice;
  let path = route.path;
  for (const name of parameterNames(route.path)) {
    const kind = kindOf[name];
    const id = kind === undefined ? dice.pick(['review', 'categorise', 'none']) : pickId(choice, kind);
    path = path.replace(`{${name}}`, id);
  }
  const query = queries[route.id]?.(choice) ?? {};
  const paged = 'limit' in route.query.shape && dice.chance(0.6) ? { limit: 1 + dice.below(3) } : {};
  const given = Object.entries({ ...query, ...paged });
  const text = given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  return {
    route: route.id,
    method: route.method,
    path: text === '' ? path : `${path}?${text}`,
    ground,
    ...(route.bytes ? { body: 'No,Name,Standing\n1,Test Case,suspect\n' } : {}),
    ...(route.body === null ? {} : { body: bodies[route.id]?.(choice) ?? {} }),
    ...(route.writes && dice.chance(0.3) ? { idempotencyKey: `key ${dice.below(5)}` } : {}),
  };
}

type Parts = (choice: Choice) => Readonly<Record<string, unknown>>;

const queries: Readonly<Record<string, Parts>> = {
  listHits: (choice) => ({
    side: choice.dice.pick(['told', 'asked']),
    ...(choice.dice.chance(0.3) ? { partner: pickId(choice, 'partner') } : {}),
    ...(choice.dice.chance(0.2) ? { other: pickId(choice, 'partner') } : {}),
  }),
  listEntities: ({ dice }) => (dice.chance(0.3) ? { type: dice.pick(['person', 'vehicle', 'phone']) } : {}),
  listNecessities: (choice) => (choice.dice.chance(0.6) ? { project: pickId(choice, 'project') } : {}),
  listBreakGlass: ({ dice }) => (dice.chance(0.4) ? { all: 'true' } : {}),
  proposeMapping: (choice) => ({ partner: pickId(choice, 'partner'), ending: 'csv' }),
  listClocks: ({ dice }) => (dice.chance(0.4) ? { within: dice.below(400) } : {}),
};

const reason = 'For our case';
const later = '2026-05-01T00:00:00.000Z';

const namesAlone = {
  clew: 1,
  subjects: { person: { type: 'person', properties: { name: { columns: ['Name'] } } } },
};

const bodies: Readonly<Record<string, Parts>> = {
  announceUpload: (choice) => ({
    partner: pickId(choice, 'partner'),
    fileName: 'new.csv',
    terms: { category: 'suspect' },
  }),
  startRun: () => ({}),
  registerPartner: (choice) => ({
    id: pickId(choice, 'partner'),
    title: 'New',
    country: 'DE',
    contact: 'desk',
  }),
  recordResult: (choice) => ({
    partner: pickId(choice, 'partner'),
    kind: choice.dice.pick(Object.keys(resultKinds)),
    count: choice.dice.below(5),
    day: '2026-02-01',
  }),
  verifyAudit: () => ({}),
  addCountersignature: () => ({
    clew: 1,
    kind: 'audit-countersignature',
    checkpoint: {},
    by: 'An office',
    publicKey: '',
    at: later,
    signature: '',
  }),
  writeAnnualReport: () => ({ year: 2026 }),
  searchEntities: ({ dice, texts }) => ({ text: dice.pick(texts), limit: 5 }),
  readWhereabouts: (choice) => ({
    entities: [pickId(choice, 'entity'), pickId(choice, 'entity')],
    limit: 1 + choice.dice.below(5),
  }),
  expandNetwork: (choice) => ({
    entities: [pickId(choice, 'entity'), pickId(choice, 'entity')],
    members: [pickId(choice, 'entity')],
    filters: choice.dice.pick([{}, { areas: ['thb-labour'] }, { hubsAbove: 2 }, { weakestSource: 'B' }]),
  }),
  findCommonNeighbours: (choice) => ({ entities: [pickId(choice, 'entity'), pickId(choice, 'entity')] }),
  findPaths: (choice) => ({ from: pickId(choice, 'entity'), to: pickId(choice, 'entity') }),
  saveNetworkView: (choice) => {
    const members = [pickId(choice, 'entity'), pickId(choice, 'entity')];
    const notes = [{ entity: members[0], text: 'Seen twice' }];
    const drawn = { filters: {}, colouring: 'type', folded: [] };
    return { title: 'Mine', document: { members, x: [0, 1], y: [0, 1], pinned: members, notes, ...drawn } };
  },
  judgePair: (choice) => ({
    a: pickId(choice, 'entity'),
    b: pickId(choice, 'entity'),
    verdict: choice.dice.pick(['same', 'different', 'unsure']),
    reason,
  }),
  reviewFinding: () => ({ verdict: 'dismissed', reason }),
  requestContent: () => ({ reason }),
  answerHit: ({ dice }) =>
    dice.pick([
      { answer: 'share' },
      { answer: 'refuse', reason },
      { answer: 'share-part', properties: ['name'] },
    ]),
  changeTerms: ({ dice }) => dice.pick([{ source: 'B' }, { handling: ['H1'] }, { contact: 'another desk' }]),
  putMapping: () => namesAlone,
  tryMapping: (choice) => ({
    partner: pickId(choice, 'partner'),
    reader: 'csv',
    mapping: namesAlone,
    columns: ['Name'],
    rows: [{ cells: [{ column: 'Name', value: choice.dice.pick(choice.texts) }] }],
  }),
  decideClock: () => ({ decision: 'keep', reason }),
  eraseContribution: () => ({ ground: 'owner', reason }),
  openProject: (choice) => ({ id: pickId(choice, 'project'), title: 'New', purpose: 'operational-analysis' }),
  changeMember: (choice) => ({ person: pickId(choice, 'person'), joined: choice.dice.chance(0.5) }),
  recordNecessity: () => ({ categories: ['victim'], reason, until: later }),
  answerNecessity: () => ({ approved: true, reason }),
  askBreakGlass: () => ({ reason }),
  answerBreakGlass: () => ({ approved: true, reason }),
  registerPerson: (choice) => ({
    id: pickId(choice, 'person'),
    title: 'Somebody',
    partner: choice.dice.chance(0.5) ? pickId(choice, 'partner') : null,
  }),
  changeRole: ({ dice }) => ({ role: dice.pick(['analyst', 'administrator']), granted: true, reason }),
  resetAccount: () => ({}),
  linkIdentity: () => ({ issuer: 'https://idp.example', subject: 'someone' }),
  unlinkIdentity: () => ({ issuer: 'https://idp.example', subject: 'someone' }),
  issueToken: (choice) => ({
    person: pickId(choice, 'person'),
    title: 'System',
    scopes: ['hit.read'],
    until: later,
  }),
};

/** The routes that are probed. Throws when one is neither probed nor on the list of those that are not. */
export function probedRoutes(): readonly AnyRoute[] {
  const found = routes.filter(({ id }) => !(id in unprobed));
  const bare = found.filter(({ id, body }) => body !== null && !(id in bodies)).map(({ id }) => id);
  if (bare.length > 0) throw new Error(`No requests are made for: ${bare.join(', ')}`);
  return found;
}
