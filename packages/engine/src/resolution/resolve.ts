// In: statements.statement, statements.label, statements.subject, kept.judgement.
// Out: resolution.candidate, resolution.cluster, resolution.model, resolution.blocking,
// resolution.training.
// Every subject is in exactly one cluster. The weight of a candidate is its prior and its parts added up. What people
// judged holds. The order of rows does not matter, and the same statements give the same bytes.

import { findEntityType } from '@clew/model/ontology/ontology.ts';
import { timed, type Watch } from '@clew/model/progress.ts';
import type { Lake } from '../lake/lake.ts';
import { rowsOfOneThread, withOneThread } from '../lake/one-thread.ts';
import { loadTable, writeTable } from '../lake/table-writer.ts';
import { type BlockingCount, type Blocks, makeBlocks, makeKeys, noBlocks, uncounted } from './block.ts';
import { clusterType, rootTable } from './cluster-type.ts';
import { makeFeatures } from './features.ts';
import { heldTypes, keep, knowNothing, mountHeldType, takeKnown, typesOf } from './held.ts';
import {
  dropTakenBack,
  joinComponents,
  joinHeld,
  judgedAnewEnds,
  takeJudgedAnew,
  takeNear,
  takeNobody,
} from './join-held.ts';
import { blockingRows, type KeptModel, type KeptModels, modelRows } from './kept-model.ts';
import { anyJudged, learnFromJudgements } from './learn-from-judgements.ts';
import { takeKnownSubjects } from './look-up-held.ts';
import type { TypeModel } from './model.ts';
import { linkModels, typeModels } from './models/type-models.ts';
import { narrowModel } from './narrow-model.ts';
import { weighOneToOne } from './one-to-one.ts';
import { type RivalOdds, weighRivals } from './rivals.ts';
import { scoredColumns, scorePairs } from './score.ts';
import { keepJoined } from './shelves.ts';
import { estimateSkipped } from './skipped.ts';
import { listSubjects, subjects, subjectsOf, takeSubjects, valueSubjects } from './subjects.ts';
import { blockingTable, modelTable } from './tables.ts';
import { chooseThreshold, type Threshold, untaughtBits } from './threshold.ts';
import type { AtOnce } from './tiles.ts';
import { type TrainedModel, trainModel, untrainedModel } from './train.ts';
import { text, workSchema, workTable } from './work.ts';
import { writeCandidates } from './write-candidates.ts';
import { writeClusters } from './write-clusters.ts';
import { writeTraining } from './write-training.ts';

/** A snapshot, and what came after it, in order. */
type Folders = readonly [snapshot: string, ...later: string[]];

export interface ResolveInput {
  readonly folder: string;
  /** The probability from which a pair links; each type's own choice unless told (see `threshold.ts`). */
  readonly threshold?: number | undefined;
  /** The types to decide on, in place of those of a hub: everything else stays on its own. */
  readonly types?: readonly string[] | undefined;
  /** Pairs that one blocking rule may bring; as many as `pairBudget` says unless told. */
  readonly budget?: number | undefined;
  readonly atOnce?: AtOnce | undefined;
  /** Whether what later subjects are compared with is kept under the folder (`held.ts`). */
  readonly keep?: boolean | undefined;
  /**
   * The folders on top of which the mounted statements come (`mountHeld`), where these are not all there is. What is
   * written are the candidates and clusters that are new or may have changed, and what is to be held in addition.
   * `models` and `known` must be those of the snapshot that is held.
   */
  readonly held?: Folders | undefined;
  /** The folder of a snapshot from which is taken how common values are and which keys are crowded. */
  readonly known?: string | undefined;
  /** Models of an earlier run (`trainedModelsFrom`), which are then used as they are: nothing is learnt. */
  readonly models?: KeptModels | undefined;
  /** Counts nothing: no value is rare or common, and of all days only 1 January stands for one not known. */
  readonly uncounted?: boolean | undefined;
}

export interface Resolved {
  readonly subjects: number;
  readonly pairs: number;
  readonly links: number;
  readonly entities: number;
}

