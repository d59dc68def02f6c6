// The straight line: receive -> state -> resolve -> connect -> detect -> produce.
// In: the bytes of contributions with their mapping and terms, and what is kept in the ledger as tables.
// Out: one folder per contribution (stages 1 and 2) and one folder per snapshot (stages 3 to 6).
// Invariant: the same input gives the same bytes, and every folder appears whole or not at all.

import type { Mapping } from '@clew/model/mapping.ts';
import { timed, type Watch } from '@clew/model/progress.ts';
import type { Terms } from '@clew/model/terms/terms.ts';
import { type Received, receive } from './contribution/receive.ts';
import { contributionTables } from './contribution/tables.ts';
import { detect } from './findings/detect.ts';
import { findingTables } from './findings/tables.ts';
import { connect } from './graph/connect.ts';
import {
  caseAreaTable,
  entityTable,
  graphTables,
  joinedLabelTable,
  linkTable,
  spellingTable,
  termTable,
  wordTable,
} from './graph/tables.ts';
import { keptContributionTable, keptJudgementTable, keptPartnerTable } from './kept.ts';
import { type HeldBytes, type HeldTable, holdTables } from './lake/held-tables.ts';
import type { Lake } from './lake/lake.ts';
import { sql } from './lake/sql.ts';
import { mountTables, writeWhole } from './lake/store.ts';
import type { Row } from './lake/table.ts';
import { loadTable } from './lake/table-writer.ts';
import { keepHoldings } from './products/notifications/holdings.ts';
import { keepTold } from './products/notifications/told.ts';
import { produce } from './products/produce.ts';
import { productTables } from './products/tables.ts';
import { resolve } from './resolution/resolve.ts';
import { clusterTable, resolutionTables } from './resolution/tables.ts';
import { type Weights, weightsAsked } from './resolution/usual-model.ts';
import type { Refused } from './statements/plan.ts';
import { folderLabels, mountScope, type Scope } from './statements/scope.ts';
import { type Stated, state } from './statements/state.ts';
import { statementTables, subjectTable } from './statements/tables.ts';

/** One file as handed in. `folder` is where its tables go; `open` may be called more than once. */
export interface HandedIn {
  readonly contribution: string;
  readonly partner: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly open: () => AsyncIterable<Uint8Array>;
  readonly mapping: Mapping;
  readonly terms: Terms;
  readonly folder: string;
  /** When it was handed in: a row that bears no date is taken to be of that day. */
  readonly receivedAt?: string | undefined;
  /** Properties that the legal profile of the hub lets nobody keep. */
  readonly refused?: Refused | undefined;
}

/** What the ledger keeps, as rows of the kept tables. */
export interface Kept {
  readonly partners: readonly Row<typeof keptPartnerTable>[];
  readonly contributions: readonly Row<typeof keptContributionTable>[];
  readonly judgements: readonly Row<typeof keptJudgementTable>[];
}

/** What stages 3 to 6 read. */
export interface SnapshotSources {
  /** The folders of all contributions that take part. */
  readonly contributionFolders: readonly string[];
  readonly kept: Kept;
  /** The statements that take part; all of them where absent. */
  readonly scope?: Scope | undefined;
}

export interface SnapshotInput extends SnapshotSources {
  /** Where the snapshot goes. */
  readonly folder: string;
  /** Whether the figures of the reports are measured too. */
  readonly indicators?: boolean | undefined;
  /** Whether it keeps what later contributions are matched against (`match-new.ts`). */
  readonly grows?: boolean | undefined;
  /** Learnt unless told. */
  readonly weights?: Weights | undefined;
}

