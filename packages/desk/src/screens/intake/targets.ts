// In: a mapping. Out: all that one of its columns may become.

import type { Mapping } from '@clew/model/mapping.ts';
import { findEntityType, ontology } from '@clew/model/ontology/ontology.ts';
import { isSame, referenceTo, rowDate, type Target } from './mapping-change.ts';

/** A subject of the mapping, or a type that it may get, with the properties that a column can fill. */
export interface TargetGroup {
  readonly subject: string;
  readonly type: string;
  readonly properties: readonly string[];
}

/** What there is first, then what can be tied to it. */
export function targetGroups({ subjects }: Mapping): readonly TargetGroup[] {
  const there = Object.entries(subjects).map(([subject, { type }]) => group(subject, type));
  const types = new Set(Object.values(subjects).map(({ type }) => type));
  const tied = ontology.filter(
    ({ id }) =>
      !types.has(id) &&
      !Object.hasOwn(subjects, id) &&
      [...types].some(
        (known) => referenceTo(known, id) !== undefined || referenceTo(id, known) !== undefined,
      ),
  );
  const fresh = types.size === 0 ? ontology : tied;
  return [...there, ...fresh.map(({ id }) => group(id, id))];
}

function group(subject: string, type: string): TargetGroup {
  const properties = Object.entries(findEntityType(type)?.properties ?? {});
  return {
    subject,
    type,
    properties: properties.filter(([, { kind }]) => kind !== 'ref').map(([property]) => property),
  };
}

const nowhere = '-';

/** A target as one word, for lists; null is the column that is left out. */
export function targetText(target: Target | null): string {
  return target === null ? nowhere : `${target.subject}\n${target.property}`;
}

export function targetFrom(text: string): Target | null {
  if (text === nowhere) return null;
  const [subject = '', property = ''] = text.split('\n');
  const target = { subject, property };
  return isSame(target, rowDate) ? rowDate : target;
}
