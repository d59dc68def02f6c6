import { z } from 'zod';

/** The id of a computed thing as people see it: `person-00f3a1b2c3d4e5f6`. It says nothing but itself. */
export const entityId = z
  .string()
  .regex(/^[a-z]+(?:-[a-z]+)*-[0-9a-f]{16}$/)
  .meta({ id: 'EntityId', description: 'Type and 16 hex digits, for example person-00f3a1b2c3d4e5f6' });

/** 16 hex digits, drawn at random or made from content. */
export const hexId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .meta({ id: 'HexId', description: '16 hex digits' });

/** A word that the hub's own people chose: partner, project. */
export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
  .meta({ id: 'Slug', description: 'Lower-case letters, digits and hyphens, at most 64' });

export const personId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.@_-]{0,63}$/)
  .meta({ id: 'PersonId', description: 'Who works with the hub: the name of the account' });

/** ISO 8601, UTC. */
export const instant = z.iso.datetime().meta({ id: 'Instant', description: 'ISO 8601, UTC' });

export const day = z.iso.date().meta({ id: 'Day', description: 'ISO 8601' });

/** Why something was decided. Kept for good. */
export const reason = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .meta({ id: 'Reason', description: 'Why; kept for good' });
