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
import { entityTable, joinedLabelTable } from '../graph/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { writeTable } from '../lake/table-writer.ts';
import { gatherCampaigns } from './campaigns/gather-campaigns.ts';
import type { Detector, Proposed } from './detector.ts';
import { detectors } from './detectors.ts';
import { gatherInvolvement } from './involvement.ts';
import { writeNetworks } from './networks.ts';
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
  const { tested, proposals } = await lookWith(lake, detectors, watch);
  await writeFindings(lake, folder, proposals);
  await lake.dropSchema('findings_work');
  return { tested, findings: proposals.length, networks };
}

interface Looked {
  readonly tested: number;
  readonly proposals: readonly { readonly detector: string; readonly proposed: Proposed }[];
}

/** Runs those detectors that find on file what they look at, after `gatherInvolvement`, networks and campaigns. */
export async function lookWith(lake: Lake, given: readonly Detector[], watch: Watch = {}): Promise<Looked> {
  const onFile = await typesOnFile(lake);
  const asked = given.filter(({ looksAt }) => looksAt.every((type) => onFile.has(type)));
  for (const gather of new Set(asked.flatMap(({ gathers }) => gathers))) await gather(lake);
  const proposals: { detector: string; proposed: Proposed }[] = [];
  let tested = 0;
  for (const detector of asked) {
    const detected = await detector.detect(lake, watch);
    tested += detected.tested;
    for (const proposed of detected.findings) proposals.push({ detector: detector.id, proposed });
  }
  return { tested, proposals };
}

async function typesOnFile(lake: Lake): Promise<ReadonlySet<string>> {
  const rows = await lake.rows<{ type: string }>(sql`select distinct type from ${entityTable}`);
  return new Set(rows.map(({ type }) => type));
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
