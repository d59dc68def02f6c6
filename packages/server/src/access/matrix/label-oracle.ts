// Whose statements somebody may read, as a table of law: written from Articles 18, 19 and 30 of Regulation (EU)
// 2016/794 and Annex II, apart from the policies and from the profiles.

import type { AccessPurpose } from '@clew/model/access/actor.ts';
import type { SubjectCategory } from '@clew/model/terms/codes.ts';
import type { Label } from '@clew/model/terms/label.ts';
import type { GateState } from '../gate-state.ts';
import { groundHolds, isOwn, tokenOpens } from './action-oracle.ts';
import { type Asking, asker } from './world.ts';

/** Yes; only with a strict necessity in the project; no. */
type Admission = 'y' | 'n' | '-';

/** A column for each of: suspect, convicted, potential offender, contact, victim, witness, informant; and minors. */
const law: Readonly<Record<AccessPurpose, string>> = {
  //                       s c p c v w i  minor
  'cross-check': /*     */ 'y y y - - - -  -',
  'strategic-analysis': /* */ 'y y y y y y y  y',
  'operational-analysis': /**/ 'y y y y n n n  n',
  exchange: /*          */ 'y y y y n n n  n',
  categorisation: /*    */ 'y y y y y y y  y',
  oversight: /*         */ 'y y y y y y y  y',
};

const columns: readonly SubjectCategory[] = [
  'suspect',
  'convicted',
  'potential-offender',
  'contact',
  'victim',
  'witness',
  'informant',
];

/** Whether somebody may read statements under a label, on a day. */
export function mayRead(asking: Asking, label: Label, given: { state: GateState; today: string }): boolean {
  const { roles, partner, ground, token = 'none' } = asking;
  if (roles.includes('administrator') || !groundHolds(asking) || !tokenOpens(token, 'view.read'))
    return false;
  const over = label.expires !== null && label.expires <= given.today;
  const atHub = partner === null;
  if (ground.purpose === 'oversight') return personsAdmitted(asking, label, given.state);
  if (ground.purpose === 'categorisation') return !over && personsAdmitted(asking, label, given.state);
  if (ground.purpose === 'operational-analysis' && ground.project === null) return false;

  const worksWithOwn = ['contributor', 'analyst', 'reviewer'].some((role) =>
    roles.some((own) => own === role),
  );
  if (worksWithOwn && isOwn(asking, label.owners)) return true;

  if (!roles.includes('analyst') && !roles.includes('reviewer')) return false;
  if (over || label.uncategorised) return false;
  if (!label.purposes.some((purpose) => purpose === ground.purpose)) return false;
  const sameProject = label.projects.length === 1 && label.projects[0] === ground.project;
  if (ground.purpose === 'operational-analysis' && !sameProject) return false;
  if (!atHub && (label.handling.includes('H2') || label.handling.includes('H3'))) return false;
  return glassIsBroken(asking, given.state) || personsAdmitted(asking, label, given.state);
}

function personsAdmitted({ ground }: Asking, label: Label, state: GateState): boolean {
  const admissions = law[ground.purpose].split(/\s+/) as readonly Admission[];
  const necessities = state.necessities.filter(({ project }) => project === ground.project);
  if (label.minor) {
    const minors = admissions.at(-1);
    if (minors === '-') return false;
    if (minors === 'n' && !necessities.some((necessity) => necessity.minors)) return false;
  }
  return label.categories.every((category) => {
    const admission = admissions[columns.indexOf(category)];
    if (admission !== 'n') return admission === 'y';
    return necessities.some(
      (necessity) => necessity.categories.includes(category) && (!label.minor || necessity.minors),
    );
  });
}

function glassIsBroken({ ground }: Asking, state: GateState): boolean {
  return state.breakGlass.some(
    ({ person, purpose, project }) =>
      person === asker && purpose === ground.purpose && project === ground.project,
  );
}
