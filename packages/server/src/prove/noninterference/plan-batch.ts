// In: a seed. Out: random hubs with their people, and variants in which only what the observers may not see
// differs: files, terms, judgements, reviews, answers, erasures, people and projects of others.
// Invariant: the acts that all share have the same moments and names in all; in each variant each hub has a hidden file
// that differs from the base.

import { type Dice, diceFor, pickSome } from '@clew/engine/world/dice.ts';
import type { Ground } from '@clew/model/access/actor.ts';
import type { Role } from '@clew/model/access/roles.ts';
import { type Code, planMapping, planText, someCodes } from './plan-file.ts';
import { hiddenDeeds, hiddenFiles, variedFiles } from './plan-hidden.ts';
import {
  type Act,
  type Batch,
  type Cell,
  type Deed,
  expiresWhileShown,
  type Observer,
  type PlannedFile,
} from './planned.ts';

const began = Date.parse('2026-03-02T08:00:00.000Z');
const [minute, day] = [60_000, 86_400_000];

/** In every so many hubs somebody opens a view: each shows what is visible of all hubs of the batch. */
const viewsEvery = 6;

export interface BatchOptions {
  readonly seed: number;
  readonly index: number;
  /** How many hubs lie in the physical hub. */
  readonly hubs: number;
  /** How often all of them are varied. */
  readonly variants: number;
}

export function planBatch({ seed, index, hubs, variants }: BatchOptions): Batch {
  const dice = diceFor(seed, 'non-interference', index);
  const hubLooks = dice.chance(0.5);
  const administratorLooks = dice.chance(0.3);
  const cells = Array.from({ length: hubs }, (_, number) =>
    planCell(dice, number, { hubLooks, administratorLooks }),
  );
  const observers = planObservers(dice, cells, { hubLooks, administratorLooks });
  const shared: Act[] = setUp(cells, observers);
  const hidden: Act[][] = Array.from({ length: variants + 1 }, () => []);
  const runsTwice = dice.chance(0.25);
  shared.push(act('run 1', began + 10 * day, { kind: 'run' }));
  if (runsTwice) shared.push(act('run 2', began + 12 * day, { kind: 'run' }));
  for (const cell of cells) {
    const files = planVisible(dice, cell);
    shared.push(...handIns(dice, files, 0), ...sharedDeeds(dice, { cell, files, observers }));
    const kept = hiddenFiles(dice, cell);
    for (const [side, acts] of hidden.entries()) {
      const own = side === 0 ? kept : variedFiles(dice, cell, kept);
      acts.push(...handIns(dice, own, 1));
      const deeds = hiddenDeeds(dice, { cell, hidden: own, shown: files });
      acts.push(...spread(dice, deeds, { name: `side ${side} ${cell.number}`, lag: 1 }));
    }
  }
  return {
    seed: `${seed}/${index}`,
    index,
    hubs,
    observers,
    base: inOrder([...shared, ...(hidden[0] ?? [])]),
    variants: hidden.slice(1).map((own) => inOrder([...shared, ...own])),
    looksAt: began + 20 * day,
  };
}

function planCell(dice: Dice, number: number, looks: Pick<Cell, 'hubLooks' | 'administratorLooks'>): Cell {
  const partners = Array.from({ length: 2 + dice.below(3) }, (_, each) => `p${number}${'abcd'[each]}`);
  const observed = partners.slice(0, 1 + dice.below(partners.length - 1));
  return {
    ...looks,
    number,
    observed,
    others: partners.slice(observed.length),
    projects: Array.from({ length: dice.below(3) }, (_, each) => `j${number}${'ab'[each]}`),
    closedProject: `x${number}`,
    stranger: `s${number}`,
  };
}

