import type { ErasureCertificate } from '@clew/ledger/erasures.ts';
import type { Caller } from '../../access/caller.ts';

/**
 * A certificate as a person may see it. Which snapshots went, how large they were and what they hashed to depends on
 * everything that was in them, and so does the snapshot behind a release: that is for the hub's own people. A partner is shown what was made of its own alone.
 */
export function shownCertificate({ actor }: Caller, certificate: ErasureCertificate): ErasureCertificate {
  if (actor.partner === null) return certificate;
  const { removed } = certificate;
  const folders = removed.folders.filter(({ folder }) => folder.startsWith('lake/contributions/'));
  const releases = certificate.releases.map((release) => ({ ...release, snapshot: null }));
  return { ...certificate, releases, removed: { ...removed, folders } };
}
