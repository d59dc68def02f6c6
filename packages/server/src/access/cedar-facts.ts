import type { Action } from '@clew/model/access/actions.ts';
import type { Actor, Ground } from '@clew/model/access/actor.ts';
import type { LegalProfile, PurposeRule } from '@clew/model/terms/profiles/legal-profile.ts';
import type { GateState } from './gate-state.ts';
import type { Resource } from './resource.ts';

export interface EntityName {
  readonly type: string;
  readonly id: string;
}

/** An entity as Cedar reads it. The words are those of `policies/clew.cedarschema`. */
export interface Facts {
  readonly uid: EntityName;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly parents: readonly EntityName[];
}

const hub: EntityName = { type: 'Hub', id: 'hub' };

/** Who asks: in each of their roles and projects, and in their partner or the hub. */
export function actorFacts(actor: Actor): Facts {
  return {
    uid: name('Person', actor.person),
    attrs: {
      via: actor.via,
      ...(actor.scopes === null ? {} : { scopes: actor.scopes }),
    },
    parents: [
      ...actor.roles.map((role) => name('Role', role)),
      ...actor.projects.map((project) => name('Project', project)),
      actor.partner === null ? hub : name('Partner', actor.partner),
    ],
  };
}

/**
 * What is asked for. The rules ask whose a contribution or a hit is and never which one, so that all of one owner's are
 * one to them: a list of any length takes a decision for each owner.
 */
export function resourceFacts(resource: Resource): Facts {
  switch (resource.kind) {
    case 'hub':
      return { uid: hub, attrs: {}, parents: [] };
    case 'partner':
      return entity('Partner', resource.id, {});
    case 'contribution':
      return entity('Contribution', whichever, { owner: named('Partner', resource.owner) });
    case 'hit':
      return entity('Hit', whichever, {
        recipient: named('Partner', resource.recipient),
        other: named('Partner', resource.other),
      });
    case 'project':
      return entity('Project', resource.id, {});
    case 'person':
      return entity('Account', resource.id, {
        person: named('Person', resource.id),
        ...(resource.partner === null ? {} : { partner: named('Partner', resource.partner) }),
      });
    case 'break-glass':
      return entity('BreakGlass', resource.id, { asked_by: named('Person', resource.person) });
  }
}

const whichever = 'whichever';

/** For what, in which project, and what the law and the hub's own decisions say about that. */
export function groundFacts(
  asked: Action,
  { actor, ground }: { readonly actor: Actor; readonly ground: Ground },
  { profile, state }: { readonly profile: LegalProfile; readonly state: GateState },
): Readonly<Record<string, unknown>> {
  const { purpose, project } = ground;
  const inForce = state.necessities.filter((necessity) => necessity.project === project);
  return {
    asked,
    purpose: wellFormed(purpose),
    ...(project === null ? {} : { project: named('Project', project) }),
    law: lawFacts(Object.hasOwn(profile.purposes, purpose) ? profile.purposes[purpose] : nobody, inForce),
    break_glass: state.breakGlass.some(
      (each) => each.person === actor.person && each.purpose === purpose && each.project === project,
    ),
  };
}

/** A purpose that the profile does not know concerns nobody. */
const nobody: PurposeRule = {
  categories: [],
  needNecessity: [],
  minors: 'never',
  uncategorised: false,
  source: '',
};

function lawFacts(rule: PurposeRule, inForce: GateState['necessities']): Readonly<Record<string, unknown>> {
  const ofMinors = inForce.filter((necessity) => necessity.minors);
  return {
    categories: rule.categories,
    withheld: without(rule.needNecessity, inForce),
    withheld_of_minors: without(rule.needNecessity, ofMinors),
    minors: rule.minors === 'allowed' || (rule.minors === 'necessity' && ofMinors.length > 0),
    uncategorised: rule.uncategorised,
  };
}

function without(categories: readonly string[], inForce: GateState['necessities']): readonly string[] {
  const covered = new Set<string>(inForce.flatMap((necessity) => necessity.categories));
  return categories.filter((category) => !covered.has(category));
}

function entity(type: string, id: string, attrs: Facts['attrs']): Facts {
  return { uid: name(type, id), attrs, parents: [] };
}

/** A reference to an entity, as an attribute. */
export function named(type: string, id: string): { readonly __entity: EntityName } {
  return { __entity: name(type, id) };
}

function name(type: string, id: string): EntityName {
  return { type, id: wellFormed(id) };
}

/** Half a surrogate pair is no text that Cedar reads. It is spelled out, so that it equals nothing but itself. */
function wellFormed(text: string): string {
  return /\p{Surrogate}/u.test(text) ? `not text: ${JSON.stringify(text)}` : text;
}
