import type { Actor, Ground } from '@clew/model/access/actor.ts';

/** Who asks, for what, and in which request: every use case of the hub begins with one. */
export interface Caller {
  readonly actor: Actor;
  readonly ground: Ground;
  /** Tells requests apart in the audit log and in error reports; says nothing else. */
  readonly request: string;
}
