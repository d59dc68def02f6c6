import type { CalibrationBin } from '@clew/engine/resolution/calibration.ts';
import type {
  LinkageModel,
  ModelComparison,
  ModelLevel,
  ModelRule,
} from '@clew/engine/resolution/read-model.ts';
import { findEntityType } from '@clew/model/ontology/ontology.ts';
import { type Column, count, counted, type Page, textTable } from './text-table.ts';
import { bits, oneOf, percent } from './weight-words.ts';

/** What the model of one type learnt, and how: for the analyst who reads a weight and the statistician who checks it. */
export function modelLines(model: LinkageModel, page: Page): string[] {
  const { bold } = page.paint;
  const title = findEntityType(model.type)?.title ?? model.type;
  const compared = model.rules.reduce((sum, { pairs }) => sum + pairs, 0);
  if (model.training.steps.length === 0 && model.calibration.length === 0) {
    return [
      bold(title),
      'Nothing was compared: no two share anything by which two are brought together. The weights are those it begins with.',
      '',
      ...levelLines(model.comparisons, page),
    ];
  }
  return [
    bold(`${title}: ${count(model.subjects)} weighed against each other in ${counted(compared, 'pair')}`),
    ...headLines(model),
    '',
    bold('What each level weighs'),
    ...levelLines(model.comparisons, page),
    ...interactionLines(model, page),
    '',
    bold('Which pairs were compared'),
    ...ruleLines(model, page),
    '',
    bold('How it was trained'),
    ...trainingLines(model, page),
    '',
    bold('What the weights turned out to mean'),
    ...calibrationLines(model.calibration, page),
  ];
}

function headLines({ type, prior, threshold }: LinkageModel): string[] {
  const one = oneOf(type);
  const { expectedPrecision: precision, expectedRecall: recall } = threshold;
  const expected =
    precision === null || recall === null
      ? 'no pair reaches it'
      : `by the model's own account ${share(precision)} of the pairs from there on are of ${one}, and they are ${share(recall)} of all such pairs that were kept`;
  return [
    ...(prior === null
      ? []
      : [
          `prior      ${bits(prior)} bits: 1 pair in ${count(Math.round(1 + 2 ** -prior))} taken at random is of ${one}`,
        ]),
    `threshold  ${bits(threshold.bits)} bits (probability ${percent(threshold.probability)}): ${expected}`,
  ];
}

interface LevelRow extends Partial<ModelLevel> {
  readonly words: string;
}

function levelLines(comparisons: readonly ModelComparison[], page: Page): string[] {
  const rows = comparisons.flatMap((comparison): LevelRow[] => [
    { words: `${comparison.title}${comparison.fixed ? ' (set beforehand)' : ''}` },
    ...comparison.levels.map((level) => ({ ...level, words: `  ${level.title}` })),
  ]);
  const columns: Column<LevelRow>[] = [
    { title: '  level', value: ({ words }) => `  ${words}`, most: 64 },
    { title: 'm', value: ({ m }) => shareOf(m), align: 'right' },
    { title: 'u', value: ({ u }) => shareOf(u), align: 'right' },
    { title: 'bits', value: ({ weight }) => (weight == null ? '' : bits(weight)), align: 'right' },
    { title: '', value: ({ byFrequency }) => (byFrequency === true ? 'rarer, more' : ''), align: 'left' },
  ];
  return textTable(rows, columns, page);
}

function interactionLines({ interactions }: LinkageModel, page: Page): string[] {
  if (interactions.length === 0) return [];
  type Row = LinkageModel['interactions'][number];
  const columns: Column<Row>[] = [
    { title: '  several together', value: ({ title }) => `  ${title}`, most: 84 },
    { title: 'bits', value: ({ weight }) => bits(weight), align: 'right' },
    { title: '', value: ({ conflict }) => (conflict ? 'keeps clusters apart' : ''), align: 'left' },
  ];
  return ['', ...textTable(interactions, columns, page)];
}

function ruleLines({ rules, cut }: LinkageModel, page: Page): string[] {
  const columns: Column<ModelRule>[] = [
    { title: '  they share', value: ({ title }) => `  ${title}`, most: 96 },
    { title: 'pairs', value: ({ pairs }) => count(pairs), align: 'right' },
    { title: 'keys skipped', value: ({ skippedKeys }) => count(skippedKeys), align: 'right' },
    { title: 'pairs skipped', value: ({ skippedPairs }) => count(skippedPairs), align: 'right' },
    {
      title: 'at stake',
      value: ({ atStake }) => (atStake === 0 ? '–' : `about ${share(atStake)}`),
      align: 'right',
    },
  ];
  const skipped = rules.some(({ skippedKeys }) => skippedKeys > 0)
    ? [
        '  A key that too many share is skipped, but for what a finer key parts. At stake: who depends on other rules.',
      ]
    : [];
  const guard =
    cut === 0 ? [] : [`  The guard of the clusters left ${counted(cut, 'pair')} above the threshold apart.`];
  return [...textTable(rules, columns, page), ...skipped, ...guard];
}

interface Step {
  readonly iteration: number;
  readonly change: number;
  readonly logLikelihood: number;
}

/** The first iterations and the last; what lies between says the same. */
function trainingLines({ training }: LinkageModel, page: Page): string[] {
  if (training.steps.length === 0)
    return ['  It was not: the weights are the usual ones, or those of an earlier run.'];
  const steps = training.steps.map((step, index): Step => ({ iteration: index + 1, ...step }));
  const shown = steps.length <= 8 ? steps : [...steps.slice(0, 4), ...steps.slice(-3)];
  const columns: Column<Step>[] = [
    { title: '  iteration', value: ({ iteration }) => `  ${count(iteration)}`, align: 'left' },
    { title: 'largest change', value: ({ change }) => change.toExponential(1), align: 'right' },
    {
      title: 'log likelihood',
      value: ({ logLikelihood }) => count(Math.round(logLikelihood)),
      align: 'right',
    },
  ];
  return [
    `  ${counted(steps.length, 'iteration')} over ${count(training.blockPairs)} pairs of blocks and ${count(training.randomPairs)} taken at random`,
    ...textTable(shown, columns, page),
  ];
}

function calibrationLines(bins: readonly CalibrationBin[], page: Page): string[] {
  const columns: Column<CalibrationBin>[] = [
    { title: '  bits', value: ({ range }) => `  ${range}`.replaceAll('-', '−'), align: 'left' },
    { title: 'pairs', value: ({ pairs }) => count(pairs), align: 'right' },
    { title: 'linked', value: ({ linked }) => count(linked), align: 'right' },
    { title: 'expected of one', value: ({ expected }) => share(expected), align: 'right' },
    { title: 'judged the same', value: judgedText, align: 'left' },
  ];
  const rows = bins.filter(({ pairs }) => pairs > 0);
  return rows.length === 0 ? ['  No pair was kept.'] : textTable(rows, columns, page);
}

function judgedText({ judged }: CalibrationBin): string {
  if (judged === null) return '–';
  const [low, high] = judged.interval;
  return `${count(judged.same)} of ${count(judged.all)} (${share(low)} to ${share(high)})`;
}

function share(value: number): string {
  if (value < 0.0005) return 'under 0.1 %';
  if (value > 0.9995) return 'over 99.9 %';
  return `${(100 * value).toFixed(1)} %`;
}

/** m and u: in per cent, or one in so many where that is easier to hold. */
function shareOf(value: number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (value >= 0.005 || value === 0) return `${(100 * value).toFixed(1)} %`;
  return `1 in ${count(Number((1 / value).toPrecision(2)))}`;
}
