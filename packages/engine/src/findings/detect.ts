// In: graph.* (with statements and clusters behind it). Out: findings.network, findings.campaign, findings.finding and
// their labels.
// Invariant: a finding is a lead with the statements behind it, a measure of chance and what else could explain it.
// It carries the strictest label of its evidence, its first subject is never a protected person, and what the
// terms keep from analysis is not looked at.

import { createHash } from 'node:crypto';
import type { Watch } from '@clew/model/progress.ts';
import {
  isMatchable,
  isProtected,
  joinLabels,
  type Label,
  labelFromText,
  labelText,
} from '@clew/model/terms/label.ts';
import { joinedLabelTable } from '../graph/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { writeTable } from '../lake/table-writer.ts';
import { gatherCalls } from './calls/gather-calls.ts';
import { gatherCampaigns } from './campaigns/gather-campaigns.ts';
import type { Proposed } from './detector.ts';
import { detectors } from './detectors.ts';
import { gatherBearings } from './documents/bearings.ts';
import { gatherUses } from './facilitators/uses.ts';
import { gatherInvolvement } from './involvement.ts';
import { writeNetworks } from './networks.ts';
import { gatherPassed, gatherTransfers } from './repayments/repayments.ts';
import { findingLabelTable, findingTable } from './tables.ts';

/** Looks for networks and runs every detector; writes under `folder`. */
export async function detect(
  lake: Lake,
  { folder }: { readonly folder: string },
  watch: Watch = {},
): Promise<{ tested: number; findings: number; networks: number }> {
  await gatherInvolvement(lake);
  const networks = await writeNetworks(lake, folder);
  await gatherCampaigns(lake, { folder }, watch);
  await gatherCalls(lake);
  await gatherUses(lake);
  await gatherBearings(lake);
  await gatherTransfers(lake);
  await gatherPassed(lake);
  const proposals: { detector: string; proposed: Proposed }[] = [];
  let tested = 0;
  for (const detector of detectors) {
    const detected = await detector.detect(lake, watch);
    tested += detected.tested;
    for (const proposed of detected.findings) proposals.push({ detector: detector.id, proposed });
  }
  await writeFindings(lake, folder, proposals);
  await lake.dropSchema('findings_work');
  return { tested, findings: proposals.length, networks };
}

async function writeFindings(
  lake: Lake,
  folder: string,
  proposals: readonly { readonly detector: string; readonly proposed: Proposed }[],
): Promise<void> {
  const known = new Map<bigint, { label: Label; id: bigint }>();
  const byText = new Map<string, bigint>();
  for (const { label, content } of await lake.rows<{ label: bigint; content: string }>(
    sql`select label, content from ${joinedLabelTable} order by label`,
  )) {
    known.set(label, { label: labelFromText(content), id: label });
    byText.set(content, label);
  }
  const labels = new Map<bigint, Label>();
  const rows = proposals.map(({ detector, proposed }) => {
    const label = proposed.labels.map((id) => (known.get(id) as { label: Label }).label).reduce(joinLabels);
    const text = labelText(label);
    const id = byText.get(text) ?? hashed(text);
    labels.set(id, label);
    return {
      finding: hashed(`${detector}|${proposed.evidence.join(',')}|${proposed.kind}`),
      detector,
      kind: proposed.kind,
      subjects: proposed.subjects,
      evidence: proposed.evidence,
      reason: JSON.stringify(proposed.reason),
      chance: proposed.chance,
      chance_corrected: proposed.chanceCorrected,
      label: id,
    };
  });
  await writeTable(lake, { folder, table: findingTable }, async (writer) => {
    for (const row of rows.sort((a, b) => ascending(a.finding, b.finding))) await writer.add(row);
  });
  await writeTable(lake, { folder, table: findingLabelTable }, async (writer) => {
    for (const [label, content] of [...labels].sort(([a], [b]) => ascending(a, b))) {
      await writer.add({
        label,
        owner: content.owners.join(','),
        matchable: isMatchable(content),
        protected: isProtected(content),
        content: labelText(content),
      });
    }
  });
}

function hashed(text: string): bigint {
  return createHash('sha256').update(text).digest().readBigUInt64BE(0);
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