/** Decides which subjects are the same thing. */
export async function resolve(lake: Lake, input: ResolveInput, watch: Watch = {}): Promise<Resolved> {
  const given = input.threshold;
  const bits = given === undefined ? undefined : Math.log2(given / (1 - given));
  await lake.makeSchema(workSchema);
  try {
    const total = await timed(watch, 'subjects', () => listSubjects(lake));
    const results: TypeResult[] = [];
    const { types } = input;
    const known = types === undefined ? typeModels : linkModels.filter(({ type }) => types.includes(type));
    const { asked, waiting, isAnyJudged } =
      input.held === undefined
        ? { asked: known, waiting: [], isAnyJudged: false }
        : await concerned(lake, known, input.held);
    for (const [index, model] of asked.entries()) {
      watch.onProgress?.({ step: 'resolve', done: index, total: asked.length + 1, unit: 'types' });
      const kept = input.models?.get(model.type);
      const isWaiting = waiting.includes(model.type);
      results.push(await resolveType(lake, model, { ...input, bits, kept, isWaiting, isAnyJudged, watch }));
    }
    if (input.held === undefined) {
      const models = results.filter(({ compared }) => compared).map(({ trained }) => trained);
      await timed(watch, 'write candidates', () =>
        writeCandidates(lake, input.folder, models, input.atOnce?.told),
      );
      await writeTraining(lake, input.folder, models);
      await writeModels(lake, input.folder, results);
    }
    const entities = await timed(watch, 'write clusters', () => writeClusters(lake, input, { asked, total }));
    if (input.keep === true) await timed(watch, 'write clusters', () => keepJoined(lake, input.folder));
    watch.onProgress?.({ step: 'resolve', done: 1, total: 1, unit: 'types' });
    return {
      subjects: total,
      pairs: results.reduce((sum, result) => sum + result.pairs, 0),
      links: results.reduce((sum, result) => sum + result.links, 0),
      entities,
    };
  } finally {
    if (!(lake.signal?.aborted ?? false)) await lake.dropSchema(workSchema);
  }
}

/** Of the types that there are those of which somebody is new, or waits for what was judged of them. */
async function concerned(
  lake: Lake,
  models: readonly TypeModel[],
  held: Folders,
): Promise<{
  readonly asked: readonly TypeModel[];
  readonly waiting: readonly string[];
  readonly isAnyJudged: boolean;
}> {
  const onHeld = heldTypes(held);
  const isAnyJudged = await takeJudgedAnew(lake);
  const waiting = isAnyJudged ? await typesOf(lake, held, judgedAnewEnds) : [];
  const rows = await lake.rows<{ type: string }>(
    text(
      `select distinct type from (from ${subjects} union all by name from ${valueSubjects}) where matchable`,
    ),
  );
  const found = new Set([...waiting, ...rows.map(({ type }) => type)]);
  const asked = models.filter(({ type }) => found.has(type));
  for (const { type } of asked) if (onHeld.includes(type)) await mountHeldType(lake, held, type);
  return { asked, waiting, isAnyJudged };
}

interface TypeResult {
  readonly compared: boolean;
  readonly trained: TrainedModel;
  /** Undefined where nothing was compared. */
  readonly threshold: Threshold | undefined;
  readonly rivals: readonly RivalOdds[];
  readonly blocking: readonly BlockingCount[];
  readonly pairs: number;
  readonly links: number;
  readonly cut: number;
}

interface TypeOptions extends ResolveInput {
  /** The threshold that somebody set, in bits. */
  readonly bits: number | undefined;
  readonly kept: KeptModel | undefined;
  /** Whether a judgement on those who are held is not in force yet. */
  readonly isWaiting: boolean;
  /** Whether there are judgements that are not in force yet, on whomever. */
  readonly isAnyJudged: boolean;
  readonly watch: Watch;
}

