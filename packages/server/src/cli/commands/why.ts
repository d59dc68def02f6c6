import {
  type ComparedPair,
  type Explanation,
  explainPair,
  membersOf,
  recordOf,
} from '@clew/engine/resolution/explain-pair.ts';
import { findContribution } from '@clew/ledger/contributions.ts';
import { idText } from '@clew/model/ids.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Command } from 'commander';
import { mountPublished } from '../../hub/mount-published.ts';
import type { Hub } from '../../hub/open-hub.ts';
import { commonOptions } from '../common-options.ts';
import { printable } from '../display-width.ts';
import { idFromArgument } from '../id-from-argument.ts';
import type { Paint } from '../paint.ts';
import { perform } from '../perform.ts';
import { type CommonOptions, type Outcome, type Shell, withHub } from '../shell.ts';
import { type Column, count, textTable } from '../text-table.ts';

export function defineWhy(command: Command, shell: Shell): void {
  command
    .argument('<a>', 'an id, as clew find and show print it')
    .argument('<b>', 'another id')
    .addHelpText('after', `\n${legend}`);
  commonOptions(command, { hub: true, example: 'clew why person-00f3a1b2c3d4e5f6 person-11a2b3c4d5e6f708' });
  command.action(
    perform(shell, (a: string, b: string, options: CommonOptions) => why(shell, [a, b], options)),
  );
}

const legend = `Weights are in bits: each bit doubles the odds that the two are the same. They begin at the prior, which is
far below zero because almost no two records are of the same person, and add up to the weight of the pair.`;

/** Where a subject was stated, in words. */
type Place = string | undefined;

interface Step {
  readonly pair: ComparedPair;
  readonly places: readonly [Place, Place];
}

async function why(shell: Shell, texts: readonly [string, string], options: CommonOptions): Promise<Outcome> {
  const [a, b] = [idFromArgument(texts[0]), idFromArgument(texts[1])];
  if (a === b) throw new Refusal('usage', 'These are one and the same id.', 'Name two ids.');
  const { explanation, steps } = await withHub(shell, options, async (hub) => {
    await mountPublished(hub);
    const found = await explainPair(hub.lake, a, b);
    if (found === undefined) {
      const missing = (await membersOf(hub.lake, a)) === undefined ? texts[0] : texts[1];
      const what = `${missing} is not in the published snapshot, or is of a sort that is never compared.`;
      throw new Refusal('not-found', what, 'Look with clew find TEXT.');
    }
    return { explanation: found, steps: await placed(hub, found.chain) };
  });
  return { data: explanation, lines: explanationLines(shell, explanation, steps) };
}

async function placed(hub: Hub, chain: readonly ComparedPair[]): Promise<Step[]> {
  const steps: Step[] = [];
  for (const pair of chain) {
    steps.push({ pair, places: [await placeOf(hub, pair.a), await placeOf(hub, pair.b)] });
  }
  return steps;
}

async function placeOf(hub: Hub, subject: bigint): Promise<Place> {
  const found = await recordOf(hub.lake, subject);
  if (found === undefined) return undefined;
  const kept = await findContribution(hub.ledger, found.contribution);
  const file = kept === undefined ? found.contribution : `${kept.partner}: ${kept.fileName}`;
  return `${file} row ${count(found.row)}`;
}

function explanationLines(shell: Shell, explanation: Explanation, steps: readonly Step[]): string[] {
  const { paint } = shell;
  const verdict = explanation.sameEntity ? paint.green('One and the same') : paint.yellow('Kept apart');
  if (steps.length === 0) {
    return [
      `${verdict}: the two were never compared`,
      explanation.sameEntity
        ? 'A key binds them: a number that identifies by itself, or a person decided.'
        : 'They share too little to be compared: no whole name, no number, no part of a name with a date or a place.',
    ];
  }
  const head = steps.length === 1 ? verdict : `${verdict}, by a chain of ${steps.length} pairs`;
  return [head, ...steps.flatMap((step) => ['', ...stepLines(shell, step)])];
}

function stepLines(shell: Shell, { pair, places }: Step): string[] {
  const { paint } = shell;
  const name = (id: bigint, place: Place) =>
    `${idText(pair.type, id)}${place === undefined ? '' : paint.dim(`  ${printable(place)}`)}`;
  const bars = waterfall(pair);
  const end = `probability ${percent(pair.probability)}, ${bits(pair.weight)} bits: ${outcomeOf(pair)}`;
  return [
    name(pair.a, places[0]),
    name(pair.b, places[1]),
    ...textTable(bars, columns(paint, bars), shell.page),
    `  ${paint.bold(end)}`,
  ];
}

interface Bar {
  readonly title: string;
  readonly weight: number;
  /** The sum with this weight. */
  readonly sum: number;
  readonly words: string;
}

/** The prior, then the parts by how much they say, each with the sum so far. */
function waterfall(pair: ComparedPair): Bar[] {
  const parts = [...pair.parts].sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  const prior = pair.weight - total;
  const bars: Bar[] = [];
  let sum = 0;
  const add = (title: string, weight: number, words: string) => {
    sum += weight;
    bars.push({ title, weight, sum, words });
  };
  if (Math.abs(prior) > 0.005) add('prior', prior, 'before anything is compared');
  for (const part of parts) add(part.comparison, part.weight, part.words);
  return bars;
}

function columns(paint: Paint, bars: readonly Bar[]): readonly Column<Bar>[] {
  const byWeight = (text: string, { weight }: Bar) => (weight < 0 ? paint.red(text) : paint.green(text));
  const ends = [0, ...bars.map(({ sum }) => sum)];
  const scale = { least: Math.min(...ends), most: Math.max(...ends) };
  return [
    { title: '  evidence', value: (row) => `  ${row.title}`, most: 26 },
    { title: 'bits', value: (row) => bits(row.weight), align: 'right', paint: byWeight },
    { title: 'sum', value: (row) => bits(row.sum), align: 'right' },
    { title: '', value: (row) => barText(row, scale), paint: byWeight },
    { title: 'what was seen', value: (row) => row.words, wrap: true },
  ];
}

const barColumns = 24;

/** The step from the sum before to the sum after, on a line that all steps share; a stroke stands at zero. */
export function barText(
  { weight, sum }: Pick<Bar, 'weight' | 'sum'>,
  { least, most }: { readonly least: number; readonly most: number },
): string {
  const at = (value: number) =>
    most === least ? 0 : Math.round(((value - least) / (most - least)) * (barColumns - 1));
  const [from, to] = [at(Math.min(sum - weight, sum)), at(Math.max(sum - weight, sum))];
  return Array.from({ length: barColumns }, (_, column) => {
    if (column >= from && column <= to) return weight < 0 ? '▒' : '█';
    return column === at(0) ? '│' : ' ';
  }).join('');
}

function outcomeOf(pair: ComparedPair): string {
  if (pair.judged !== null) return `a person decided: ${pair.judged}`;
  return pair.linked ? 'linked' : 'not linked';
}

function bits(value: number): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`;
}

function percent(probability: number): string {
  if (probability > 0.9999) return 'over 99.99 %';
  return probability < 0.0001 ? 'under 0.01 %' : `${(probability * 100).toFixed(2)} %`;
}
