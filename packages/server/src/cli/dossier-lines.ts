import type {
  Dossier,
  DossierLink,
  DossierMoment,
  DossierPlace,
  DossierProperty,
  DossierRecord,
  DossierSource,
  DossierValue,
} from '@clew/engine/products/dossier/dossier.ts';
import { idText } from '@clew/model/ids.ts';
import type { ValueKind } from '@clew/model/ontology/entity-type.ts';
import { findEntityType, findProperty } from '@clew/model/ontology/ontology.ts';
import { labelInWords } from '@clew/model/terms/in-words.ts';
import { displayValue } from '@clew/model/values/parse-value.ts';
import { displayWidth, printable } from './display-width.ts';
import { likelihood } from './likelihood.ts';
import { type Column, count, counted, type Page, textTable } from './text-table.ts';
import { wrapText } from './wrap-text.ts';

/** The width of a page that is no terminal. */
const plainWidth = 100;

/** A dossier as lines for people. */
export function dossierLines(dossier: Dossier, shown: Page): string[] {
  const page = { ...shown, width: Number.isFinite(shown.width) ? shown.width : plainWidth };
  return [
    ...headLines(dossier, page),
    ...section('Stated', statedLines(dossier, page), page),
    ...section('Links', linkLines(dossier, page), page),
    ...section('Places', placeLines(dossier, page), page),
    ...section('Timeline', momentLines(dossier, page), page),
    ...section('Findings', findingLines(dossier, page), page),
    ...section('Hits', hitLines(dossier, page), page),
    ...section('Records', recordLines(dossier, page), page),
    ...withheldLines(dossier, page),
  ];
}

function section(title: string, lines: readonly string[], { paint }: Page): string[] {
  return lines.length === 0 ? [] : ['', paint.bold(title), ...lines];
}

function headLines(dossier: Dossier, page: Page): string[] {
  const { paint } = page;
  const title = findEntityType(dossier.type)?.title ?? dossier.type;
  const id = idText(dossier.type, dossier.entity);
  const conflicts = dossier.properties.filter(({ conflict }) => conflict);
  const span = spanOf(dossier.firstSeen, dossier.lastSeen);
  return [
    ...wrapText(printable(dossier.caption), page.width).map(paint.bold),
    `${title}  ${paint.cyan(id)}${span === '' ? '' : `  seen ${span}`}`,
    ...field('known to', dossier.owners.join(', '), page),
    ...(dossier.label === null ? [] : field('terms', labelInWords(dossier.label).join('; '), page)),
    ...(dossier.protected
      ? wrapped(
          'Protected: names, contacts and places are withheld. Ask the partners that know this person.',
          page,
        ).map(paint.yellow)
      : []),
    ...(conflicts.length > 0
      ? wrapped(
          `Sources contradict each other: ${conflicts.map(({ property }) => propertyTitle(dossier.type, property)).join(', ')}.`,
          page,
        ).map(paint.yellow)
      : []),
  ];
}

function field(name: string, text: string, { paint, width }: Page): string[] {
  const indent = 10;
  return wrapText(printable(text), width - indent).map(
    (line, index) => `${paint.dim((index === 0 ? name : '').padEnd(indent))}${line}`,
  );
}

function wrapped(text: string, { width }: Page): string[] {
  return wrapText(text, width);
}

/** Property on the left, its values beside it, and below each value the records that state it. */
function statedLines({ type, properties }: Dossier, page: Page): string[] {
  const titles = properties.map(({ property }) => displayWidth(propertyTitle(type, property)));
  const indent = Math.max(0, ...titles) + 4;
  return properties.flatMap((each) => {
    const lines = each.rows.flatMap((value) => valueLines(type, value, { each, indent, page }));
    if (each.total > each.rows.length) {
      lines.push(
        page.paint.dim(`and ${counted(each.total - each.rows.length, 'more value', 'more values')}`),
      );
    }
    return lines.map((line, index) => {
      const title = index === 0 ? propertyTitle(type, each.property) : '';
      return `  ${title}${' '.repeat(indent - 2 - displayWidth(title))}${line}`;
    });
  });
}

