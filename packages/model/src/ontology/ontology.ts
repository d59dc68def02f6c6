import type { EntityType, Property } from './entity-type.ts';
import { advert, caseFile, communication, payment, sighting, trip } from './events.ts';
import { account, email, handle, handset, phone } from './identifiers.ts';
import { organization } from './organization.ts';
import { person } from './person.ts';
import { address, document, source, vehicle } from './things.ts';

/** Every type there is, in the order in which they are shown. */
export const ontology: readonly EntityType[] = [
  person,
  organization,
  vehicle,
  document,
  address,
  phone,
  handset,
  email,
  handle,
  account,
  source,
  payment,
  communication,
  advert,
  sighting,
  trip,
  caseFile,
];

const byId = new Map(ontology.map((type) => [type.id, type]));

/** The type with this id, or undefined. */
export function findEntityType(id: string): EntityType | undefined {
  return byId.get(id);
}

/** The property of a type, or undefined when either is unknown. */
export function findProperty(type: string, property: string): Property | undefined {
  return byId.get(type)?.properties[property];
}
