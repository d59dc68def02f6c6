import { idText } from '@clew/model/ids.ts';
import type { ReviewPair } from '../hub/review/list-review-pairs.ts';
import type { ReviewAgreement } from '../hub/review/measure-agreement.ts';
import type { PairSideBySide } from '../hub/review/read-review-pair.ts';
import type { ToldVerdict } from '../hub/review/reviewed-pairs.ts';
import { printable } from './display-width.ts';
import { type Column, count, counted, type Page, textTable } from './text-table.ts';

/** Pairs to judge as a table. */
export function reviewLines(items: readonly ReviewPair[], page: Page): string[] {
  if (items.length === 0) return ['Nothing to review in what you may see for this purpose.'];
  return [
    ...textTable(items, listColumns, page),
    '',
    `${counted(items.length, 'pair')}, those first whose decision is expected to change most.`,
    'Judge them one by one: clew review. Or one alone: clew judge A B --verdict same --reason …',
  ];
}

const listColumns: readonly Column<ReviewPair>[] = [
  { title: 'one', value: ({ type, a }) => idText(type, a) },
  { title: 'other', value: ({ type, b }) => idText(type, b) },
  { title: 'now', value: ({ together }) => (together === null ? '' : together ? 'one' : 'two') },
  { title: 'wrong', value: ({ stake }) => (stake === null ? '' : percent(stake.wrong)), align: 'right' },
  { title: 'at stake', value: (pair) => stakeText(pair), wrap: true },
];

/** What changes if what holds now is wrong, in words. */
export function stakeText({ stake, together }: Pick<ReviewPair, 'stake' | 'together'>): string {
  if (stake === null) return 'a second opinion';
  const way = together ? 'apart' : 'together';
  const parts = [`${counted(stake.pairs, 'pair of records', 'pairs of records')} ${way}`];
  if (stake.hits > 0) parts.push(`${counted(stake.hits, 'hit')} ${together ? 'withdrawn' : 'raised'}`);
  if (stake.bridge) parts.push('nothing else holds them');
  if (stake.more > 0) parts.push(`settles ${counted(stake.more, 'more pair')}`);
  return parts.join(', ');
}

/** A pair side by side, with what speaks for and against. */
export function sideBySideLines(pair: ReviewPair, looked: PairSideBySide, page: Page): string[] {
  const { paint } = page;
  const places = looked.places.map(([first, ...more]) =>
    first === undefined
      ? ''
      : printable(
          `${first.partner}: ${first.file} row ${count(first.row)}${more.length > 0 ? ` and ${more.length} more` : ''}`,
        ),
  );
  const sides: readonly Side[] = [
    { title: '', a: idText(looked.type, looked.a), b: idText(looked.type, looked.b), differs: false },
    { title: 'stated in', a: places[0] ?? '', b: places[1] ?? '', differs: false },
    ...looked.properties.map(({ title, a, b }) => ({
      title: title.toLowerCase(),
      a: a.join('; '),
      b: b.join('; '),
      differs: a.length > 0 && b.length > 0 && a.join('\n') !== b.join('\n'),
    })),
  ];
  const question = pair.together
    ? 'They are one now. Are they?'
    : pair.together === null
      ? 'Another reviewer has judged these. What do you say?'
      : 'They are two now. Are they one?';
  return [
    paint.bold(question),
    paint.dim(
      pair.stake === null ? 'What the other said is shown when you have answered.' : stakeSentence(pair),
    ),
    '',
    ...textTable(sides, sideColumns(page), page).slice(1),
    '',
    ...evidenceLines(looked, page),
    ...looked.others.map((told) => paint.dim(toldText(told))),
  ];
}

function stakeSentence(pair: ReviewPair): string {
  return `If that is wrong (${percent(pair.stake?.wrong ?? 0)}): ${stakeText(pair)}.`;
}

interface Side {
  readonly title: string;
  readonly a: string;
  readonly b: string;
  readonly differs: boolean;
}

const sideColumns = ({ paint }: Page): readonly Column<Side>[] => [
  { title: '', value: ({ title }) => title, most: 22, paint: paint.dim },
  {
    title: '',
    value: ({ a }) => a,
    most: 44,
    paint: (text, { differs }) => (differs ? paint.yellow(text) : text),
  },
  {
    title: '',
    value: ({ b }) => b,
    wrap: true,
    paint: (text, { differs }) => (differs ? paint.yellow(text) : text),
  },
];

function evidenceLines({ compared }: PairSideBySide, page: Page): string[] {
  if (compared === null) return [page.paint.dim('The two were never compared.'), ''];
  const parts = compared.parts.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  const rows = parts.filter(({ weight }) => Math.abs(weight) > 0.005);
  const byWeight = (text: string, { weight }: { readonly weight: number }) =>
    weight < 0 ? page.paint.red(text) : page.paint.green(text);
  return [
    ...textTable(
      rows,
      [
        { title: 'bits', value: ({ weight }) => signed(weight), align: 'right', paint: byWeight },
        { title: 'what was seen', value: ({ words }) => words, wrap: true },
      ],
      page,
    ),
    `${signed(compared.weight)} bits with the prior: probability ${percent(compared.probability)}`,
    '',
  ];
}

export function toldText({ verdict, by, at }: ToldVerdict): string {
  return `${by ?? 'a reviewer elsewhere'} said ${verdict} on ${at.slice(0, 10)}`;
}

/** How far reviewers agree. */
export function agreementLines(found: ReviewAgreement, page: Page): string[] {
  const { judged, drawn, oneIn, waiting, units, raters, same, alpha, kappas } = found;
  const head = [
    `${counted(judged, 'pair')} judged; one in ${count(oneIn)} is drawn for a second opinion: ${count(drawn)}, of which ${count(waiting)} wait for it.`,
  ];
  if (same === null) return [...head, 'No pair has two opinions yet.'];
  return [
    ...head,
    `${counted(units, 'pair')} with two opinions, by ${counted(raters, 'reviewer')}: the same on ${percent(same)}.`,
    `Krippendorff's alpha ${coefficientText(alpha)}`,
    '',
    ...textTable(kappas, kappaColumns, page),
    '',
    '1: they always agree; 0: as often as by chance. In brackets: where 95 of 100 resamples lie.',
  ];
}

const kappaColumns: readonly Column<ReviewAgreement['kappas'][number]>[] = [
  { title: 'one', value: ({ one }) => one },
  { title: 'other', value: ({ other }) => other },
  { title: 'pairs', value: ({ units }) => units },
  { title: 'the same', value: ({ same }) => percent(same), align: 'right' },
  { title: "Cohen's kappa", value: (row) => coefficientText(row) },
];

function coefficientText({ value, low, high }: ReviewAgreement['alpha']): string {
  if (value === null || low === null || high === null) return 'cannot be told: there is one verdict only';
  return `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}

function signed(value: number): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`;
}

function percent(share: number): string {
  if (share > 0.999 && share < 1) return 'over 99.9 %';
  return share > 0 && share < 0.001 ? 'under 0.1 %' : `${(share * 100).toFixed(1)} %`;
}
