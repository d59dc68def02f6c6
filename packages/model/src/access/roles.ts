/** What somebody does in the hub. A person may have several, within what separation of duties allows. */
export const roles = {
  contributor: 'Hands in for a partner and answers for what it handed in',
  analyst: 'Reads and links for a purpose',
  reviewer: 'Categorises, reviews findings and judges links',
  supervisor: 'Approves what needs a second person; runs the hub and releases its products',
  'data-protection-officer': 'Oversees: clocks, erasure, break-glass, all labels',
  auditor: 'Reads the audit log and proves it unbroken',
  administrator: 'Manages people, partners and tokens; sees no content',
} as const;

export type Role = keyof typeof roles;

/** Who manages accounts never reads content: no person holds the first together with any of the others. */
export const separated: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  administrator: ['contributor', 'analyst', 'reviewer', 'supervisor', 'data-protection-officer', 'auditor'],
};
