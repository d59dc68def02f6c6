import { findEntityType } from '@clew/model/ontology/ontology.ts';
import { detectors } from '../../../../findings/detectors.ts';
import { findingTable } from '../../../../findings/tables.ts';
import { entityTable } from '../../../../graph/tables.ts';
import { sql } from '../../../../lake/sql.ts';
import * as links from '../../../indicators/links-between-crimes.ts';
import {
  asGiven,
  crimeAreaName,
  figureBars,
  figureTable,
  type NameOf,
  nothing,
  paragraph,
  sentence,
  typeName,
} from '../blocks.ts';
import { matrixChart } from '../charts/matrix-chart.ts';
import { count } from '../charts/svg.ts';
import type { Figure, Figures } from '../figures.ts';
import type { Block, Section } from '../report-model.ts';
import { cautionBlocks } from './detector-leads.ts';

const mostFacilitators = 20;
const sharedFacilitators = detectors.find(({ id }) => id === 'shared-facilitators');

interface Facilitator {
  readonly type: string;
  readonly kind: string;
  readonly networks: number | null;
  readonly areas: readonly string[] | null;
  /** Of the people of networks that it reaches, how many no other shared provider of the kind reaches. */
  readonly unserved: number | null;
  readonly reached: number | null;
  readonly chance: number;
}

export async function linksSection(figures: Figures): Promise<Section> {
  const title = 'Links between crimes';
  figures.startSection(title);
  const networks = await figures.measure(links.networks);
  const byArea = await figures.measure(links.networksByCrimeArea);
  const together = await figures.measure(links.areasTogether);
  const blocks: Block[] = [
    {
      kind: 'lead',
      text: [
        'In all that partners reported, ',
        networks.cited,
        ' networks of people can be told apart by their cases and close ties.',
      ],
    },
    paragraph(
      'A network here is what the records bind together, whatever the year: a lead to look at, not a verdict on anybody in it.',
    ),
    ...(networks.cells.length === 0
      ? [nothing('network')]
      : [figureBars(byArea, { name: crimeAreaName }), figureTable(networks), ...matrixOf(together)]),
    ...(await facilitatorBlocks(figures)),
    ...(await documentBlocks(figures)),
  ];
  return { id: 'links', title, blocks };
}

function matrixOf(figure: Figure): readonly Block[] {
  const values = new Map(figure.cells.map((cell) => [cell.dimension ?? '', cell.value ?? 0]));
  const areas = [...new Set([...values.keys()].flatMap((pair) => pair.split('|')))].sort();
  const pairs = [...values.keys()].filter((pair) => pair.split('|')[0] !== pair.split('|')[1]);
  if (pairs.length === 0) return [paragraph('No network has cases in more than one crime area.')];
  const caption = 'Crime areas in which the same networks work';
  const matrix = {
    names: areas.map((area) => crimeAreaName(area)),
    value: (row: number, column: number) => {
      const pair = [areas[row] ?? '', areas[column] ?? ''].sort();
      return values.get(pair.join('|')) ?? 0;
    },
  };
  return [
    { kind: 'heading', text: 'Crime areas that go together' },
    {
      kind: 'chart',
      caption,
      notes: [figure.note],
      ...matrixChart(matrix, caption),
      remark:
        'Each cell: networks with cases in both areas. On the diagonal, outlined: networks with cases in the area at all.',
    },
  ];
}

async function facilitatorBlocks(figures: Figures): Promise<readonly Block[]> {
  const byKind = await figures.measure(links.facilitatorsByKind);
  const blocks: Block[] = [{ kind: 'heading', text: 'Shared facilitators' }];
  if (byKind.cells.length === 0)
    return [...blocks, nothing('shared facilitator that stands out from chance')];
  const { rows, note } = await figures.list<Facilitator>(
    'Shared facilitators, the least likely by chance first',
    facilitators,
  );
  return [
    ...blocks,
    paragraph(
      'A shared facilitator is a person, company, phone, address, vehicle, document source, account or online account that serves several networks or crime areas more often than chance explains. ',
      byKind.cited,
      ' were proposed for review. Chance is the probability of at least as many in a shuffled graph in which everybody keeps as many ties, corrected for all that were tested.',
    ),
    figureTable(byKind, { name: typeName }),
    figureTable(await figures.measure(links.facilitatorsByService), { name: kindName }),
    {
      kind: 'table',
      caption: `Shared facilitators, the least likely by chance first${rows.length >= mostFacilitators ? ` (the first ${mostFacilitators})` : ''}. Who or what they are is for the owners of the records`,
      note,
      columns: [
        { title: 'What it is', align: 'left' },
        { title: 'Provides', align: 'left' },
        { title: 'Networks', align: 'right' },
        { title: 'Crime areas', align: 'left', width: 3 },
        { title: 'Without another', align: 'right' },
        { title: 'Chance', align: 'right' },
      ],
      rows: rows.map((row) => [
        findEntityType(row.type)?.title ?? sentence(row.type),
        kindName(row.kind),
        row.networks === null ? '·' : count(row.networks),
        row.areas === null || row.areas.length === 0 ? 'not stated' : row.areas.map(crimeAreaName).join('; '),
        row.unserved === null || row.reached === null
          ? '·'
          : `${count(row.unserved)} of ${count(row.reached)}`,
        chanceWords(row.chance),
      ]),
    },
    paragraph(
      'Without another: of the people of networks that it reaches, how many no other shared provider of the kind on file would reach if it stopped. It says where to look, and is no plan.',
    ),
    ...(sharedFacilitators === undefined ? [] : cautionBlocks(sharedFacilitators)),
  ];
}

const kindName: NameOf = (kind) => sharedFacilitators?.kinds[kind ?? ''] ?? asGiven(kind);

const facilitators = sql`
  select e.type, f.kind,
    try_cast(f.reason::json -> 'figures' ->> 'networks' as bigint) as networks,
    try_cast(f.reason::json -> 'figures' -> 'areas' as varchar[]) as areas,
    try_cast(f.reason::json -> 'figures' ->> 'unserved' as bigint) as unserved,
    try_cast(f.reason::json -> 'figures' ->> 'reached' as bigint) as reached,
    f.chance_corrected as chance
  from ${findingTable} f join ${entityTable} e on e.entity = f.subjects[1]
  where f.detector = 'shared-facilitators'
  order by f.chance_corrected, networks desc, e.type, f.finding
  limit ${mostFacilitators}`;

async function documentBlocks(figures: Figures): Promise<readonly Block[]> {
  const documents = await figures.measure(links.bridgingDocuments);
  return [
    { kind: 'heading', text: 'Documents as the bridge' },
    paragraph(
      documents.cited,
      ' documents are named for people whose cases are in two crime areas or more. The same paper in a smuggling case and in a trafficking case is a lead that is found only where both are read together.',
    ),
    ...(documents.cells.length === 0 ? [] : [figureTable(documents)]),
  ];
}

/** A probability as people read it. */
export function chanceWords(chance: number | null): string {
  if (chance === null) return '·';
  if (chance < 1e-6) return 'under 1 in a million';
  if (chance < 0.001) return `about 1 in ${count(Number((1 / chance).toPrecision(2)))}`;
  return chance.toFixed(3);
}