async function resolveType(lake: Lake, whole: TypeModel, options: TypeOptions): Promise<TypeResult> {
  const { kept, watch, known, isAnyJudged } = options;
  const { type } = whole;
  const isUpdate = options.held !== undefined;
  const onHeld = isUpdate && heldTypes(options.held).includes(type);
  const keeps = options.keep === true || isUpdate;
  const base = onHeld ? options.held?.[0] : undefined;
  const count = await timed(watch, 'subjects', () => takeNew(lake, type, base));
  if (count < (keeps ? 1 : 2) && !options.isWaiting) {
    await lake.run(text(`create or replace table ${workTable('touched', type)} (subject ubigint)`));
    return uncompared(lake, whole, { kept });
  }
  const isNobodyNew = onHeld && count === 0;
  if (isNobodyNew) await takeNobody(lake, type);
  else if (known !== undefined) await takeKnown(lake, known, type);
  else if (options.uncounted === true) await knowNothing(lake, type);
  const knows = known !== undefined || options.uncounted === true;
  const source = knows ? 'known' : keeps ? 'kept-for-later' : 'counted';
  const { narrow, made } = await forSubjects(lake, count, async () => {
    if (!isNobodyNew) {
      await timed(watch, 'features', () =>
        makeFeatures(lake, type, whole.features, { source, subjectsAtOnce: options.atOnce?.subjects }),
      );
    }
    const narrow = await narrowModel(lake, whole);
    const crowding = { crowdedKnown: known !== undefined, budget: options.budget };
    const makeAny = () => (onHeld ? makeKeys(lake, narrow) : makeBlocks(lake, narrow, crowding));
    return { narrow, made: isNobodyNew ? noBlocks(narrow) : await timed(watch, 'block', makeAny) };
  });
  if (keeps && !isNobodyNew) await keepKinds(lake, keptKinds(isUpdate), { ...options, type, isUpdate });
  const joined = base !== undefined ? await joinHeld(lake, { base, whole, narrow, isAnyJudged }) : undefined;
  const blocks = { ...made, ...(joined && { subjects: joined.subjects, pairs: joined.pairs }) };
  const model = joined?.model ?? narrow;
  const isEmpty = blocks.pairs === 0 && blocks.counts.every(({ skippedKeys }) => skippedKeys === 0);
  if (!onHeld && (count < 2 || (isEmpty && !(await anyJudged(lake, type))))) {
    if (keeps) await keepAlone(lake, model, { ...options, type, isUpdate });
    return uncompared(lake, model, { counts: blocks.counts, kept });
  }
  const trained = await timed(watch, 'train', () => modelFor(lake, model, blocks, kept));
  const scoring = { blocks, watch, freshOnly: onHeld, atOnce: options.atOnce };
  const pairs = await timed(watch, 'score', () => scorePairs(lake, trained, scoring));
  if (!isUpdate) await estimateSkipped(lake, trained, blocks);
  if (base !== undefined) await timed(watch, 'near', () => takeNear(lake, base, model));
  const rivalry = { kept: kept?.rivals, held: onHeld };
  const rivals = await timed(watch, 'score', () => weighRivals(lake, trained, rivalry));
  const bits = options.bits ?? (kept === undefined ? undefined : untaughtBits);
  if (model.betweenFiles === true) await timed(watch, 'score', () => weighOneToOne(lake, trained));
  const before = options.bits === undefined ? kept?.threshold : undefined;
  const threshold = before ?? (await chooseThreshold(lake, trained, bits));
  const subjects = onHeld ? await joinComponents(lake, model, threshold.bits) : count;
  if (isUpdate && !onHeld) await touchAll(lake, type);
  const clustering = await timed(watch, 'cluster', () => clusterType(lake, model, subjects, threshold.bits));
  if (onHeld && isAnyJudged) await dropTakenBack(lake, type);
  if (keeps) await keepKinds(lake, keptOfPairs, { ...options, type, isUpdate });
  await dropComparedWith(lake, type);
  const { links, cut } = clustering;
  return { compared: true, trained, threshold, rivals, blocking: blocks.counts, pairs, links, cut };
}

/** Work on tables of a row for each subject. */
function forSubjects<T>(lake: Lake, subjects: number, work: () => Promise<T>): Promise<T> {
  return subjects <= rowsOfOneThread ? withOneThread(lake, work) : work();
}

/** What only comparing needs. */
const comparing = [
  'feature',
  'said',
  'block',
  'key',
  'crowd',
  'crowded',
  'duplicate',
  'head',
  'behind',
  'like',
  'rival',
];

/** Frees what only comparing needs: the next type, and sorting what is written, need the memory. */
async function dropComparedWith(lake: Lake, type: string): Promise<void> {
  for (const kind of comparing) {
    await lake.run(text(`drop table if exists ${workTable(kind, type)}`));
  }
}

