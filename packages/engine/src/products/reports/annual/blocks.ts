import { crimeAreas } from '@clew/model/ontology/crime-areas.ts';
import { findEntityType } from '@clew/model/ontology/ontology.ts';
import type { Cell } from '../../indicators/indicator.ts';
import { smallestShown } from '../../indicators/suppress.ts';
import { type Bar, barChart } from './charts/bar-chart.ts';
import { lineChart } from './charts/line-chart.ts';
import { countryName, mapChart } from './charts/map-chart.ts';
import type { Figure } from './figures.ts';
import { shown } from './figures.ts';
import type { Block, Inline } from './report-model.ts';

/** At most so many rows of a table or bars of a chart; the rest is summed in words under it. */
const mostRows = 14;

export function paragraph(...text: readonly Inline[]): Block {
  return { kind: 'paragraph', text };
}

export type NameOf = (dimension: string | null) => string;

export const asGiven: NameOf = (dimension) => sentence(dimension ?? 'not stated');

export const crimeAreaName: NameOf = (area) =>
  area === null ? 'Not stated' : ((crimeAreas as Readonly<Record<string, string>>)[area] ?? sentence(area));

/** The form of exploitation without the word trafficking before it. */
export const formName: NameOf = (area) => sentence(crimeAreaName(area).replace(/^Trafficking: /, ''));

export const typeName: NameOf = (type) =>
  type === null ? 'Not stated' : (findEntityType(type)?.plural ?? sentence(type));

export const countryOf: NameOf = (country) => (country === null ? 'Not stated' : countryName(country));

/** Codes such as `money-handler` and lower-case words as they stand at the start of a line. */
export function sentence(words: string): string {
  const spaced = words.replaceAll('-', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export interface TableOptions {
  readonly caption?: string;
  readonly name?: NameOf;
  /** The denominator of a column of shares; hidden shares stay hidden. */
  readonly sharesOf?: Cell | undefined;
}

/** A table of an indicator's cells, with its total where the cells add up. */
export function figureTable(figure: Figure, options: TableOptions = {}): Block {
  const name = options.name ?? asGiven;
  const shares = options.sharesOf !== undefined;
  const rows = figure.cells
    .slice(0, mostRows)
    .map((cell) => [
      name(cell.dimension),
      shown(cell),
      ...(shares ? [share(cell, options.sharesOf as Cell)] : []),
    ]);
  const rest = figure.cells.length - rows.length;
  return {
    kind: 'table',
    caption: captionOf(figure, options.caption, rest),
    note: figure.note,
    columns: [
      { title: sentence(figure.indicator.dimension ?? ''), align: 'left' },
      { title: sentence(figure.indicator.unit), align: 'right' },
      ...(shares ? [{ title: 'Share', align: 'right' as const }] : []),
    ],
    rows,
    ...(figure.total === undefined
      ? {}
      : { total: ['Total', shown(figure.total), ...(shares ? ['100 %'] : [])] }),
  };
}

function captionOf(figure: Figure, caption: string | undefined, rest: number): string {
  const title = caption ?? figure.indicator.title;
  return rest > 0 ? `${title}. ${rest} more rows are left out here.` : title;
}

function share(cell: Cell, whole: Cell): string {
  if (cell.value === null || whole.value === null || whole.value === 0) return '·';
  return `${Math.round((100 * cell.value) / whole.value)} %`;
}

/** Horizontal bars of an indicator's cells. */
export function figureBars(figure: Figure, options: { name?: NameOf; caption?: string } = {}): Block {
  const name = options.name ?? asGiven;
  const bars: Bar[] = figure.cells.slice(0, mostRows).map((cell) => ({
    label: name(cell.dimension),
    value: cell.value,
    ...(cell.hidden === undefined ? {} : { words: hiddenWords(cell) }),
  }));
  const caption = captionOf(figure, options.caption, figure.cells.length - bars.length);
  return { kind: 'chart', caption, notes: [figure.note], ...barChart(bars, caption) };
}

function hiddenWords(cell: Cell): string {
  return cell.hidden === 'small' ? `fewer than ${smallestShown}` : 'not shown';
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Counts by month of one year as lines, one for each figure (at most two). */
export function figureMonths(
  figures: readonly { readonly figure: Figure; readonly name: string }[],
  options: { readonly year: number; readonly caption: string },
): Block {
  const series = figures.map(({ figure, name }) => {
    const withheld = figure.cells.some((cell) => cell.hidden === 'withheld');
    const values = months.map((_, index) => {
      const month = `${options.year}-${String(index + 1).padStart(2, '0')}`;
      const cell = figure.cells.find(({ dimension }) => dimension === month);
      return cell === undefined ? (withheld ? null : 0) : cell.value;
    });
    return { name, values };
  });
  const hidden = series.some((one) => one.values.includes(null));
  const undated = figures.some(({ figure }) => figure.cells.some((cell) => cell.dimension === null));
  const remarks = [
    ...(hidden
      ? [`× marks months whose count is kept back (under ${smallestShown}, or protecting one that is).`]
      : []),
    ...(undated ? ['Cases that give the year but no month are not drawn.'] : []),
  ];
  return {
    kind: 'chart',
    caption: options.caption,
    notes: figures.map(({ figure }) => figure.note),
    ...lineChart(months, series, options.caption),
    ...(remarks.length > 0 ? { remark: remarks.join(' ') } : {}),
  };
}

/** Counts by country as circles on a map. */
export function figureMap(figure: Figure, caption: string): Block {
  const counts = figure.cells.flatMap(({ dimension, value }) =>
    dimension === null ? [] : [{ country: dimension, value }],
  );
  return {
    kind: 'chart',
    caption,
    notes: [figure.note],
    ...mapChart(counts, caption),
    remark: figure.indicator.smallCells
      ? 'The area of a circle is its count; dashed circles are counts that are kept back. Countries outside the frame are in the table.'
      : 'The area of a circle is its count. Countries outside the frame are in the table.',
  };
}

/** Said where there is nothing to draw, so that an empty part can't be taken for a missing one. */
export function nothing(what: string): Block {
  return {
    kind: 'paragraph',
    text: [`The snapshot holds no ${what}. That is not a finding that there are none.`],
  };
}

/** `one case`, `3 cases`. */
export function plural(value: number, one: string, many: string): string {
  return value === 1 ? one : many;
}

export const countryWords =
  'A case is put in the country that it names or, where it names none, in that of the partner that reported it. Where a case was worked on is not where it happened.';
