// Who may do what, as a table: written from the issue, Regulation (EU) 2016/794 and the practice of clearing houses,
// apart from the policies and in another form, so that a mistake in one shows against the other.

import type { Action } from '@clew/model/access/actions.ts';
import type { Role } from '@clew/model/access/roles.ts';
import { type About, type Asking, memberOf, ownPartner, type Token } from './world.ts';

/** One letter for each role. */
const letters: Readonly<Record<string, Role>> = {
  C: 'contributor',
  A: 'analyst',
  R: 'reviewer',
  S: 'supervisor',
  D: 'data-protection-officer',
  U: 'auditor',
  M: 'administrator',
};

/** At the hub, at a partner, or wherever. */
type Place = 'hub' | 'partner' | 'anywhere';
/** The owners' four purposes, one of the hub's two duties, or whatever is stated. */
type For = 'owners' | 'categorisation' | 'oversight' | 'anything';
type Line = readonly [roles: string, place: Place, about: readonly About[], purpose: For];

const ownFile: readonly About[] = ['own contribution'];
const anyFile: readonly About[] = ['own contribution', "another's contribution"];
const anyPartner: readonly About[] = ['own partner', 'another partner'];
const ourHits: readonly About[] = ['hit as recipient', 'hit as owner'];
const anyHit: readonly About[] = [...ourHits, 'hit of others'];
const anyProject: readonly About[] = ['own project', "others' project"];
const anyPerson: readonly About[] = ['oneself', 'another person'];
const everybody = 'CARSDUM';

const table: Readonly<Record<Action, readonly Line[]>> = {
  'contribution.hand-in': [
    ['C', 'partner', ['own contribution', 'own partner'], 'anything'],
    ['C', 'hub', [...anyFile, ...anyPartner], 'anything'],
  ],
  'contribution.list': [
    ['CARSD', 'anywhere', ['hub'], 'anything'],
    ['C', 'partner', ['own partner'], 'anything'],
    ['CAR', 'partner', ownFile, 'anything'],
    ['R', 'hub', anyFile, 'categorisation'],
    ['SD', 'hub', [...anyFile, ...anyPartner], 'anything'],
  ],
  'contribution.read': [
    ['CAR', 'partner', ownFile, 'anything'],
    ['R', 'hub', anyFile, 'categorisation'],
    ['D', 'hub', anyFile, 'oversight'],
  ],
  'contribution.map': [
    ['C', 'partner', ownFile, 'anything'],
    ['C', 'hub', anyFile, 'anything'],
    ['R', 'hub', anyFile, 'categorisation'],
  ],
  'contribution.restrict': [['C', 'partner', ownFile, 'anything']],
  'contribution.erase': [
    ['C', 'partner', ownFile, 'anything'],
    ['SD', 'hub', anyFile, 'anything'],
  ],
  'view.read': [
    ['AR', 'anywhere', ['hub'], 'owners'],
    ['C', 'partner', ['hub'], 'owners'],
    ['R', 'hub', ['hub'], 'categorisation'],
    ['D', 'hub', ['hub'], 'oversight'],
  ],
  'pair.judge': [['R', 'anywhere', ['hub'], 'owners']],
  'finding.review': [['R', 'anywhere', ['hub'], 'owners']],
  'hit.read': [
    ['CARD', 'anywhere', ['hub'], 'anything'],
    ['CAR', 'partner', ['own partner', ...ourHits], 'anything'],
    ['S', 'hub', ['hub', ...anyHit, ...anyPartner], 'anything'],
    ['D', 'hub', [...anyHit, ...anyPartner], 'oversight'],
  ],
  'hit.request': [['C', 'partner', ['hit as recipient'], 'anything']],
  'hit.answer': [['C', 'partner', ['hit as owner'], 'anything']],
  'shared.read': [['CAR', 'partner', ['hit as recipient'], 'anything']],
  'hub.status': [['SDUM', 'hub', ['hub'], 'anything']],
  'hub.run': [['S', 'hub', ['hub'], 'anything']],
  'hub.score': [['S', 'hub', ['hub'], 'anything']],
  'report.write': [['S', 'hub', ['hub'], 'anything']],
  'result.record': [
    ['C', 'partner', ['own partner'], 'anything'],
    ['C', 'hub', anyPartner, 'anything'],
    ['S', 'hub', ['hub', ...anyPartner], 'anything'],
  ],
  'release.list': [
    ['SD', 'hub', ['hub', ...anyPartner], 'anything'],
    ['C', 'partner', ['own partner'], 'anything'],
  ],
  'partner.manage': [['SM', 'hub', ['hub', ...anyPartner], 'anything']],
  'person.list': [['SDUM', 'hub', ['hub', ...anyPerson], 'anything']],
  'person.manage': [['M', 'hub', ['hub', 'another person'], 'anything']],
  'project.list': [
    [everybody, 'anywhere', ['hub', 'own project'], 'anything'],
    ['SD', 'hub', anyProject, 'anything'],
  ],
  'project.manage': [['S', 'hub', ['hub', ...anyProject], 'anything']],
  'necessity.record': [['AR', 'anywhere', ['own project'], 'anything']],
  'necessity.approve': [['S', 'hub', anyProject, 'anything']],
  'break-glass.ask': [['AR', 'anywhere', ['hub', 'own project'], 'anything']],
  'break-glass.answer': [['SD', 'hub', ['hub', "another's request"], 'anything']],
  'clock.list': [
    ['C', 'partner', ['own partner'], 'anything'],
    ['D', 'hub', ['hub', ...anyPartner, ...anyFile], 'anything'],
  ],
  'clock.decide': [['D', 'hub', ['hub', ...anyFile], 'anything']],
  'notice.read': [[everybody, 'anywhere', ['hub'], 'anything']],
  'audit.read': [['UD', 'hub', ['hub'], 'anything']],
  'audit.verify': [['U', 'hub', ['hub'], 'anything']],
  'key.rotate': [['M', 'hub', ['hub'], 'anything']],
};

