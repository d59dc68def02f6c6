import {
  type Dossier,
  type DossierLink,
  type DossierPlace,
  type DossierRecord,
  type DossierValue,
  findEntity,
  readDossier,
} from '@clew/engine/graph/dossier.ts';
import { idText } from '@clew/model/ids.ts';
import type { ValueKind } from '@clew/model/ontology/entity-type.ts';
import { findEntityType, findProperty } from '@clew/model/ontology/ontology.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { displayValue } from '@clew/model/values/parse-value.ts';
import type { Command } from 'commander';
import { mountPublished } from '../../hub/mount-published.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { printable } from '../display-width.ts';
import { idFromArgument } from '../id-from-argument.ts';
import { perform } from '../perform.ts';
import { type CommonOptions, type Outcome, type Shell, withHub } from '../shell.ts';
import { type Column, count, counted, textTable } from '../text-table.ts';

interface ShowOptions extends CommonOptions {
  readonly limit: number;
}

export function defineShow(command: Command, shell: Shell): void {
  command
    .argument('<id>', 'an id, as clew find, findings and hits print it')
    .option('--limit <n>', 'how many values, links, places and records to show of each', wholeNumber, 25);
  commonOptions(command, { hub: true, example: 'clew show person-00f3a1b2c3d4e5f6' });
  command.action(perform(shell, (id: string, options: ShowOptions) => show(shell, id, options)));
}

async function show(shell: Shell, text: string, options: ShowOptions): Promise<Outcome> {
  const id = idFromArgument(text);
  const dossier = await withHub(shell, options, async (hub) => {
    await mountPublished(hub);
    const entity = await findEntity(hub.lake, id);
    if (entity === undefined) {
      throw new Refusal(
        'not-found',
        `There is no ${text} in the published snapshot.`,
        'Look with clew find TEXT.',
      );
    }
    return readDossier(hub.lake, { entity, limit: options.limit });
  });
  return {
    data: { id: idText(dossier.type, dossier.entity), ...dossier },
    lines: dossierLines(shell, dossier),
  };
}

function dossierLines(shell: Shell, dossier: Dossier): string[] {
  const { paint, page } = shell;
  const type = findEntityType(dossier.type);
  const section = (title: string, shown: number, total: number, rows: readonly string[]) => {
    if (total === 0) return [];
    const more =
      shown < total ? paint.dim(` (${count(shown)} of ${count(total)}; see more with --limit)`) : '';
    return ['', `${paint.bold(title)}${more}`, ...rows];
  };
  const { values, links, places, records, totals } = dossier;
  return [
    `${paint.bold(printable(dossier.caption))}  ${paint.dim(`${type?.title ?? dossier.type}, ${idText(dossier.type, dossier.entity)}`)}`,
    `known to ${dossier.owners.join(', ')}${spanText(dossier)}`,
    ...(dossier.protected
      ? [
          paint.yellow(
            'Protected: names, numbers and places are withheld. Ask the partner that knows this person.',
          ),
        ]
      : []),
    ...section('Stated', values.length, totals.values, textTable(values, valueColumns(dossier.type), page)),
    ...section('Links', links.length, totals.links, textTable(links, linkColumns, page)),
    ...section('Places', places.length, totals.places, textTable(places, placeColumns, page)),
    ...section(
      'Records',
      records.length,
      totals.records,
      textTable(records, recordColumns(dossier.type), page),
    ),
    ...(totals.records > 1 ? ['', paint.dim('Why two of these records are one: clew why ID ID')] : []),
  ];
}

function valueColumns(type: string): readonly Column<DossierValue>[] {
  return [
    { title: 'property', value: (row) => findProperty(type, row.property)?.title ?? row.property, most: 30 },
    { title: 'value', value: (row) => shownValue(type, row), most: 60 },
    { title: 'records', value: (row) => row.records },
    { title: 'partners', value: (row) => row.owners.join(', ') },
  ];
}

/** Kinds that read best as they were given; of the others the key says more (03/04/1985 may be March or April). */
const readsAsGiven: ReadonlySet<ValueKind> = new Set(['name', 'text', 'address', 'place', 'code', 'money']);

function shownValue(type: string, { property, value, original }: DossierValue): string {
  const kind = findProperty(type, property)?.kind ?? 'text';
  return readsAsGiven.has(kind) ? original : displayValue(kind, value);
}

const linkColumns: readonly Column<DossierLink>[] = [
  { title: 'link', value: (row) => (row.direction === 'out' ? `${row.kind} →` : `← ${row.kind}`), most: 24 },
  { title: 'what', value: (row) => row.otherCaption, most: 40 },
  { title: 'id', value: (row) => idText(row.otherType, row.other) },
  { title: 'statements', value: (row) => row.statements },
  { title: 'seen', value: (row) => spanOf(row.firstSeen, row.lastSeen) },
];

const placeColumns: readonly Column<DossierPlace>[] = [
  { title: 'place', value: (row) => row.place, most: 40 },
  { title: 'country', value: (row) => row.country?.toUpperCase() ?? null },
  { title: 'times', value: (row) => row.times },
  { title: 'last seen', value: (row) => row.lastSeen },
];

function recordColumns(type: string): readonly Column<DossierRecord>[] {
  return [
    { title: 'id', value: (row) => idText(type, row.subject) },
    { title: 'partner', value: (row) => row.partner, most: 30 },
    { title: 'row', value: (row) => row.row },
    { title: 'file', value: (row) => row.file },
  ];
}

function spanText({ firstSeen, lastSeen, totals }: Dossier): string {
  const span = spanOf(firstSeen, lastSeen);
  return `, ${counted(totals.records, 'record')}${span === '' ? '' : `, seen ${span}`}`;
}

function spanOf(first: string | null, last: string | null): string {
  if (first === null || last === null) return first ?? last ?? '';
  return first === last ? first : `${first} to ${last}`;
}
