import type { Mapping } from './mapping.ts';
import type { Terms } from './terms/terms.ts';

/** What the ledger keeps of a file that a partner handed in. */
export interface Contribution {
  /** 16 hex digits of SHA-256 over partner and bytes: the same file handed in twice is the same contribution. */
  readonly id: string;
  readonly partner: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly terms: Terms;
  readonly mapping: Mapping;
}

/** Who takes part in the hub. */
export interface Partner {
  readonly id: string;
  readonly title: string;
  readonly country: string | null;
  /** Whom to ask about this partner's data: a desk, not a person. */
  readonly contact: string;
}
