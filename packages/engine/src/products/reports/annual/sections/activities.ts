import { problemCodes } from '@clew/model/problem.ts';
import { detectors } from '../../../../findings/detectors.ts';
import * as activities from '../../../indicators/activities.ts';
import * as links from '../../../indicators/links-between-crimes.ts';
import {
  asGiven,
  figureBars,
  figureTable,
  type NameOf,
  nothing,
  paragraph,
  plural,
  typeName,
} from '../blocks.ts';
import type { Figure, Figures } from '../figures.ts';
import { shown } from '../figures.ts';
import type { Block, Section } from '../report-model.ts';

const all = { year: null };

const problemName: NameOf = (code) =>
  (problemCodes as Readonly<Record<string, { title: string }>>)[code ?? '']?.title ?? asGiven(code);

const reasons: Readonly<Record<string, string>> = {
  hub: 'Held by so many that it tells nothing (a switchboard, a centre)',
  H3: 'A restriction in words (H3) that a person must read first',
};

/** What came in, what was made of it, what went out: the hub's own work. */
export async function activitiesSection(figures: Figures): Promise<Section> {
  const title = 'Activities and performance indicators';
  figures.startSection(title);
  const year = figures.scope.year;
  const [contributions, records, partners] = [
    await figures.measure(activities.contributions),
    await figures.measure(activities.records),
    await figures.measure(activities.activePartners),
  ];
  const held = await heldFigures(figures);
  const [hits, notifications, findings, networks] = [
    await figures.measure(activities.sharedEntities),
    await figures.measure(activities.notificationsSent),
    await figures.measure(activities.findings),
    await figures.measure(links.networks),
  ];
  return {
    id: 'activities',
    title,
    blocks: [
      { kind: 'heading', text: `${year} at a glance` },
      {
        kind: 'tiles',
        tiles: [
          tile(contributions, `contributions received in ${year}`),
          tile(partners, `partners contributed in ${year}`),
          tile(records, `records in them`),
          tile(held.statements, 'statements held in all'),
          tile(held.entities, 'entities known in all'),
          tile(hits, 'links between partners (hits)'),
          tile(networks, 'networks found'),
          tile(findings, 'leads proposed for review'),
        ],
      },
      paragraph(
        'A contribution counts in the year in which it was received. Statements, entities, hits, networks and leads are those of the snapshot as a whole: they are computed anew from all that is held, so they belong to no one year.',
      ),
      { kind: 'heading', text: 'What partners gave' },
      ...(await contributed(figures, { contributions, records, held })),
      { kind: 'heading', text: 'What was made of it' },
      ...(await madeOf(figures, held.entities)),
      { kind: 'heading', text: 'What went back to partners' },
      ...(await wentBack(figures, { hits, notifications })),
      ...(findings.cells.length === 0
        ? []
        : [
            figureTable(findings, {
              name: (id) => detectors.find((one) => one.id === id)?.title ?? asGiven(id),
            }),
          ]),
    ],
  };
}

interface Held {
  readonly contributions: Figure;
  readonly records: Figure;
  readonly statements: Figure;
  readonly entities: Figure;
}

async function heldFigures(figures: Figures): Promise<Held> {
  return {
    contributions: await figures.measure(activities.contributions, all),
    records: await figures.measure(activities.records, all),
    statements: await figures.measure(activities.statements, all),
    entities: await figures.measure(activities.entities, all),
  };
}

function tile(figure: Figure, label: string) {
  const cell = figure.total ?? figure.cells[0];
  return { number: cell === undefined ? '0' : shown(cell), label, note: figure.note };
}

async function contributed(
  figures: Figures,
  parts: { readonly contributions: Figure; readonly records: Figure; readonly held: Held },
): Promise<readonly Block[]> {
  const { contributions, records, held } = parts;
  const problems = await figures.measure(activities.problems);
  const refused = await figures.measure(activities.refused);
  const year = figures.scope.year;
  return [
    paragraph(
      `In ${year} the hub received `,
      contributions.cited,
      ` ${plural(contributions.total?.value ?? 0, 'contribution', 'contributions')} with `,
      records.cited,
      ' records. It holds ',
      held.contributions.cited,
      ' with ',
      held.records.cited,
      ' records in all.',
    ),
    ...(records.cells.length === 0 ? [nothing(`contribution received in ${year}`)] : [figureBars(records)]),
    paragraph(
      'Of the records received in the year, ',
      refused.cited,
      ' could not be stated at all. Single values that did not fit are kept as problems beside the record and go back to the owner: ',
      problems.cited,
      ' in the year. A problem is a question to the owner, not a fault of the person whom the record is about.',
    ),
    ...(problems.cells.length === 0 ? [] : [figureTable(problems, { name: problemName })]),
  ];
}

async function madeOf(figures: Figures, entities: Figure): Promise<readonly Block[]> {
  const undated = await figures.measure(activities.undatedStatements);
  const dated = await figures.measure(activities.statements);
  const judgements = await figures.measure(activities.judgements);
  return [
    paragraph(
      'Each record is taken apart into statements: what it says of whom, in which property. The dates of ',
      dated.cited,
      ` of them touch ${figures.scope.year}; `,
      undated.cited,
      ' bear no date and are in no year. Analysts gave ',
      judgements.cited,
      ' decisions on pairs of records in the year.',
    ),
    ...(entities.cells.length === 0
      ? [nothing('entity')]
      : [
          figureTable(entities, {
            caption: 'Entities known to the hub, all years, by type',
            name: typeName,
          }),
        ]),
  ];
}

async function wentBack(
  figures: Figures,
  parts: { readonly hits: Figure; readonly notifications: Figure },
): Promise<readonly Block[]> {
  const heldBack = await figures.measure(activities.heldBack);
  const { hits, notifications } = parts;
  return [
    paragraph(
      'A hit tells two partners that both hold the same thing, of what kind it is, and whom to ask. It tells nothing of what the other holds. ',
      hits.cited,
      ' such links gave ',
      notifications.cited,
      ' notifications. Victims, witnesses, informants and minors are not in the cross-check, so none of these links is about them.',
    ),
    ...(hits.cells.length === 0
      ? [nothing('link between two partners')]
      : [
          figureBars(hits, { name: (kind) => asGiven(kind).replace('The same', 'Same') }),
          figureTable(notifications),
        ]),
    ...(heldBack.cells.length === 0
      ? []
      : [figureTable(heldBack, { name: (reason) => reasons[reason ?? ''] ?? asGiven(reason) })]),
  ];
}
