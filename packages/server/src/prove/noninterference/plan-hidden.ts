// In: a hub of the plan. Out: files and deeds that no observer may learn of, and the same varied.

import { type Dice, shuffle } from '@clew/engine/world/dice.ts';
import { type Code, planMapping, planText, someCodes } from './plan-file.ts';
import { type Cell, type Deed, expiredBefore, expiresWhileShown, type PlannedFile } from './planned.ts';

const all: readonly Code[] = ['S', 'C', 'P', 'K', 'V', 'W', 'I'];

/** Why nobody who looks may read a file. */
interface Reason {
  readonly terms: (dice: Dice, cell: Cell) => Record<string, unknown>;
  readonly codes: readonly Code[];
  /** Whether its values may be those of files that observers see, and people may judge it with them: only where no hit can come of it. */
  readonly meets: boolean;
  readonly things: boolean;
  /** Observers at the hub itself would read it. */
  readonly notAtHub?: boolean;
}

const reasons: readonly Reason[] = [
  {
    terms: (_, cell) => ({ purposes: ['operational-analysis'], project: cell.closedProject }),
    codes: ['S', 'C', 'P', 'V', 'W', 'I'],
    meets: true,
    things: false,
  },
  {
    terms: (_, cell) => ({ purposes: ['operational-analysis'], project: cell.closedProject }),
    codes: all,
    meets: false,
    things: true,
  },
  { terms: () => ({ expires: expiredBefore }), codes: all, meets: true, things: true },
  { terms: () => ({ expires: expiresWhileShown }), codes: all, meets: false, things: true },
  { terms: () => ({}), codes: [''], meets: true, things: false },
  { terms: () => ({ purposes: ['cross-check'] }), codes: ['V', 'W', 'I'], meets: true, things: false },
  { terms: () => ({ handling: ['H2'] }), codes: ['S', 'C'], meets: false, things: true, notAtHub: true },
  {
    terms: () => ({ handling: ['H0', 'H3'], restriction: 'Ask us', purposes: ['strategic-analysis'] }),
    codes: all,
    meets: true,
    things: true,
    notAtHub: true,
  },
];

function hiddenFile(dice: Dice, cell: Cell, slot: string): PlannedFile {
  const reason = dice.pick(reasons.filter(({ notAtHub }) => !(cell.hubLooks && notAtHub)));
  const things = reason.things && dice.chance(0.5);
  const pool = { id: cell.number * 2 + (reason.meets ? 0 : 1), size: 4 + dice.below(4) };
  const codes = someCodes(dice, reason.codes);
  return {
    slot,
    cell: cell.number,
    partner: dice.pick(cell.others),
    fileName: `secret ${dice.below(1000)}.csv`,
    text: planText(dice, { pool, rows: 1 + dice.below(4), codes, things, minors: dice.chance(0.2) }),
    terms: {
      ...reason.terms(dice, cell),
      ...(dice.chance(0.3) ? { contact: `desk ${dice.below(100)}` } : {}),
      ...(dice.chance(0.3) ? { source: 'A', information: '1' } : {}),
    },
    mapping: planMapping(dice, things),
    hidden: true,
    meets: reason.meets,
  };
}

export function hiddenFiles(dice: Dice, cell: Cell): readonly PlannedFile[] {
  return Array.from({ length: dice.chance(0.3) ? 2 : 1 }, (_, index) =>
    hiddenFile(dice, cell, `h${cell.number}-${index}`),
  );
}

/** The same files with at least one changed, dropped or added; the others stay, change their terms, or come in turn. */
export function variedFiles(dice: Dice, cell: Cell, files: readonly PlannedFile[]): readonly PlannedFile[] {
  const chosen = dice.below(files.length);
  const varied = files.flatMap((file, index) => {
    const fate =
      index === chosen
        ? dice.pick(['other', 'dropped', 'added'] as const)
        : dice.pick(['same', 'other'] as const);
    if (fate === 'dropped') return [];
    if (fate === 'other') return [hiddenFile(dice, cell, file.slot)];
    if (fate === 'added') return [file, hiddenFile(dice, cell, `${file.slot}+`)];
    return [file];
  });
  return shuffle(dice, varied);
}

/** What is done with hidden files and by people whom no observer knows of. */
export function hiddenDeeds(
  dice: Dice,
  given: {
    readonly cell: Cell;
    readonly hidden: readonly PlannedFile[];
    readonly shown: readonly PlannedFile[];
  },
): readonly Deed[] {
  const { cell, hidden, shown } = given;
  const deeds: Deed[] = [];
  const rows = () => [dice.below(3), dice.below(3)] as const;
  for (const { slot, meets } of hidden) {
    const verdict = dice.pick(['same', 'different', 'unsure'] as const);
    if (dice.chance(0.3)) deeds.push({ kind: 'judge', slots: [slot, slot], rows: [0, 1], verdict });
    if (dice.chance(0.3) && meets) {
      // Two that observers may see, tied together by one whom they may not.
      for (const other of [dice.pick(shown), dice.pick(shown)]) {
        deeds.push({ kind: 'judge', slots: [slot, other.slot], rows: rows(), verdict: 'same' });
      }
    }
    if (dice.chance(0.3)) deeds.push({ kind: 'review', slot });
    if (dice.chance(0.3)) deeds.push({ kind: 'decide', slot });
    if (dice.chance(0.2)) deeds.push({ kind: 'remap', slot });
    if (dice.chance(0.3)) deeds.push({ kind: 'restrict', slot, change: { source: dice.pick(['A', 'B']) } });
    if (dice.chance(0.3)) deeds.push({ kind: 'erase', slot });
  }
  const [one, other] = [dice.pick(cell.others), dice.pick(cell.others)];
  if (one !== other) {
    deeds.push({ kind: 'ask', partner: one, other });
    if (dice.chance(0.5)) deeds.push({ kind: 'answer', partner: one, other, answer: 'share' });
    if (dice.chance(0.5)) deeds.push({ kind: 'end-consent', partner: one, other });
  }
  if (dice.chance(0.4)) {
    deeds.push({ kind: 'necessity', person: cell.stranger, project: cell.closedProject });
  }
  if (dice.chance(0.3)) {
    deeds.push({ kind: 'break-glass', person: cell.stranger, approved: dice.chance(0.5) });
  }
  if (dice.chance(0.3)) deeds.push({ kind: 'project', id: `y${cell.number}` });
  // Who manages people knows all of them, and their tokens.
  if (!cell.administratorLooks) deeds.push(...hiddenPeople(dice, cell));
  return deeds;
}

function hiddenPeople(dice: Dice, cell: Cell): readonly Deed[] {
  const deeds: Deed[] = [];
  const partner = dice.chance(0.5) ? (cell.others[0] ?? null) : null;
  if (dice.chance(0.5)) {
    deeds.push({ kind: 'person', person: { id: `n${cell.number}`, partner, roles: ['analyst'] } });
    if (dice.chance(0.5)) {
      deeds.push({ kind: 'join', person: `n${cell.number}`, project: cell.closedProject });
    }
  }
  if (dice.chance(0.3)) deeds.push({ kind: 'token', person: cell.stranger });
  if (dice.chance(0.3)) deeds.push({ kind: 'partner', id: `q${cell.number}` });
  return deeds;
}