export interface StageReport {
  readonly stage: 'resolve' | 'connect' | 'detect' | 'produce';
  readonly counts: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** Stages 1 and 2 for one contribution: bytes to records to statements. */
export async function takeIn(lake: Lake, given: HandedIn, watch: Watch = {}): Promise<Received & Stated> {
  const { contribution, partner, fileName, bytes, open, mapping, terms, refused, receivedAt } = given;
  let report: (Received & Stated) | undefined;
  await writeWhole(given.folder, async (folder) => {
    const source = { contribution, fileName, bytes, open, mapping, folder };
    const received = await timed(watch, 'receive', () => receive(lake, source, watch));
    const records = received.rows - received.refused;
    const said = { contribution, partner, terms, mapping, folder, refused, receivedAt, records };
    const stated = await timed(watch, 'state', () => state(lake, said, watch));
    report = { ...received, ...stated };
  });
  return report as Received & Stated;
}

/** Stages 3 to 6 over all contributions, into one snapshot folder that appears whole. */
export async function computeSnapshot(
  lake: Lake,
  input: SnapshotInput,
  watch: Watch & { readonly onStage?: (report: StageReport) => void } = {},
): Promise<void> {
  await mountGiven(lake, input);
  const timed = async (stage: StageReport['stage'], run: () => Promise<Record<string, number>>) => {
    const started = performance.now();
    const counts = await run();
    watch.onStage?.({ stage, counts, seconds: (performance.now() - started) / 1000 });
  };
  await writeWhole(input.folder, async (folder) => {
    const asked = { folder, keep: input.grows === true, ...weightsAsked(input.weights) };
    await timed('resolve', async () => ({ ...(await resolve(lake, asked, watch)) }));
    await timed('connect', async () => ({ ...(await connect(lake, { folder }, watch)) }));
    await timed('detect', async () => ({ ...(await detect(lake, { folder }, watch)) }));
    await timed('produce', async () => ({
      ...(await produce(lake, { folder, indicators: input.indicators ?? true }, watch)),
    }));
    if (input.grows !== true) return;
    watch.onProgress?.({ step: 'keep holdings', done: 0, total: 2, unit: 'tables' });
    await keepHoldings(lake, folder);
    watch.onProgress?.({ step: 'keep holdings', done: 1, total: 2, unit: 'tables' });
    await keepTold(lake, folder);
  });
  await mountComputed(lake, input.folder);
}

/** Makes all tables of a published snapshot readable. */
export async function mountSnapshot(lake: Lake, input: SnapshotInput): Promise<void> {
  await mountGiven(lake, input);
  await mountComputed(lake, input.folder);
}

/** Takes into memory what people look things up in, as far as it fits; everything is readable meanwhile, and the same. */
export function holdLookedUp(lake: Lake, folder: string, bytes: HeldBytes = usuallyHeld): Promise<void> {
  return holdTables(lake, lookedUp, { folder, ...bytes });
}

/** A snapshot over 5.3 million statements, a million entities, takes 171 MB of it. */
const usuallyHeld: HeldBytes = { least: 128 * 1024, most: 1024 ** 3 };

/** What every search, dossier and network reads, the most needed first. */
const lookedUp: readonly HeldTable[] = [
  { table: entityTable, lookedUpBy: ['entity'] },
  { table: clusterTable, lookedUpBy: ['subject', 'entity'] },
  { table: linkTable, lookedUpBy: ['source', 'target'] },
  { table: caseAreaTable, lookedUpBy: ['case'] },
  { table: joinedLabelTable, lookedUpBy: ['label'] },
  // What is readable of it is made of all statements: that is done once.
  { table: subjectTable, lookedUpBy: ['subject'], rowBytes: 10 },
  { table: wordTable, lookedUpBy: [] },
  { table: spellingTable, lookedUpBy: [] },
  { table: termTable, lookedUpBy: [] },
];

/** Makes readable what stages 3 to 6 start from. Judgements on what is out of scope are left out. */
export async function mountGiven(lake: Lake, input: SnapshotSources): Promise<void> {
  await loadTable(lake, keptPartnerTable, input.kept.partners);
  await loadTable(lake, keptContributionTable, input.kept.contributions);
  await loadTable(lake, keptJudgementTable, input.kept.judgements);
  if (input.scope === undefined) {
    await mountTables(lake, [...contributionTables, ...statementTables], input.contributionFolders);
    return;
  }
  await mountScope(lake, await folderLabels(lake, input.contributionFolders), input.scope);
  if (input.kept.judgements.length === 0) return;
  await lake.run(sql`delete from ${keptJudgementTable}
    where a not in (select subject from ${subjectTable}) or b not in (select subject from ${subjectTable})`);
}

/** The judgements that take part, after `mountGiven`. */
export function mountedJudgements(lake: Lake): Promise<readonly Row<typeof keptJudgementTable>[]> {
  return lake.rows(sql`select * from ${keptJudgementTable} order by a, b`);
}

async function mountComputed(lake: Lake, folder: string): Promise<void> {
  await mountTables(
    lake,
    [...resolutionTables, ...graphTables, ...findingTables, ...productTables],
    [folder],
  );
}
