import { hitAnswers } from '@clew/ledger/hit-events.ts';
import { idText } from '@clew/model/ids.ts';
import type { HitPage } from '../hub/hits/list-hits.ts';
import type { ListedHit } from '../hub/hits/listed-hit.ts';
import type { HitStep, ReadHit } from '../hub/hits/read-hit.ts';
import type { SharedAnswer, SharedContent } from '../hub/hits/read-shared.ts';
import { printable } from './display-width.ts';
import { type Column, counted, type Page, textTable } from './text-table.ts';

/** A hit as people see its id. */
export function hitText(id: string): string {
  return `hit-${id}`;
}

/** A page of hits as a table, and what can be done with them. */
export function pageLines(found: HitPage, side: ListedHit['side'], page: Page): string[] {
  if (found.items.length === 0) {
    return [side === 'told' ? 'No hits for this partner.' : 'Nobody has asked this partner for anything.'];
  }
  const more = found.next === null ? '' : ' There are more: --limit.';
  const hint =
    side === 'told'
      ? 'What the other holds is told only when its owner agrees: clew hits ask HIT --reason …'
      : 'Answer: clew hits answer HIT --answer share|share-part|refuse|need-more';
  return [
    ...textTable(found.items, side === 'told' ? toldColumns : askedColumns, page),
    '',
    `${counted(found.items.length, 'hit')}.${more} ${hint}`,
  ];
}

const recordOf = (hit: ListedHit) => {
  const first = hit.own[0];
  return first === undefined ? null : idText('record', BigInt(`0x${first}`));
};

const toldColumns: readonly Column<ListedHit>[] = [
  { title: 'id', value: (row) => hitText(row.id) },
  { title: 'hit', value: (row) => row.kind, most: 40 },
  { title: 'state', value: (row) => stateText(row) },
  { title: 'your file', value: (row) => row.file ?? row.contribution, most: 32 },
  { title: 'row', value: (row) => row.row },
  { title: 'your record', value: recordOf },
  { title: 'held by', value: (row) => row.otherTitle, most: 36 },
  { title: 'whom to ask', value: (row) => row.contact },
];

const askedColumns: readonly Column<ListedHit>[] = [
  { title: 'id', value: (row) => hitText(row.id) },
  { title: 'hit', value: (row) => row.kind, most: 40 },
  { title: 'state', value: (row) => stateText(row) },
  { title: 'since', value: (row) => row.since.slice(0, 10) },
  { title: 'your record', value: recordOf },
  { title: 'asked by', value: (row) => row.otherTitle, most: 36 },
  { title: 'whom to ask', value: (row) => row.contact },
];

function stateText(hit: ListedHit): string {
  if (hit.state === 'answered') return hit.answer ?? hit.state;
  return hit.state === 'told' && !hit.seen ? 'new' : hit.state;
}

/** A hit with all that was said. */
export function readHitLines({ hit, steps, consent }: ReadHit, page: Page): string[] {
  const lines = [
    `${hitText(hit.id)}: ${hit.kind}`,
    `${hit.side === 'told' ? 'Held' : 'Asked'} by ${hit.otherTitle}; whom to ask: ${hit.contact}`,
    `Told on ${hit.toldAt.slice(0, 10)}; now: ${stateText(hit)}`,
    `Your records: ${hit.own.map((id) => idText('record', BigInt(`0x${id}`))).join(', ')}`,
  ].map(printable);
  if (steps.length > 0) lines.push('', ...textTable(steps, stepColumns, page));
  lines.push('', consent === null ? 'Nothing is shared.' : `Shared: ${propertiesText(consent.properties)}.`);
  return lines;
}

const stepColumns: readonly Column<HitStep>[] = [
  { title: 'day', value: (row) => row.at.slice(0, 10) },
  { title: 'who', value: (row) => row.partner ?? 'the hub', most: 24 },
  { title: 'what', value: (row) => (row.answer === null ? row.event : hitAnswers[row.answer]) },
  { title: 'in their words', value: (row) => row.reason, wrap: true },
];

/** What was shared, with where it stands and how it may be used. */
export function sharedLines(shared: SharedAnswer, page: Page): string[] {
  const { statements, more, owner, properties } = shared;
  const head = printable(`${owner} shares: ${propertiesText(properties)}`);
  if (statements.length === 0) {
    return [head, 'Nothing of it may be read for this purpose, under the terms of its owner.'];
  }
  const words = new Set(statements.flatMap(({ restrictions }) => restrictions));
  const tail = more ? ` There are more: --limit.` : '';
  return [
    head,
    '',
    ...textTable(statements, sharedColumns, page),
    ...[...words].map((each) => printable(`Restriction of the owner: ${each}`)),
    '',
    `${counted(statements.length, 'statement')}.${tail}`,
  ];
}

const sharedColumns: readonly Column<SharedContent>[] = [
  { title: 'of', value: (row) => row.subject },
  { title: 'property', value: (row) => row.property },
  { title: 'value', value: (row) => row.original, most: 48 },
  { title: 'first seen', value: (row) => row.firstSeen },
  { title: 'last seen', value: (row) => row.lastSeen },
  { title: 'grade', value: (row) => row.grade },
  { title: 'handling', value: (row) => row.handling.join(' ') },
  { title: 'contribution', value: (row) => row.contribution },
  { title: 'row', value: (row) => row.row },
];

function propertiesText(properties: readonly string[] | null): string {
  return properties === null ? 'all that is held on it' : properties.join(', ');
}