/** All that an administrator ever opens. */
const administratorOpens: readonly Action[] = [
  'hub.status',
  'partner.manage',
  'person.list',
  'person.manage',
  'project.list',
  'project.manage',
  'hub.run',
  'hub.score',
  'notice.read',
  'key.rotate',
];

/** What no program does in a person's place. */
const inPerson: readonly Action[] = [
  'person.manage',
  'necessity.record',
  'necessity.approve',
  'break-glass.ask',
  'break-glass.answer',
  'clock.decide',
  'key.rotate',
];

/** Whether somebody may do something, by the table. */
export function mayDo(asking: Asking, action: Action, about: About): boolean {
  if (!groundHolds(asking) || !tokenOpens(asking.token ?? 'none', action)) return false;
  if (asking.roles.includes('administrator') && !administratorOpens.includes(action)) return false;
  const place = asking.partner === null ? 'hub' : 'partner';
  return table[action].some(
    ([roles, where, what, purpose]) =>
      [...roles].some((letter) => asking.roles.includes(letters[letter] as Role)) &&
      (where === 'anywhere' || where === place) &&
      what.includes(about) &&
      fits(asking.ground, purpose),
  );
}

/** Nobody states a duty that is not theirs, or a project that they don't work in. */
export function groundHolds({ roles, partner, ground }: Asking): boolean {
  const atHub = partner === null;
  if (ground.purpose === 'oversight') return atHub && roles.includes('data-protection-officer');
  if (ground.project !== null && ground.project !== memberOf) return false;
  return ground.purpose !== 'categorisation' || (atHub && roles.includes('reviewer'));
}

export function tokenOpens(token: Token, action: Action): boolean {
  if (token === 'none') return true;
  return token === 'for this' && !inPerson.includes(action);
}

function fits({ purpose, project }: Asking['ground'], wanted: For): boolean {
  switch (wanted) {
    case 'anything':
      return true;
    case 'owners':
      if (purpose === 'operational-analysis') return project !== null;
      return purpose !== 'categorisation' && purpose !== 'oversight';
    default:
      return purpose === wanted;
  }
}

/** Whether the person works for the one owner. */
export function isOwn({ partner }: Asking, owners: readonly string[]): boolean {
  return partner === ownPartner && owners.every((owner) => owner === ownPartner);
}