function planObservers(
  dice: Dice,
  cells: readonly Cell[],
  { hubLooks, administratorLooks }: Pick<Cell, 'hubLooks' | 'administratorLooks'>,
): readonly Observer[] {
  const found: Observer[] = [];
  const add = (partner: string | null, roles: readonly Role[], from: Partial<Cell> & { views: boolean }) => {
    const projects = pickSome(dice, from.projects ?? [], dice.below((from.projects ?? []).length + 1));
    const scopes = dice.chance(0.1)
      ? (['view.read', 'contribution.list', 'hit.read', 'notice.read'] as const)
      : null;
    const viewGround = groundFor(dice, projects);
    const id = `o${found.length}`;
    found.push({ id, partner, roles, projects, scopes, viewGround, views: from.views });
  };
  for (const cell of cells) {
    for (let count = 1 + dice.below(2); count > 0; count--) {
      const roles = pickSome(dice, ['contributor', 'analyst', 'reviewer'] as const, 1 + dice.below(3));
      add(dice.pick(cell.observed), roles, { ...cell, views: count === 1 && cell.number % viewsEvery === 0 });
    }
  }
  const projects = cells.flatMap((cell) => cell.projects);
  if (hubLooks) add(null, ['analyst'], { projects, views: true });
  if (hubLooks && dice.chance(0.3)) add(null, ['analyst'], { views: false });
  if (administratorLooks) add(null, ['administrator'], { views: false });
  return found;
}

function groundFor(dice: Dice, projects: readonly string[]): Ground {
  if (projects.length > 0 && dice.chance(0.3)) {
    return { purpose: 'operational-analysis', project: dice.pick(projects) };
  }
  return { purpose: dice.pick(['cross-check', 'strategic-analysis', 'exchange'] as const), project: null };
}

function setUp(cells: readonly Cell[], observers: readonly Observer[]): Act[] {
  const deeds: Deed[] = [];
  const person = (id: string, partner: string | null, roles: readonly Role[]) =>
    deeds.push({ kind: 'person', person: { id, partner, roles } });
  person('rev', null, ['reviewer']);
  person('dpo', null, ['data-protection-officer']);
  for (const cell of cells) {
    for (const id of [...cell.observed, ...cell.others]) {
      deeds.push({ kind: 'partner', id });
      person(`c-${id}`, id, ['contributor', 'analyst']);
    }
    for (const id of [...cell.projects, cell.closedProject]) deeds.push({ kind: 'project', id });
    person(cell.stranger, cell.others[0] ?? null, ['analyst']);
    deeds.push({ kind: 'join', person: cell.stranger, project: cell.closedProject });
  }
  for (const { id, partner, roles, projects } of observers) {
    person(id, partner, roles);
    for (const project of projects) deeds.push({ kind: 'join', person: id, project });
  }
  return deeds.map((deed, number) => act(`set up ${number}`, began - 30 * day + number * minute, deed));
}

/** Files that are the same in all, whoever may see them. */
function planVisible(dice: Dice, cell: Cell): PlannedFile[] {
  const partners = [...cell.observed, ...cell.others];
  return Array.from({ length: 2 + dice.below(2) }, (_, index) => {
    const pool = { id: cell.number * 2, size: 4 + dice.below(6) };
    const things = dice.chance(0.5);
    const codes = dice.chance(0.3)
      ? someCodes(dice, ['S', 'C', 'P', 'K', 'V', 'W', 'I', ''])
      : (['S', 'S', 'C'] satisfies Code[]);
    const text = planText(dice, { pool, rows: 1 + dice.below(4), codes, things, minors: dice.chance(0.2) });
    return {
      slot: `v${cell.number}-${index}`,
      cell: cell.number,
      partner: index < partners.length ? (partners[index] as string) : dice.pick(partners),
      fileName: `list ${index}.csv`,
      text,
      terms: planTerms(dice, cell),
      mapping: planMapping(dice, things),
      hidden: false,
      meets: true,
    };
  });
}

