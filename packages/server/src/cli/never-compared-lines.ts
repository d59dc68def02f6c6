import type { MissedRule, NeverCompared } from '@clew/engine/resolution/never-compared.ts';
import { type Page, textTable } from './text-table.ts';
import { bits } from './weight-words.ts';

const reasons = {
  types: 'They are of two types, and those are never compared.',
  key: 'Things of this type are one when their key is the same, and only then.',
  'left-out': 'They were never compared: one of them takes no part in matching, by its terms or by law.',
} as const;

/** Why there is no pair of just these two: rule by rule, those that came closest first. */
export function neverComparedLines(never: NeverCompared, page: Page): string[] {
  if (never.because !== 'rules') return [reasons[never.because]];
  const order = ['shared', 'nearly', 'apart', 'missing'];
  const rules = [...never.rules].sort(
    (one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome),
  );
  const table = textTable(
    rules,
    [
      { title: '  two are compared when they share', value: (rule) => `  ${rule.title}`, most: 96 },
      { title: 'these two', value: outcomeWords, wrap: true },
    ],
    page,
  );
  return [
    headline(never),
    '',
    ...table,
    ...(never.weight === null ? [] : ['', weightLine(never.weight, never.floor)]),
  ];
}

function headline({ rules, weight, floor }: NeverCompared): string {
  if (!rules.some(({ outcome }) => outcome === 'shared')) {
    return 'They were never compared: they share nothing by which two are brought together.';
  }
  if (weight !== null && weight < floor) {
    return 'They were brought together, and too little spoke for one to keep the pair.';
  }
  return 'They share what many share: of crowded blocks not every pair is compared (clew model tells which).';
}

function outcomeWords({ outcome, alike, missing }: MissedRule): string {
  const likeness = alike.length === 0 ? '' : ` (${alike.join('; ')})`;
  if (outcome === 'shared') return `share it${likeness}`;
  if (outcome === 'nearly') return `nearly${likeness}`;
  if (outcome === 'apart') return 'do not';
  if (missing.length === 2) return 'neither has it';
  return `only the ${missing[0] === 'a' ? 'second' : 'first'} has it`;
}

function weightLine(weight: number, floor: number): string {
  const kept = `pairs below ${bits(floor)} bits (1 in 100) are not kept`;
  return `  What both tell would weigh about ${bits(weight)} bits, leaving out how common the values are; ${kept}.`;
}
