/** What an action is about, as far as the rules ask. */
export type Resource =
  | { readonly kind: 'hub' }
  | { readonly kind: 'partner'; readonly id: string }
  | { readonly kind: 'contribution'; readonly id: string; readonly owner: string }
  | { readonly kind: 'hit'; readonly id: string; readonly recipient: string; readonly other: string }
  | { readonly kind: 'project'; readonly id: string }
  | { readonly kind: 'person'; readonly id: string; readonly partner: string | null }
  | { readonly kind: 'break-glass'; readonly id: string; readonly person: string };

export const wholeHub: Resource = { kind: 'hub' };

/** The id of a resource as the audit log names it. */
export function resourceText(resource: Resource): string {
  return resource.kind === 'hub' ? 'hub' : `${resource.kind} ${resource.id}`;
}