function planTerms(dice: Dice, cell: Cell): Record<string, unknown> {
  const purposes = dice.chance(0.5)
    ? ['cross-check', 'strategic-analysis']
    : pickSome(dice, ['cross-check', 'strategic-analysis', 'exchange'], 1 + dice.below(3));
  const project = cell.projects.length > 0 && dice.chance(0.4) ? dice.pick(cell.projects) : undefined;
  const handling = dice.pick([['H0'], ['H0'], ['H1'], ['H2'], ['H0', 'H3']]);
  return {
    purposes: project === undefined ? purposes : [...purposes, 'operational-analysis'],
    ...(project === undefined ? {} : { project }),
    handling,
    ...(handling.includes('H3') ? { restriction: 'Ask first' } : {}),
    ...(dice.chance(0.2) ? { category: 'suspect' } : {}),
    ...(dice.chance(0.3) ? { source: dice.pick(['A', 'B']), information: dice.pick(['1', '2']) } : {}),
    ...(dice.chance(0.15) ? { expires: expiresWhileShown } : {}),
    ...(dice.chance(0.2) ? { origin: `source-${dice.below(3)}` } : {}),
    ...(dice.chance(0.2) ? { contact: `desk ${dice.below(3)}` } : {}),
  };
}

function handIns(dice: Dice, files: readonly PlannedFile[], lag: number): Act[] {
  return files.map((file) => {
    const at = began + dice.below(7 * 1440) * minute + lag * 7001;
    return act(`hand in ${file.slot}`, at, { kind: 'hand-in', file });
  });
}

function sharedDeeds(
  dice: Dice,
  given: {
    readonly cell: Cell;
    readonly files: readonly PlannedFile[];
    readonly observers: readonly Observer[];
  },
): Act[] {
  const { cell, files, observers } = given;
  const deeds: Deed[] = [];
  const slot = () => dice.pick(files).slot;
  const [one, other] = pickSome(dice, [...cell.observed, ...cell.others], 2) as [string, string];
  if (dice.chance(0.7)) deeds.push({ kind: 'ask', partner: one, other });
  if (dice.chance(0.5)) {
    const answer = dice.pick(['share', 'share-part', 'refuse', 'need-more'] as const);
    deeds.push({ kind: 'answer', partner: one, other, answer });
  }
  if (dice.chance(0.4)) {
    const verdict = dice.pick(['same', 'different', 'unsure'] as const);
    deeds.push({ kind: 'judge', slots: [slot(), slot()], rows: [dice.below(3), dice.below(3)], verdict });
  }
  if (dice.chance(0.3)) deeds.push({ kind: 'restrict', slot: slot(), change: { handling: ['H2'] } });
  if (dice.chance(0.2)) deeds.push({ kind: 'decide', slot: slot() });
  if (dice.chance(0.1)) deeds.push({ kind: 'erase', slot: slot() });
  const looking = observers.filter(({ partner }) => partner !== null && cell.observed.includes(partner));
  const project = cell.projects[0];
  const member = looking.find((each) => project !== undefined && each.projects.includes(project));
  if (member !== undefined && project !== undefined && dice.chance(0.5)) {
    deeds.push({ kind: 'necessity', person: member.id, project });
  }
  const analyst = looking.find(({ roles }) => roles.includes('analyst'));
  if (analyst !== undefined && dice.chance(0.3)) {
    deeds.push({ kind: 'break-glass', person: analyst.id, approved: dice.chance(0.5) });
  }
  return spread(dice, deeds, { name: `shared ${cell.number}`, lag: 0 });
}

/** In the order given, between the first run and the time when somebody looks, some of them after the second run. */
function spread(
  dice: Dice,
  deeds: readonly Deed[],
  { name, lag }: { readonly name: string; readonly lag: number },
): Act[] {
  let at = began + 10 * day + minute;
  return deeds.map((deed, number) => {
    at += (1 + dice.below(400)) * minute;
    return act(`${name} ${number}`, at + lag * 7001, deed);
  });
}

function act(name: string, at: number, deed: Deed): Act {
  return { name, at, deed };
}

function inOrder(acts: readonly Act[]): readonly Act[] {
  return acts.toSorted((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
}