interface Beside {
  readonly each: DossierProperty;
  readonly indent: number;
  readonly page: Page;
}

function valueLines(type: string, value: DossierValue, { each, indent, page }: Beside): string[] {
  const { paint } = page;
  const room = page.width - indent;
  const text = shownValue(type, value);
  const spellings = value.spellings > 1 ? ` (written ${count(value.spellings)} ways)` : '';
  const lines = wrapText(`${printable(text)}${spellings}`, room - (each.conflict ? 2 : 0)).map(
    (line, index) => (each.conflict && index === 0 ? paint.yellow(`! ${line}`) : line),
  );
  for (const source of value.sources.rows) {
    lines.push(...wrapText(sourceText(source, text), room - 2).map((line) => paint.dim(`  ${line}`)));
  }
  if (value.sources.total > value.sources.rows.length) {
    lines.push(paint.dim(`  ${andMore(value.sources)} of ${value.owners.join(', ')}`));
  }
  const { independent, source, information } = value.corroboration;
  if (independent > 1) {
    lines.push(paint.dim(`  ${source}${information} to the hub: ${count(independent)} independent origins`));
  }
  return lines;
}

function sourceText(source: DossierSource, shown: string): string {
  const given = printable(source.original);
  return [
    `${source.grade} ${source.partner}: ${printable(source.file)} row ${count(source.row)}`,
    spanOf(source.firstSeen, source.lastSeen),
    given === printable(shown) ? '' : `"${given}"`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Kinds that read best as they were given; of the others the key says more (03/04/1985 may be March or April). */
const readsAsGiven: ReadonlySet<ValueKind> = new Set(['name', 'text', 'address', 'place', 'code', 'money']);

function shownValue(type: string, { property, value, original }: DossierValue): string {
  const kind = findProperty(type, property)?.kind ?? 'text';
  return readsAsGiven.has(kind) ? original : displayValue(kind, value);
}

function propertyTitle(type: string, property: string): string {
  return findProperty(type, property)?.title ?? property;
}

interface LinkRow {
  readonly what: string;
  readonly link: DossierLink | null;
}

const linkColumns: readonly Column<LinkRow>[] = [
  { title: '  what', value: (row) => `  ${row.what}`, most: 32 },
  { title: 'id', value: ({ link }) => (link === null ? null : idText(link.otherType, link.other)) },
  {
    title: 'statements, when, whose',
    value: ({ link }) => (link === null ? null : evidenceText(link)),
    wrap: true,
  },
];

function evidenceText({ statements, firstSeen, lastSeen, owners }: DossierLink): string {
  const span = spanOf(firstSeen, lastSeen);
  return [count(statements), ...(span === '' ? [] : [span]), ...owners].join(', ');
}

/** One table for all kinds, so that its columns stand under each other. */
function linkLines({ links }: Dossier, page: Page): string[] {
  const rows = links.flatMap((group): LinkRow[] => [
    { what: group.direction === 'out' ? `${group.kind} →` : `← ${group.kind}`, link: null },
    ...group.rows.map((link) => ({ what: `  ${link.otherCaption}`, link })),
    ...(group.total > group.rows.length ? [{ what: `  ${andMore(group)}`, link: null }] : []),
  ]);
  return rows.length === 0 ? [] : textTable(rows, linkColumns, page);
}

const placeColumns: readonly Column<DossierPlace>[] = [
  { title: '  place', value: (row) => `  ${row.place ?? '(country alone)'}`, most: 40 },
  { title: 'country', value: (row) => row.country?.toUpperCase() ?? null },
  { title: 'times', value: (row) => row.times },
  { title: 'seen', value: (row) => spanOf(row.firstSeen, row.lastSeen), wrap: true },
];

function placeLines({ places }: Dossier, page: Page): string[] {
  if (places.total === 0) return [];
  return [...textTable(places.rows, placeColumns, page), ...moreLines(places, page)];
}

const momentColumns: readonly Column<DossierMoment>[] = [
  { title: '  date', value: (row) => `  ${row.date}` },
  { title: 'what', value: (row) => row.kind, most: 20 },
  { title: 'where', value: (row) => row.place, most: 24 },
  { title: 'id', value: (row) => (row.other === null ? null : idText(row.otherType ?? 'event', row.other)) },
  { title: 'partners', value: (row) => row.owners.join(', '), wrap: true },
];

function momentLines({ moments }: Dossier, page: Page): string[] {
  if (moments.total === 0) return [];
  const earlier = moments.total - moments.rows.length;
  const before = earlier > 0 ? [page.paint.dim(`  ${count(earlier)} earlier; see them with --limit`)] : [];
  return [...textTable(moments.rows, momentColumns, page), ...before];
}

function findingLines({ entity, findings }: Dossier, page: Page): string[] {
  if (findings.total === 0) return [];
  const lines = findings.rows.flatMap((finding) => {
    const [main] = finding.subjects;
    const about =
      main === undefined || main.entity === entity
        ? 'this is its main subject'
        : `about ${printable(main.caption)}, ${idText(main.type, main.entity)}`;
    const text = `${finding.title} (${finding.detector}): ${about}; ${counted(finding.statements, 'statement')}; chance ${likelihood(finding.chanceCorrected)}`;
    return wrapText(text, page.width - 4).map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`));
  });
  return [...lines, ...moreLines(findings, page), page.paint.dim('  Why: clew findings')];
}

function hitLines({ hits }: Dossier, page: Page): string[] {
  if (hits.length === 0) return [];
  const byRecipient = new Map<string, string[]>();
  for (const { recipient, otherTitle, hits: number } of hits) {
    const told = byRecipient.get(recipient) ?? [];
    byRecipient.set(recipient, [...told, number === 1 ? otherTitle : `${otherTitle} (${count(number)})`]);
  }
  return textTable(
    [...byRecipient],
    [
      { title: '  told', value: ([recipient]) => `  ${recipient}`, most: 32 },
      { title: 'that these hold the same', value: ([, others]) => others.join(', '), wrap: true },
    ],
    page,
  );
}

function recordLines(dossier: Dossier, page: Page): string[] {
  const { type, records } = dossier;
  if (records.total === 0) return [];
  const columns: readonly Column<DossierRecord>[] = [
    { title: '  id', value: (row) => `  ${idText(type, row.subject)}` },
    { title: 'partner', value: (row) => row.partner, most: 30 },
    { title: 'as', value: (row) => row.name, most: 16 },
    { title: 'row', value: (row) => row.row },
    { title: 'file', value: (row) => row.file, wrap: true },
  ];
  const lines = [...textTable(records.rows, columns, page), ...moreLines(records, page)];
  const ids = [...new Set(records.rows.map(({ subject }) => idText(type, subject)))];
  const [a, b] = ids;
  if (b !== undefined && findEntityType(type)?.identification === 'by-evidence') {
    lines.push(page.paint.dim(`  Why these are one: clew why ${a} ${b}`));
  }
  return lines;
}

function withheldLines({ withheld }: Dossier, page: Page): string[] {
  const parts = [
    [withheld.statements, 'statement'],
    [withheld.links, 'link'],
    [withheld.places, 'place'],
    [withheld.moments, 'moment'],
    [withheld.findings, 'finding'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, one]) => counted(number, one));
  if (said.length === 0) return [];
  return ['', ...wrapped(`Withheld to protect people: ${said.join(', ')}.`, page).map(page.paint.yellow)];
}

function moreLines(
  portion: { readonly total: number; readonly rows: readonly unknown[] },
  page: Page,
): string[] {
  return portion.total > portion.rows.length
    ? [page.paint.dim(`  ${andMore(portion)}; see them with --limit`)]
    : [];
}

function andMore({ total, rows }: { readonly total: number; readonly rows: readonly unknown[] }): string {
  return `and ${count(total - rows.length)} more`;
}

function spanOf(first: string | null, last: string | null): string {
  if (first === null || last === null) return first ?? last ?? '';
  return first === last ? first : `${first} to ${last}`;
}
