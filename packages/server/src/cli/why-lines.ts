import type { ComparedPair, EvidencePart } from '@clew/engine/resolution/explain-pair.ts';
import { idText } from '@clew/model/ids.ts';
import type { ExplainedLink, ExplainedPair } from '../hub/pairs/explain-pair.ts';
import { printable } from './display-width.ts';
import { neverComparedLines } from './never-compared-lines.ts';
import type { Paint } from './paint.ts';
import { type Column, count, type Page, textTable } from './text-table.ts';
import { bits, oneOf, percent, timesWords } from './weight-words.ts';

/** Why two are one, or are not: the pairs that bind them, each with what is said, what it weighs, and what came of it. */
export function whyLines(explanation: ExplainedLink, page: Page): string[] {
  const steps = explanation.chain;
  const { paint } = page;
  const verdict = explanation.sameEntity ? paint.green('One and the same') : paint.yellow('Kept apart');
  const never = explanation.neverCompared;
  if (steps.length === 0) {
    if (explanation.sameEntity) {
      return [
        `${verdict}: the two were never compared`,
        'A key binds them: a number that identifies by itself, or a person decided.',
      ];
    }
    return [verdict, ...(never === null ? [] : neverComparedLines(never, page))];
  }
  const head = steps.length === 1 ? verdict : `${verdict}, by a chain of ${steps.length} pairs`;
  const between =
    never === null ? [] : ['', 'Not these two, but others of theirs came closest to being one:'];
  const told = steps.flatMap((step) => ['', ...stepLines(step, page)]);
  if (never === null) return [head, ...told];
  return [head, ...neverComparedLines(never, page), ...between, ...told];
}

function stepLines(pair: ExplainedPair, page: Page): string[] {
  const { paint } = page;
  const bars = waterfall(pair);
  const name = (index: 0 | 1) => {
    const place = pair.places[index];
    const where =
      place === null
        ? ''
        : paint.dim(`  ${printable(`${place.partner}: ${place.file} row ${count(place.row)}`)}`);
    return `${index === 0 ? 'first ' : 'second'}  ${idText(pair.type, index === 0 ? pair.a : pair.b)}${where}`;
  };
  return [
    name(0),
    name(1),
    '',
    ...saidLines(pair, page),
    '',
    ...textTable(bars, columns(paint, bars), page),
    `  ${paint.bold(`${bits(pair.weight)} bits, probability ${percent(pair.probability)}: ${outcomeOf(pair)}`)}`,
  ];
}

interface SaidRow {
  readonly trait: string;
  readonly says: readonly [readonly string[], readonly string[]];
}

/** What each of the two says, trait by trait, the weightiest first. */
function saidLines(pair: ComparedPair, page: Page): string[] {
  if (pair.withheld) return ['  What they say is not told: one of them is a protected person.'];
  const rows: SaidRow[] = [
    ...byWeight(pair.parts).flatMap((part) =>
      part.says === null ? [] : [{ trait: titleOf(part), says: part.says }],
    ),
    ...pair.oneSided.map(({ title, says }) => ({ trait: title, says })),
  ];
  const shown = (values: readonly string[]) => (values.length === 0 ? '–' : values.join('; '));
  return textTable(
    rows,
    [
      { title: '  trait', value: (row) => `  ${row.trait}`, most: 26 },
      { title: 'the first says', value: (row) => shown(row.says[0]), align: 'left', most: 40 },
      { title: 'the second says', value: (row) => shown(row.says[1]), align: 'left', wrap: true },
    ],
    page,
  );
}

function byWeight(parts: readonly EvidencePart[]): EvidencePart[] {
  return [...parts].sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
}

/** The title of the comparison, where the part is of one. */
function titleOf({ level, words, comparison }: EvidencePart): string {
  return level === null ? comparison : (words.split(': ')[0] ?? comparison);
}

function wordsOf(part: EvidencePart): string {
  const words = part.level === null ? part.words : part.words.split(': ').slice(1).join(': ');
  const common = part.common === null ? [] : [part.common.words];
  return [words, timesWords(part.likelier), ...common].join('; ');
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
  const parts = byWeight(pair.parts);
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  const prior = pair.weight - total;
  const bars: Bar[] = [];
  let sum = 0;
  const add = (title: string, weight: number, words: string) => {
    sum += weight;
    bars.push({ title, weight, sum, words });
  };
  if (Math.abs(prior) > 0.005) {
    const pairs = count(Math.round(1 + 2 ** -prior));
    add('prior', prior, `before anything is compared: 1 pair in ${pairs} is of ${oneOf(pair.type)}`);
  }
  for (const part of parts) add(titleOf(part), part.weight, wordsOf(part));
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
  const threshold = `the threshold of ${bits(pair.threshold)} bits`;
  if (pair.linked) {
    return pair.weight >= pair.threshold
      ? `linked, at or above ${threshold}`
      : `linked, though below ${threshold}`;
  }
  return pair.weight >= pair.threshold
    ? `not linked, though at or above ${threshold}: something else speaks against it`
    : `not linked, below ${threshold}`;
}
