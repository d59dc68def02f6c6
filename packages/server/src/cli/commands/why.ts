import type { ComparedPair } from '@clew/engine/resolution/explain-pair.ts';
import type { StatedIn } from '@clew/engine/resolution/stated-in.ts';
import { idText } from '@clew/model/ids.ts';
import type { Command } from 'commander';
import { type ExplainedLink, type ExplainedPair, explainPair } from '../../hub/pairs/explain-pair.ts';
import { commonOptions } from '../common-options.ts';
import { printable } from '../display-width.ts';
import { idFromArgument } from '../id-from-argument.ts';
import type { Paint } from '../paint.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';
import { type Column, count, textTable } from '../text-table.ts';

export function defineWhy(command: Command, shell: Shell): void {
  command
    .argument('<a>', 'an id, as clew find and show print it')
    .argument('<b>', 'another id')
    .addHelpText('after', `\n${legend}`);
  commonOptions(command, {
    hub: true,
    caller: true,
    example: 'clew why person-00f3a1b2c3d4e5f6 person-11a2b3c4d5e6f708',
  });
  command.action(
    perform(shell, (a: string, b: string, options: CallerOptions) => why(shell, [a, b], options)),
  );
}

const legend = `Weights are in bits: each bit doubles the odds that the two are the same. They begin at the prior, which is
far below zero because almost no two records are of the same person, and add up to the weight of the pair.`;

async function why(shell: Shell, texts: readonly [string, string], options: CallerOptions): Promise<Outcome> {
  const [a, b] = [idFromArgument(texts[0]), idFromArgument(texts[1])];
  const explanation = await withCaller(shell, options, (hub, caller) => explainPair(hub, caller, { a, b }));
  return { data: explanation, lines: explanationLines(shell, explanation) };
}

function explanationLines(shell: Shell, explanation: ExplainedLink): string[] {
  const steps = explanation.chain;
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

function stepLines(shell: Shell, pair: ExplainedPair): string[] {
  const { paint } = shell;
  const name = (id: bigint, place: StatedIn | null) =>
    `${idText(pair.type, id)}${place === null ? '' : paint.dim(`  ${printable(placeText(place))}`)}`;
  const bars = waterfall(pair);
  const end = `probability ${percent(pair.probability)}, ${bits(pair.weight)} bits: ${outcomeOf(pair)}`;
  return [
    name(pair.a, pair.places[0]),
    name(pair.b, pair.places[1]),
    ...textTable(bars, columns(paint, bars), shell.page),
    `  ${paint.bold(end)}`,
  ];
}

function placeText({ partner, file, row }: StatedIn): string {
  return `${partner}: ${file} row ${count(row)}`;
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
