import type { Action } from '@clew/model/access/actions.ts';
import type { Label } from '@clew/model/terms/label.ts';
import type { Caller } from './caller.ts';
import type { Resource } from './resource.ts';

/** The one gate. Nothing of the hub is read or written around it. */
export interface Gate {
  /**
   * Lets an action through or throws `Refusal('forbidden')`; either way it is in the audit log when this returns.
   * `label` names the view where content is read.
   */
  pass(caller: Caller, action: Action, resource: Resource, label?: string): Promise<void>;
  /** Whether an action would be let through. Writes nothing. */
  allows(caller: Caller, action: Action, resource: Resource): boolean;
  /** The labels whose statements the caller may read for its purpose: decided once per distinct label. */
  readable(caller: Caller, labels: readonly Label[]): readonly boolean[];
}
