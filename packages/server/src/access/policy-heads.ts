import { policyFiles, policyText, schemaText } from './policy-text.ts';

/** A policy as its head has it: what it is about, before any condition. */
export interface PolicyHead {
  readonly id: string;
  readonly text: string;
  /** Null: every action. */
  readonly actions: readonly string[] | null;
  /** Null: every type of resource. */
  readonly type: string | null;
}

/**
 * Every policy of the repository with its head. Read here and not by Cedar, which takes half a second for it at the
 * start of each command; `policies.test.ts` holds that both read the same.
 */
export function policyHeads(): readonly PolicyHead[] {
  return policyFiles.flatMap((file) =>
    policyText(file)
      .split(/^(?=@id\()/m)
      .slice(1)
      .map(headOf),
  );
}

function headOf(text: string): PolicyHead {
  const parts = /^@id\("([a-z-]+)"\)\s*(?:permit|forbid)\s*\(([^)]*)\)/.exec(text);
  const [id, head] = [parts?.[1], parts?.[2]];
  if (id === undefined || head === undefined) throw new Error(`A policy has no head: ${text}`);
  const actions = named(head, /Action::"([^"]+)"/g);
  return {
    id,
    text,
    actions: actions.length === 0 ? null : actions,
    type: named(head, /resource is (\w+)/g)[0] ?? null,
  };
}

/** Which types of resource each action of the schema is about. */
export function subjectsOfActions(): ReadonlyMap<string, readonly string[]> {
  const declared = schemaText().matchAll(
    /^action ([^{]+?)\s+appliesTo \{ principal: Person, resource: ([^}]+?), context/gm,
  );
  return new Map(
    [...declared].flatMap(([, actions = '', types = '']) =>
      named(actions, /"([^"]+)"/g).map((action) => [action, named(types, /(\w+)/g)] as const),
    ),
  );
}

function named(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] as string);
}