/** Numbers the subjects of a type that are not held, and returns how many they are. */
async function takeNew(lake: Lake, type: string, base: string | undefined): Promise<number> {
  const found = findEntityType(type);
  const known = workTable('known', type);
  if (base !== undefined) await takeKnownSubjects(lake, { base, type, ids: subjectsOf(type) }, known);
  return takeSubjects(lake, {
    type,
    key: found?.key,
    properties: Object.keys(found?.properties ?? {}),
    without: base === undefined ? undefined : known,
  });
}

/** Nobody is compared with anybody: what is kept of pairs is an empty table, and everybody is decided on. */
async function keepAlone(lake: Lake, model: TypeModel, place: KeptFor): Promise<void> {
  const { type } = model;
  await lake.run(text(`create or replace table ${workTable('scored', type)} (${scoredColumns(model)})`));
  await keepKinds(lake, keptOfPairs, place);
  await touchAll(lake, type);
}

/** Of which type something is kept, where, and whether that comes after a snapshot. */
interface KeptFor {
  readonly type: string;
  readonly folder: string;
  readonly isUpdate: boolean;
  readonly watch: Watch;
}

/** Keeps some kinds of what later subjects are compared with. */
async function keepKinds(
  lake: Lake,
  kinds: readonly KeptKind[],
  { type, folder, isUpdate, watch }: KeptFor,
): Promise<void> {
  for (const [done, kind] of kinds.entries()) {
    watch.onProgress?.({ step: `keep ${type}`, done, total: kinds.length, unit: 'tables' });
    await timed(watch, 'keep', () => keep(lake, folder, { kind, type, isUpdate }));
  }
}

type KeptKind = Parameters<typeof keep>[2]['kind'];

const keptOfPairs = ['scored', 'rival', 'judged'] as const;

/** All subjects of the type are decided on. */
async function touchAll(lake: Lake, type: string): Promise<void> {
  await lake.run(
    text(
      `create or replace table ${workTable('touched', type)} as select subject from ${workTable('subject', type)}`,
    ),
  );
}

/** What never changes after a snapshot is kept with the snapshot alone. */
function keptKinds(isUpdate: boolean): readonly KeptKind[] {
  return ['shape', 'feature', 'key', ...(isUpdate ? [] : (['crowded', 'head', 'frequency'] as const))];
}

async function modelFor(
  lake: Lake,
  model: TypeModel,
  blocks: Blocks,
  kept: KeptModel | undefined,
): Promise<TrainedModel> {
  if (kept !== undefined) {
    // The usual weights were learnt from nobody: what is told of is those who are weighed with them.
    const subjects = kept.trained.subjects === 0 ? blocks.subjects : kept.trained.subjects;
    return { ...kept.trained, model, subjects };
  }
  return learnFromJudgements(lake, await trainModel(lake, model, blocks), blocks);
}

/** Nothing to compare: everybody is on their own. */
async function uncompared(
  lake: Lake,
  model: TypeModel,
  given: { readonly counts?: readonly BlockingCount[]; readonly kept: KeptModel | undefined },
): Promise<TypeResult> {
  await loadTable(lake, { ...rootTable, name: `root_${model.type}` }, []);
  const { kept } = given;
  const blocking = given.counts ?? model.rules.map(({ id }) => uncounted(id));
  const trained = kept === undefined ? untrainedModel(model) : { ...kept.trained, model };
  return {
    compared: false,
    trained,
    threshold: kept?.threshold,
    rivals: kept?.rivals ?? [],
    blocking,
    pairs: 0,
    links: 0,
    cut: 0,
  };
}

async function writeModels(lake: Lake, folder: string, results: readonly TypeResult[]): Promise<void> {
  await writeTable(lake, { folder, table: modelTable }, async (writer) => {
    for (const result of results) for (const row of modelRows(result)) await writer.add(row);
  });
  await writeTable(lake, { folder, table: blockingTable }, async (writer) => {
    for (const { trained, blocking, cut } of results)
      for (const row of blockingRows(trained.model.type, blocking, cut)) await writer.add(row);
  });
}
